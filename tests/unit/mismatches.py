"""Every kind of mistake that an author can make between fields and files, and what the author is told about it."""

from tests.unit.mistakes import Mistake, in_mode
from tests.unit.small import CODE, DRILLS, MODEL, SCENARIOS, TEMPLATES, small_files

WORKSHOP = small_files()["workshop.yaml"]
UNITS = WORKSHOP[WORKSHOP.index("units: {"):WORKSHOP.index("\n  sizes:")]


def in_scenario(name: str, old: str, new: str, path: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(name, "scenarios.yaml", old, new, f"scenarios.question.{path}", wrong, remedy)


def in_template(name: str, old: str, new: str, path: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(name, "templates.yaml", old, new, f"templates.questions.{path}", wrong, remedy)


def in_workshop(name: str, old: str, new: str, path: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(name, "workshop.yaml", old, new, f"workshop.{path}", wrong, remedy)


def in_model(name: str, old: str, new: str, path: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(name, "model.yaml", old, new, f"model.{path}", wrong, remedy)


DIAGRAMS = [
    in_mode("unknown participant", "to: Vendor", "to: ‸Vendr", ".steps[0].to", "unknown participant `Vendr`",
            "Did you mean `Vendor`?"),
    in_mode("unknown sender", "from: Client", "from: ‸Somebody", ".steps[0].from", "unknown participant `Somebody`",
            "Use one of `Client`, `Vendor`"),
    in_mode("state of an unknown participant", "{Client: blocked,", "{Clint: ‸blocked,", ".steps[0].states.Clint",
            "unknown participant `Clint`", "Did you mean `Client`?"),
    in_mode("second participant of a name", "    role: It answers.", "    role: It answers.\n  - name: ‸Client\n"
            "    role: It asks again.", ".participants[2].name", "`Client` stands here a second time",
            "must be different"),
    in_mode("second step of a name", "id: work", "id: ‸ask", ".steps[1].id", "`ask` stands here a second time",
            "must be different"),
    Mistake("second step of a name in a drill", "drills.yaml", "id: wait", "id: ‸ask",
            "drills.call.silence.steps[1].id", "`ask` stands here a second time", "must be different"),
    in_mode("step whose name is a number", "id: work", "id: ‸\"2\"", ".steps[1].id", "`2` does not have the right form",
            "Write it like"),
    in_mode("unknown frame", "within: tries", "within: ‸tires", ".steps[0].within", "unknown frame `tires`",
            "Did you mean `tries`?"),
    in_mode("frame that is left and entered again", "label: Answers", "label: Answers\n    within: ‸tries",
            ".steps[2].within", "the frame `tries` was already left above", "next to each other"),
    in_mode("frame that no step is within", "    label: until it works", "    label: until it works\n  ‸rest:\n"
            "    kind: loop\n    label: for ever", ".frames.rest", "no step is within the frame `rest`",
            "Use it or remove it"),
    in_mode("participant that takes no part", "    role: It answers.", "    role: It answers.\n  - name: ‸Queue\n"
            "    role: It stands by.", ".participants[2].name", "no step is from or to `Queue`",
            "Let it take part or remove it"),
    in_mode("unknown source", "sources: [study]", "sources: [‸studies]", ".steps[0].sources[0]",
            "unknown source `studies`", "Did you mean `study`?"),
    in_mode("work that goes to somebody", "from: Vendor\n    label: Works", "from: Vendor\n    to: ‸Client\n"
            "    label: Works", ".steps[1].to", "work has nobody it goes to", "Remove `to`"),
    in_mode("message that goes to nobody", "- kind: request\n    from: Client\n    to: Vendor",
            "- ‸kind: request\n    from: Client", ".steps[0]", "a request has nobody it goes to", "Add `to`"),
    in_mode("message to oneself", "to: Vendor", "to: ‸Client", ".steps[0].to", "goes to whom it comes from",
            "kind: work"),
    in_mode("95th percentile below the median", "p95: 5.0", "p95: ‸1.0", ".measures[0].p95",
            "`p95` is less than `median`", "correct one of them"),
    in_mode("99th percentile below the 95th", "p99: 9.0", "p99: ‸4.0", ".measures[0].p99", "`p99` is less than `p95`",
            "correct one of them"),
]
"""In the modes."""

LESSONS = [
    Mistake("lesson with an unknown mode", "lesson.yaml", "modes: [call]", "modes: [call, ‸fax]", "lesson.modes[1]",
            "there is no file `modes/fax.yaml`", "take the name out of this list"),
    Mistake("lesson with too many modes", "lesson.yaml", "modes: [call]", "‸modes: [call, b, c, d, e, f, g]",
            "lesson.modes", "the list has 7 entries", "at most 6"),
    Mistake("mode that is listed twice", "lesson.yaml", "modes: [call]", "modes: [call, ‸call]", "lesson.modes[1]",
            "`call` stands here a second time", "must be different"),
    Mistake("annotation that is listed twice", "lesson.yaml", "[latency]", "[latency, cost, ‸latency]",
            "lesson.annotations[2]", "`latency` stands here a second time", "must be different"),
    Mistake("drills of an unknown mode", "drills.yaml", "call:", "‸cal:", "drills.cal", "unknown mode `cal`",
            "Did you mean `call`?"),
    Mistake("drill with an unknown participant", "drills.yaml", "to: Vendor", "to: ‸Vendr",
            "drills.call.silence.steps[0].to", "unknown participant `Vendr`", "Did you mean `Vendor`?"),
    Mistake("mode with an empty list of drills", "drills.yaml", DRILLS, "‸call: {}\n", "drills.call",
            "there are no entries", "at least one"),
    Mistake("second drill of a name", "drills.yaml", DRILLS, DRILLS + DRILLS.replace("call:\n", "", 1).replace(
        "silence:", "silence-again:").replace("name: Silence", "name: ‸Silence"), "drills.call.silence-again.name",
            "`Silence` stands here a second time", "must be different"),
    Mistake("second vendor of a name", "code.yaml", "remarks:", "  other: {name: ‸Acme, package: o, version: 1.0.0}\n"
            "remarks:", "code.vendors.other.name", "`Acme` stands here a second time", "must be different"),
    Mistake("code without a vendor", "code.yaml", CODE, "‸vendors: {}\nremarks: {}\n", "code.vendors",
            "there are no entries", "at least one"),
]
"""In what stands around them."""

SCENES = [
    Mistake("lesson without a scenario", "scenarios.yaml", SCENARIOS, "‸{}\n", "scenarios", "there are no entries",
            "at least one"),
    in_scenario("choice of an unknown mode", "    call:", "    ‸cal:", "choices.cal", "unknown mode `cal`",
                "Did you mean `call`?"),
    in_scenario("mode that has no choice", SCENARIOS[SCENARIOS.index("  choices:"):SCENARIOS.index("  hints:")],
                "  ‸choices: {}\n", "choices", "there is no choice for the mode `call`", "Write what comes of it"),
    in_scenario("scenario without a best choice", "  choices:\n    call:\n      verdict: best",
                "  ‸choices:\n    call:\n      verdict: poor", "choices", "no choice is best", "`verdict: best`"),
    in_scenario("defensible choice without a reading", "    call:\n      verdict: best",
                "    ‸call:\n      verdict: defensible", "choices.call.reading", "a defensible choice has no `reading`",
                "under which reading"),
    in_scenario("best choice with a reading", "verdict: best", "verdict: best\n      reading: ‸If so.",
                "choices.call.reading", "a choice that is best has a `reading`", "make the choice `defensible`"),
    in_scenario("poor choice with a reading", "verdict: best", "verdict: poor\n      reading: ‸If so.",
                "choices.call.reading", "a choice that is poor has a `reading`", "Remove it"),
    in_scenario("guidance that no point is named of", "guidance: {part: use, point: 1}", "‸guidance: {part: use}",
                "choices.call.guidance.point", "`use` needs a `point`", "from 1"),
    in_scenario("guidance to a point beyond the last", "part: use, point: 1", "part: use, point: ‸2",
                "choices.call.guidance.point", "the mode has no point 2 there", "Its points are 1 to 1"),
    in_scenario("guidance to a part of the engineering that is not built", "part: use, point: 1",
                "part: engineering, point: ‸2", "choices.call.guidance.point", "the mode has no point 2 there",
                "Its points are 1 to 1"),
    in_scenario("guidance to a point of what has none", "part: use, point: 1", "part: price, point: ‸1",
                "choices.call.guidance.point", "`price` has no points", "Remove `point`"),
    in_scenario("fact that decides twice", "facts: [reader]", "facts: [reader, ‸reader]", "facts[1]",
                "`reader` stands here a second time", "must be different"),
    in_scenario("fact that tips twice", "  hints:",
                "  tipping:\n    facts: [partial, ‸partial]\n    discussion: Who knows.\n  hints:",
                "tipping.facts[1]", "`partial` stands here a second time", "must be different"),
    in_scenario("objective that is practised twice", "objectives: [latency]", "objectives: [latency, ‸latency]",
                "objectives[1]", "`latency` stands here a second time", "must be different"),
]
"""In the scenarios."""

RANGES = [
    Mistake("lesson without a template", "templates.yaml", TEMPLATES, "‸{}\n", "templates", "there are no entries",
            "at least one"),
    in_template("numbers that go down", "{from: 1, to: 100}", "{from: 10, to: ‸1}", "between.requests.to",
                "`to` is not more than `from`", "Correct one of them"),
    in_template("number from which there are none", "{from: 1, to: 100}", "{from: ‸0.5, to: 100}",
                "between.requests.from", "0.5 is out of range", "at least 1"),
    in_template("number up to which no timer goes", "requests: {from: 1, to: 100}",
                "timeout: {from: 1, to: ‸604801}", "between.timeout.to", "604801 is out of range", "at most 604800"),
    in_template("number among others that is too large", "[60, 3600]", "[60, ‸604801]", "among.deadline[1]",
                "604801 is out of range", "at most 604800"),
    in_template("number that varies in two ways", "    deadline: [60, 3600]", "    ‸requests: [60, 3600]",
                "among.requests", "`requests` varies in two ways", "Keep it in `between` or in `among`"),
]
"""In the templates."""

CONDUCT = [
    in_model("conduct of an unknown mode", "modes:\n  call:", "modes:\n  ‸cal:", "modes.cal", "unknown mode `cal`",
             "Did you mean `call`?"),
    in_model("humps of less than the whole", "    humps:\n      - {share: 0.9,",
             "    ‸humps:\n      - {share: 0.7,", "latency.sway.humps", "the shares add up to 0.8", "must add up to 1"),
    in_model("hump of a queue that is more than the whole", "curve: {humps: [{share: 1, median: 50,",
             "curve: {‸humps: [{share: 0.5, median: 9, sigma: 1}, {share: 0.502, median: 50,",
             "modes.call.queue.completions[1].curve.humps", "the shares add up to 1.002", "must add up to 1"),
    in_model("prompt that is read in no time", "reading: {value: 1000", "reading: {value: ‸0",
             "latency.reading.value", "0 is out of range", "at least 1"),
    in_model("length that varies beyond all measure", "length: {value: 0.3", "length: {value: ‸30",
             "latency.length.value", "30 is out of range", "at most 3"),
    in_model("more refusals than requests", "refused: {value: 0.02", "refused: {value: ‸2", "latency.refused.value",
             "2 is out of range", "at most 1"),
    in_model("more bad days than days", "bad_days: {value: 0.02", "bad_days: {value: ‸2",
             "modes.call.queue.bad_days.value", "2 is out of range", "at most 1"),
    in_model("queue that gives up at once", "expiry: {value: 3600", "expiry: {value: ‸0",
             "modes.call.queue.expiry.value", "0 is out of range", "at least 1"),
    in_model("queue that holds nothing", "capacity: {value: 1000", "capacity: {value: ‸0",
             "modes.call.queue.capacity.value", "0 is out of range", "at least 1"),
    in_model("engineering for nothing", "dollars_a_point: {value: 50", "dollars_a_point: {value: ‸0",
             "dollars_a_point.value", "0 is out of range", "at least 0.01"),
    in_model("margin of more than the whole", "margin: {value: 0.1", "margin: {value: ‸1.1", "margin.value",
             "1.1 is out of range", "at most 1"),
    in_model("too few days for a percentile", "days: {value: 100", "days: {value: ‸99", "days.value",
             "99 is out of range", "at least 100"),
    in_model("more days than a page can wait for", "days: {value: 100", "days: {value: ‸10001", "days.value",
             "10001 is out of range", "at most 10000"),
    in_model("closed connection on which nothing is submitted", "  call:\n    client: free\n    connection: closed\n"
             "    parts: false\n    shared: false\n    submit: {value: 1, basis: illustrative, note: Seconds.}\n",
             "  ‸call:\n    client: free\n    connection: closed\n    parts: false\n    shared: false\n",
             "modes.call.submit", "a connection that is closed needs `submit`", "Add it"),
    in_model("silent connection on which something is submitted", "connection: closed\n    parts: false\n"
             "    shared: false\n    submit", "connection: silent\n    parts: false\n    shared: false\n    ‸submit",
             "modes.call.submit", "a connection that is silent has no `submit`", "write `connection: closed`"),
    in_model("flowing connection with a queue", MODEL[MODEL.index("connection:"):MODEL.index("queue:")],
             "connection: flowing\n    parts: true\n    shared: true\n    ‸", "modes.call.queue",
             "a connection that is flowing has no `queue`", "Remove it"),
    in_model("need that stands twice", "      - of: webhook", "      - of: ‸retention", "modes.call.needs[1].of",
             "`retention` stands here a second time", "must be different"),
    in_model("need that no rule is about", "      - of: webhook\n        instead: 1\n", "      - ‸of: webhook\n",
             "modes.call.needs[1].instead", "the need of `webhook` has no `instead`", "points its substitute weighs"),
    in_model("completion for all runs that is not the last", "        - up_to: 10\n          curve",
             "        - ‸curve", "modes.call.queue.completions[0]", "only the last completion may have no `up_to`",
             "Add it"),
    in_model("last completion for small runs", "        - curve: {humps: [{share: 1, median: 500",
             "        - up_to: ‸1000\n          curve: {humps: [{share: 1, median: 500",
             "modes.call.queue.completions[2].up_to", "the last completion is for all other runs", "Remove `up_to`"),
    in_model("completions of which a large one comes first", "up_to: 100\n", "up_to: ‸10\n",
             "modes.call.queue.completions[1].up_to", "this is not more than the one above", "Put small ones first"),
    in_model("range that is missing", "ranges:\n  requests: {least: 1, most: 100}\n", "‸ranges:\n",
             "ranges.requests", "`requests` is missing", "Add it"),
    in_model("range that goes down", "timeout: {least: 1, most: 100}", "timeout: {least: 100, most: ‸1}",
             "ranges.timeout.most", "`most` is not more than `least`", "Correct one of them"),
    in_model("range beyond what a workload may have", "price_in: {least: 0.1, most: 100}",
             "price_in: {least: 0.1, most: ‸1001}", "ranges.price_in.most", "1001 is out of range", "at most 1000"),
    in_model("range of what is no fact", "  seconds: {least", "  ‸secnds: {least", "ranges.secnds",
             "`secnds` is not possible here", "Did you mean `seconds`?"),
    in_model("unknown source of a figure", "note: A share.}\nmodes", "note: A share., sources: [‸studies]}\nmodes",
             "latency.refused.sources[0]", "unknown source `studies`", "Did you mean `study`?"),
]
"""In the model."""

SETTINGS = [
    in_workshop("tick that is less than the one before", "ticks: [0.1, 1, 10,", "ticks: [0.1, 10, ‸1,", "race.ticks[2]",
                "1 is not more than the one before", "the smallest first"),
    in_workshop("tick that stands twice", "ticks: [0.1, 1, 10,", "ticks: [0.1, 1, ‸1,", "race.ticks[2]",
                "1 is not more than the one before", "the smallest first"),
    in_workshop("axis that reaches beyond its last tick", "86400, 604800]\n  reach: 86400",
                "7200, 86400]\n  reach: ‸86401", "race.reach", "86401 does not lie on the axis",
                "at most its last, 86400"),
    in_workshop("axis that reaches nowhere", "reach: 86400", "reach: ‸0.1", "race.reach",
                "0.1 does not lie on the axis", "more than its first tick, 0.1"),
    in_workshop("field in two groups", "facts: [price_in, price_out]", "facts: [price_in, price_out, ‸reader]",
                "workload.groups[4].facts[2]", "`reader` stands here a second time", "must be different"),
    in_workshop("field in no group", "  groups:\n    - name: The requests\n      facts: [requests, times_a_day,",
                "  ‸groups:\n    - name: The requests\n      facts: [times_a_day,", "workload.groups",
                "no group has the field `requests`", "Add it to the `facts` of one"),
    in_workshop("field that is misspelt in its group", "facts: [price_in,", "facts: [‸price_inn,",
                "workload.groups[4].facts[0]", "`price_inn` is not possible here", "Did you mean `price_in`?"),
    in_workshop("hint for a field that there is not", "    deadline: Such", "    ‸dedline: Such",
                "workload.hints.dedline", "`dedline` is not possible here", "Did you mean `deadline`?"),
    in_workshop("unit with capitals", "units: {s: 1,", "units: {‸S: 1,", "workload.units.S", "`S` can never be typed",
                "small letters"),
    in_workshop("size that ends in a stop", "sizes: {k: 1000,", "sizes: {‸k.: 1000,", "workload.sizes.k.",
                "`k.` can never be typed", "small letters"),
    in_workshop("lesson without a unit of time", UNITS, "‸units: {}", "workload.units", "there are no entries",
                "at least one"),
    in_workshop("criterion that nobody can meet", "good: 8", "good: ‸11", "practice.criterion.good",
                "of 10 no 11 can be good", "at most 10"),
]
"""In the words and numbers of the later views."""

MISMATCHES = DIAGRAMS + LESSONS + SCENES + RANGES + CONDUCT + SETTINGS
