"""Every kind of mistake that an author can make in a single place, and what the author is told about it.

In the text that is put in, the caret ‸ marks where the message must point; it is taken out before the file is read.
"""

from dataclasses import dataclass

from tests.unit.small import LESSON, MODE, SOURCES, small_files

CARET = "‸"


@dataclass(frozen=True)
class Mistake:
    """One edit of a file of the small lesson, and what is said about it."""

    name: str
    file: str
    old: str
    """What is replaced, once; the whole file if this is the file."""
    new: str
    path: str
    wrong: str
    remedy: str

    @property
    def marked(self) -> str:
        """The broken file with the caret still in it."""
        original = small_files()[self.file]
        assert original.count(self.old) >= 1, f"{self.name}: nothing to replace"
        return original.replace(self.old, self.new, 1)

    @property
    def text(self) -> str:
        """The broken file."""
        return self.marked.replace(CARET, "")

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the caret, from 1."""
        before = self.marked.partition(CARET)[0]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def in_mode(name: str, old: str, new: str, path: str, wrong: str, remedy: str) -> Mistake:
    return Mistake(name, "modes/call.yaml", old, new, f"modes.call{path}", wrong, remedy)


UNREADABLE = [
    in_mode(
        "colon in a text",
        "lead: Ask and wait.",
        "lead: Ask‸: and wait.",
        "",
        "this line already has one",
        "in quotation marks",
    ),
    in_mode(
        "field that is indented too deep",
        "idea: waits\nparticipants",
        "idea: waits\n  ‸participants",
        "",
        "the indentation of this line fits none",
        "same column",
    ),
    in_mode(
        "field that is indented too little",
        "    to: Vendor\n",
        "   ‸to: Vendor\n",
        "",
        "the indentation of this line fits none",
        "same column",
    ),
    in_mode(
        "list entry that is indented too little",
        "  - name: Vendor",
        " ‸- name: Vendor",
        "",
        "the indentation of this line fits none",
        "same column",
    ),
    in_mode(
        "colon without a space",
        "idea: waits",
        "‸idea:waits",
        "",
        "there is no space after the colon",
        "`name: value`",
    ),
    in_mode("field without a colon", "idea: waits", "‸idea waits", "", "this line has no colon", "`name: value`"),
    in_mode("tab before a field", "  - name: Client", "‸\t- name: Client", "", "tab (U+0009)", "plain spaces"),
    in_mode("tab after a colon", "label: Asks", "label:‸\tAsks", "", "tab (U+0009)", "plain spaces"),
    in_mode("tab in a text", "label: Asks", 'label: ‸"A\tsks"', ".steps[0].label", "tab (U+0009)", "spaces"),
    in_mode(
        "no-break space before a field",
        "idea: waits",
        "‸\u00a0idea: waits",
        ".\u00a0idea".replace("\u00a0", "<U+00A0>"),
        "no-break space (U+00A0)",
        "plain letters",
    ),
    in_mode(
        "no-break space that indents",
        "    to: Vendor\n",
        "  ‸\u00a0 to: Vendor\n",
        "",
        "no-break space (U+00A0)",
        "plain spaces",
    ),
    in_mode(
        "no-break space after a colon",
        "idea: waits",
        "idea:‸\u00a0waits",
        "",
        "no-break space (U+00A0)",
        "plain spaces",
    ),
    in_mode(
        "zero-width space in a name",
        "idea: waits",
        "‸id\u200bea: waits",
        ".id<U+200B>ea",
        "zero-width space (U+200B)",
        "plain letters",
    ),
    *(
        in_mode(f"{name} in a text", "idea: waits", f"idea: w‸{character}aits", "", f"a {name} (U+", "Delete it")
        for character, name in (
            ("\u2028", "line separator"),
            ("\x85", "next line"),
            ("\ufeff", "byte order mark"),
            ("\u202e", "right-to-left override"),
        )
    ),
    in_mode("empty", MODE, "‸", "", "the file is empty", "copy the shape of a file beside it"),
    in_mode("only a comment", MODE, "‸# nothing yet\n", "", "the file is empty", "Restore"),
    in_mode(
        "quotation mark that is not closed",
        "idea: waits",
        'idea: ‸"waits',
        "",
        "the quotation mark that opens here",
        "Close it where the text ends",
    ),
    in_mode(
        "quotation mark that a later one closes",
        "lead: Ask and wait.\nidea: waits",
        'lead: ‸"Ask and wait.\nidea: "waits"',
        "",
        "the quotation mark that opens here",
        "Close it",
    ),
    in_mode(
        "quotation mark that is not closed on the last line",
        "- text: One call.",
        '- text: ‸"One call.',
        "",
        "the quotation mark that opens here",
        "where the text ends",
    ),
    in_mode(
        "apostrophe that opens a text",
        "idea: waits",
        "idea: ‸'tis waiting",
        "",
        "the quotation mark that opens here",
        "If it is an apostrophe",
    ),
    in_mode(
        "text behind a quotation mark",
        "idea: waits",
        'idea: "waits" ‸here',
        "",
        "there is text after a closing quotation mark",
        "the other kind",
    ),
    in_mode(
        "quotation marks of print",
        "idea: waits",
        "idea: ‸“waits”",
        "",
        "left double quotation mark (U+201C) is no quotation mark",
        "straight ones",
    ),
    in_mode(
        "backslash between quotation marks",
        "idea: waits",
        r'idea: "w\‸d"',
        "",
        "begins an escape",
        "two backslashes",
    ),
    in_mode(
        "escape of no character",
        "idea: waits",
        r'idea: ‸"w\U00110000"',
        "",
        "stands for no character",
        "the character itself",
    ),
    in_mode(
        "number sign in a text",
        "caption: The client asks.",
        "caption: The client asks ‸#12.",
        "",
        "a comment, which readers do not see",
        "Put the text in quotation marks",
    ),
    in_mode(
        "text that begins with a number sign",
        "label: Asks",
        "label:‸ #12",
        "",
        "only a comment stands here",
        "in quotation marks",
    ),
    in_mode(
        "bracket that is not closed",
        "sources: [study]\n  - kind",
        "sources: ‸[study\n  - kind",
        "",
        "the bracket `[` that opens here is not closed",
        "Close it",
    ),
    in_mode(
        "brace that is not closed",
        "{Client: blocked, Vendor: busy}",
        "‸{Client: blocked, Vendor: busy",
        "",
        "the bracket `{` that opens here is not closed",
        "Close it",
    ),
    in_mode(
        "comma that is missing",
        "{Client: blocked, Vendor: busy}",
        "{Client: blocked Vendor‸: busy}",
        "",
        "a comma is missing",
        "Separate the entries by commas",
    ),
    in_mode("bracket too many", "[study]\n  - kind", "[study]‸]\n  - kind", "", "closes nothing", "Remove it"),
    in_mode(
        "text that begins with a bracket",
        "idea: waits",
        "idea: [it] ‸waits",
        "",
        "there is text after a closing bracket",
        "in quotation marks",
    ),
    in_mode(
        "text that begins with an asterisk",
        "idea: waits",
        "idea: ‸**waits**",
        "",
        "a meaning of its own",
        "in quotation marks",
    ),
    in_mode(
        "text that begins with a greater-than sign",
        "idea: waits",
        "idea: ‸> 5 s",
        "",
        "a meaning of its own",
        "in quotation marks",
    ),
    in_mode(
        "text that begins with an at sign",
        "idea: waits",
        "idea: ‸@waits",
        "",
        "text cannot begin with `@`",
        "in quotation marks",
    ),
    in_mode(
        "list entry on the line of its name",
        "idea: waits",
        "idea: ‸- waits",
        "",
        "a list cannot start here",
        "a line of its own",
    ),
    in_mode("anchor", "name: Call", "name: ‸&call Call", "", "anchors and aliases", "quotation marks"),
    in_mode("alias", "name: Call", "name: ‸*call", "", "anchors and aliases", "Write the value out"),
    in_mode("merge", "idea: waits", "‸<<: {idea: waits}", "", "merging (<<) is not used here", "Write the fields"),
    in_mode(
        "name that is a list",
        "idea: waits",
        "? ‸[idea]\n: waits",
        "",
        "a name of a field must be text",
        "`name: value`",
    ),
    in_mode("directive", "name: Call", "‸%YAML 1.1\n---\nname: Call", "", "directives (%)", "Remove this line"),
    in_mode("tag", "name: Call", "name: ‸!important", "", "tags (!) are not used here", "quotation marks"),
    in_mode(
        "tag that would run code",
        "name: Call",
        "name: ‸!!python/object/apply:os.getcwd []",
        "",
        "tags (!) are not used here",
        "Remove the tag",
    ),
    in_mode("deep nesting", MODE, "[" * 20 + "‸[" + "]" * 21, "", "more than 20 levels of nesting", "flatter"),
    in_mode(
        "bottomless nesting", MODE, "[" * 20 + "‸[" + "[" * 100_000, "", "more than 20 levels of nesting", "flatter"
    ),
    in_mode("huge file", MODE, "‸a: " + "x" * 300_000, "", "more than 262,144 characters", "second file"),
    in_mode("too many values", MODE, "- 1\n" * 4_999 + "- ‸1\n", "", "more than 5,000 values", "second file"),
    *(
        in_mode(
            f"number written as {number[:8]}",
            "median: 2.0",
            f"median: ‸{number}",
            "",
            f"`{number[:30]}",
            "plain number",
        )
        for number in (".nan", ".inf", "-.INF", "1e400", "1" * 31, "9" * 5_000)
    ),
    in_mode(
        "number that could be two",
        "median: 2.0",
        "median: ‸50.000",
        "",
        "`50.000` could be 50 or 50000",
        "Write 50, or 50000",
    ),
    in_mode("control character", "idea: waits", "idea: w‸\x01aits", "", "control character U+0001", "Delete it"),
    in_mode("half a character", "idea: waits", "idea: w‸\ud800aits", "", "control character U+D800", "Delete it"),
    in_mode("other text than UTF-8", "idea: waits", "idea: w‸\ufffdits", "", "not UTF-8", "Save it as UTF-8"),
    in_mode("file that may not be read", MODE, "‸\0", "", "the file cannot be read", "Allow yourself"),
    in_mode(
        "merge conflict",
        "idea: waits",
        "‸<<<<<<< HEAD\nidea: waits\n=======\nidea: asks\n>>>>>>> other",
        "",
        "a merge left two versions here",
        "Keep one, and remove",
    ),
    in_mode(
        "control character in other words",
        "idea: waits",
        r'idea: ‸"w\x01aits"',
        ".idea",
        "control character U+0001",
        "Delete it",
    ),
    in_mode(
        "half a character in other words",
        "idea: waits",
        r'idea: ‸"w\ud800aits"',
        ".idea",
        "control character U+D800",
        "Delete it",
    ),
    in_mode(
        "name that stands twice",
        "shape: circle",
        "shape: circle\nshape: ‸square",
        ".shape",
        "`shape` stands here a second time",
        "Keep one of the two",
    ),
    in_mode(
        "name that is not text",
        "{Client: blocked,",
        "{1: ‸blocked,",
        ".steps[0].states.1",
        "the name `1` is not text",
        "quotation marks",
    ),
    in_mode(
        "two documents",
        "colour: blue",
        "‸---\ncolour: blue",
        "",
        "a second document starts here",
        "Remove the line `---`",
    ),
]
"""Files that are not data at all."""

MISSHAPEN = [
    in_mode(
        "unknown field",
        "    caption: The client asks.",
        "    caption: The client asks.\n    ‸captoin: Twice.",
        ".steps[0].captoin",
        "unknown field `captoin`",
        "Did you mean `caption`?",
    ),
    in_mode(
        "unknown field unlike any",
        "idea: waits",
        "idea: waits\n‸xyz: 1",
        ".xyz",
        "unknown field `xyz`",
        "Use one of `name`, `colour`, `shape`, `lead`, `idea`, `participants`, `steps`, `sections`, …",
    ),
    in_mode(
        "only colon without a space",
        "text: One call.",
        "‸text:One call.",
        ".sections.engineering.points[0]",
        "expected a group of named fields",
        "Put a space after the colon: `text: One call.`",
    ),
    in_mode(
        "field that is misspelt", "\nsteps:", "\n‸stepz:", ".stepz", "unknown field `stepz`", "Did you mean `steps`?"
    ),
    in_mode(
        "frame whose name has spaces",
        "  tries:",
        "  ‸its tries:",
        ".frames.its tries",
        "the name `its tries` does not have the right form",
        "small letters, digits and hyphens",
    ),
    Mistake(
        "source whose name has capitals",
        "sources.yaml",
        SOURCES,
        SOURCES + SOURCES.replace("study", "‸Study", 1),
        "sources.Study",
        "the name `Study` does not have the right form",
        "small letters, digits and hyphens",
    ),
    in_mode("missing field", "name: Call\ncolour: blue", "‸name: Call", ".colour", "`colour` is missing", "Add it"),
    in_mode(
        "missing field of an entry",
        "- kind: reply\n    from: Vendor\n    to: Client\n    label: Answers\n",
        "- ‸kind: reply\n    from: Vendor\n    to: Client\n",
        ".steps[2].label",
        "`label` is missing",
        "Add it",
    ),
    in_mode(
        "number where text belongs",
        "name: Call",
        "name: ‸12",
        ".name",
        "expected text, found the number 12",
        "quotation marks",
    ),
    in_mode(
        "true where text belongs",
        "label: Asks",
        "label: ‸true",
        ".steps[0].label",
        "expected text, found `true` or `false`",
        "quotation marks",
    ),
    in_mode(
        "nothing where text belongs",
        "lead: Ask and wait.",
        "lead:‸",
        ".lead",
        "expected text, found nothing",
        "Write text",
    ),
    in_mode(
        "text where a list belongs",
        "    points:\n      - text: There is time.",
        "    points: ‸There is time.",
        ".sections.use.points",
        "expected a list, found the text `There is time.`",
        "`- `",
    ),
    in_mode(
        "list where text belongs",
        "label: Works",
        "‸label: [Works]",
        ".steps[1].label",
        "expected text, found a list",
        "Write text",
    ),
    in_mode(
        "text where fields belong",
        "  price:\n    multiplier: 1.0\n    text: The full price.",
        "  price: ‸full",
        ".sections.price",
        "expected a group of named fields, found the text `full`",
        "each on its own line",
    ),
    *(
        in_mode(
            f"number written as {text}",
            "median: 2.0",
            f"median: ‸{text}",
            ".sections.latency.measures[0].median",
            "expected a number, found the text",
            remedy,
        )
        for text, remedy in (
            ("two", "such as 40 or 0.5"),
            ('"40"', "Write 40 without"),
            ("40,5", "Write 40.5."),
            ("70%", "Write 0.7,"),
            ("50,000", "Write 50000."),
            ("1_000", "Write 1000."),
            ("1.000.000", "Write 1000000."),
            ("12:30", "Write the seconds: 750."),
            ("5 min", "Write the seconds: 300."),
            ("$3", "Write only the number: 3."),
            ("5k", "Write 5000."),
            ("1/4", "Write 0.25."),
            ("0b11", "such as 40 or 0.5"),
        )
    ),
    Mistake(
        "yes where true or false belongs",
        "scenarios.yaml",
        "independent: true",
        "independent: ‸yes",
        "scenarios.question.workload.independent",
        "expected true or false, found the text `yes`",
        "Write true.",
    ),
    Mistake(
        "no between quotation marks",
        "scenarios.yaml",
        "independent: true",
        'independent: ‸"No"',
        "scenarios.question.workload.independent",
        "expected true or false, found the text `No`",
        "Write false.",
    ),
    Mistake(
        "number without an exact value",
        "scenarios.yaml",
        "requests: 1",
        "requests: ‸2.125",
        "scenarios.question.workload.requests",
        "expected a whole number, found the number 2.125",
        "Write a whole number",
    ),
    in_mode(
        "long text where a choice belongs",
        "colour: blue",
        "colour: ‸" + "x" * 100_000,
        ".colour",
        "`" + "x" * 60 + "…` is not possible here",
        "Use one of",
    ),
    in_mode(
        "long name of a field",
        "idea: waits",
        "idea: waits\n‸" + "x" * 1000 + ": 1",
        "." + "x" * 60 + "…",
        "unknown field `" + "x" * 60 + "…`",
        "Use one of",
    ),
    in_mode(
        "choice with something that nobody sees",
        "colour: blue",
        "colour: ‸blue\u200b",
        ".colour",
        "`blue<U+200B>` is not possible here",
        "Did you mean `blue`?",
    ),
    in_mode(
        "fraction where a whole number belongs",
        "weight: 1",
        "weight: ‸1.5",
        ".sections.engineering.weight",
        "expected a whole number, found the number 1.5",
        "Write a whole number",
    ),
    in_mode(
        "choice that there is not",
        "colour: blue",
        "colour: ‸bleu",
        ".colour",
        "`bleu` is not possible here",
        "Did you mean `blue`?",
    ),
    in_mode(
        "choice unlike any",
        "shape: circle",
        "shape: ‸hexagon",
        ".shape",
        "`hexagon` is not possible here",
        "Use one of `circle`, `triangle`, `diamond`, `square`",
    ),
    in_mode(
        "text that is too long",
        "name: Call",
        "name: ‸" + "x" * 25,
        ".name",
        "the text has 25 characters",
        "Shorten it to 24",
    ),
    in_mode("empty text", "idea: waits", 'idea: ‸""', ".idea", "the text is empty", "Write something"),
    in_mode("blank text", "idea: waits", 'idea: ‸"   "', ".idea", "the text is empty", "Write something"),
    in_mode(
        "text of nothing that anybody sees",
        "idea: waits",
        "idea: ‸\u200b\u2060",
        ".idea",
        "the text is empty",
        "Write something",
    ),
    in_mode(
        "text of spaces that do not break",
        "idea: waits",
        "idea: ‸'\u00a0'",
        ".idea",
        "the text is empty",
        "Write something",
    ),
    in_mode(
        "number that is too large",
        "p99: 9.0",
        "p99: ‸604801",
        ".sections.latency.measures[0].p99",
        "604801 is out of range",
        "at most 604800",
    ),
    in_mode(
        "number that is too small",
        "median: 2.0",
        "median: ‸0",
        ".sections.latency.measures[0].median",
        "0 is out of range",
        "more than 0",
    ),
    in_mode(
        "weight that is too small", "weight: 1", "weight: ‸0", ".sections.engineering.weight", "0 is out of range", "at least 1"
    ),
    in_mode(
        "list that is too short",
        "    points:\n      - text: There is none.",
        "    ‸points: []",
        ".sections.avoid.points",
        "the list has 0 entries",
        "at least 1",
    ),
    in_mode(
        "list that is too long",
        "participants:\n",
        "‸participants:\n" + "".join(f"  - {{name: {name}, role: It looks on.}}\n" for name in ("One", "Two", "Three")),
        ".participants",
        "the list has 5 entries",
        "It may have at most 4",
    ),
    Mistake(
        "day that there is not",
        "sources.yaml",
        '"2026-11-22"',
        "‸2026-13-41",
        "sources.study.read",
        "there is no day `2026-13-41`",
        "as in `2026-11-22`",
    ),
    Mistake(
        "31st of February",
        "sources.yaml",
        '"2026-11-22"',
        "‸2026-02-31",
        "sources.study.read",
        "there is no day `2026-02-31`",
        "as in `2026-11-22`",
    ),
    Mistake(
        "leap day of another year",
        "sources.yaml",
        '"2026-11-22"',
        "‸2026-02-29",
        "sources.study.read",
        "there is no day `2026-02-29`",
        "as in `2026-11-22`",
    ),
    Mistake(
        "date in another form",
        "sources.yaml",
        '"2026-11-22"',
        '‸"22 Nov 2026"',
        "sources.study.read",
        "`22 Nov 2026` does not have the right form",
        "Write it like `2026-11-22`",
    ),
    Mistake(
        "address that is no address",
        "sources.yaml",
        "https://example.org",
        "‸javascript:alert(1)//",
        "sources.study.address",
        "does not have the right form",
        "`https://example.org/page`",
    ),
    Mistake(
        "list where a file of fields belongs",
        "lesson.yaml",
        LESSON,
        "‸- a\n",
        "lesson",
        "expected a group of named fields, found a list",
        "",
    ),
    Mistake(
        "scenario of a choice that is not one",
        "scenarios.yaml",
        "verdict: best",
        "verdict: ‸bets",
        "scenarios.question.choices.call.verdict",
        "`bets` is not possible here",
        "Did you mean `best`?",
    ),
    Mistake(
        "scenario with one hint",
        "scenarios.yaml",
        "  hints:\n    - There is one way.\n",
        "  ‸hints:\n",
        "scenarios.question.hints",
        "the list has 1 entry",
        "at least 2",
    ),
    Mistake(
        "template in which there varies what there is not",
        "templates.yaml",
        "requests: {from",
        "‸reqests: {from",
        "templates.questions.between.reqests",
        "`reqests` is not possible here",
        "Did you mean `requests`?",
    ),
    Mistake(
        "deadline at once",
        "scenarios.yaml",
        "deadline: 30",
        "deadline: ‸0",
        "scenarios.question.workload.deadline",
        "0 is out of range",
        "more than 0",
    ),
    Mistake(
        "word around the race that is used nowhere",
        "workshop.yaml",
        "\nrace:\n",
        "\nrace:\n  ‸ply: Play\n",
        "workshop.race.ply",
        "unknown field `ply`",
        "Did you mean `play`?",
    ),
]
"""Data of another shape than the schema's."""
