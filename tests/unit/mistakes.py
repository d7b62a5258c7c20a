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
    in_mode("syntax", "lead: Ask and wait.", "lead: Ask‸: and wait.", "",
            "this is not YAML", "missing quotation mark, colon"),
    in_mode("tab", "  - name: Client", "‸\t- name: Client", "", "'\\t'", "wrong indent"),
    in_mode("empty", MODE, "‸", "", "the file is empty", "copy the shape of a file beside it"),
    in_mode("only a comment", MODE, "‸# nothing yet\n", "", "the file is empty", "Restore"),
    in_mode("quotation mark that is not closed", "client: waits", 'client: ‸"waits', "", "this is not YAML",
            "Close the quotation mark that opens here"),
    in_mode("apostrophe that opens a text", "client: waits", "client: ‸'tis waiting", "", "this is not YAML",
            "Close the quotation mark that opens here"),
    in_mode("anchor", "name: Call", "name: ‸&call Call", "", "anchors and aliases", "quotation marks"),
    in_mode("alias", "name: Call", "name: ‸*call", "", "anchors and aliases", "Write the value out"),
    in_mode("tag", "name: Call", "name: ‸!important", "", "tags (!) are not used here", "quotation marks"),
    in_mode("tag that would run code", "name: Call", "name: ‸!!python/object/apply:os.getcwd []", "",
            "tags (!) are not used here", "Remove the tag"),
    in_mode("deep nesting", MODE, "[" * 20 + "‸[" + "]" * 21, "", "more than 20 levels of nesting", "flatter"),
    in_mode("bottomless nesting", MODE, "[" * 20 + "‸[" + "[" * 100_000, "", "more than 20 levels of nesting",
            "flatter"),
    in_mode("huge file", MODE, "‸a: " + "x" * 300_000, "", "more than 262144 characters", "Shorten it"),
    in_mode("too many values", MODE, "- 1\n" * 4_999 + "- ‸1\n", "", "more than 5000 values", "Shorten it"),
    *(in_mode(f"number written as {number[:8]}", "median: 2.0", f"median: ‸{number}", "",
              f"`{number[:30]}` is not a number that belongs here", "plain number")
      for number in (".nan", ".inf", "-.INF", "0x10", "0b11", "1:30", "1:30.5", "1" * 31, "9" * 5_000)),
    in_mode("control character", "client: waits", "client: w‸\x01aits", "", "this character cannot be shown",
            "Remove it"),
    in_mode("half a character", "client: waits", "client: w‸\ud800aits", "", "this character cannot be shown",
            "Remove it"),
    in_mode("other text than UTF-8", "client: waits", "client: w‸\ufffdits", "", "not UTF-8", "Save it as UTF-8"),
    in_mode("control character in other words", "client: waits", r'client: ‸"w\x01aits"', ".client",
            "a character that cannot be shown", "Remove it"),
    in_mode("half a character in other words", "client: waits", r'client: ‸"w\ud800aits"', ".client",
            "a character that cannot be shown", "Remove it"),
    in_mode("name that stands twice", "shape: circle", "shape: circle\nshape: ‸square", ".shape",
            "`shape` stands here a second time", "Keep one of the two"),
    in_mode("name that is not text", "{Client: blocked,", "{1: ‸blocked,", ".steps[0].states.1",
            "the name `1` is not text", "quotation marks"),
    in_mode("two documents", "colour: blue", "‸---\ncolour: blue", "", "another document", ""),
]
"""Files that are not data at all."""

MISSHAPEN = [
    in_mode("unknown field", "    caption: The client asks.", "    caption: The client asks.\n    ‸captoin: Twice.",
            ".steps[0].captoin", "unknown field `captoin`", "Did you mean `caption`?"),
    in_mode("unknown field unlike any", "client: waits", "client: waits\n‸xyz: 1", ".xyz", "unknown field `xyz`",
            "Use one of `name`, `colour`, `shape`, `lead`, `latency`, `client`, `idea`, `participants`, …"),
    in_mode("frame whose name has spaces", "  tries:", "  ‸its tries:", ".frames.its tries",
            "the name `its tries` has not the right form", "small letters, digits and hyphens"),
    Mistake("source whose name has capitals", "sources.yaml", SOURCES, SOURCES + SOURCES.replace("study", "‸Study", 1),
            "sources.Study", "the name `Study` has not the right form", "small letters, digits and hyphens"),
    in_mode("missing field", "name: Call\ncolour: blue", "‸name: Call", ".colour", "`colour` is missing", "Add it"),
    in_mode("missing field of an entry", "- kind: reply\n    from: Vendor\n    to: Client\n    label: Answers\n",
            "- ‸kind: reply\n    from: Vendor\n    to: Client\n", ".steps[2].label", "`label` is missing", "Add it"),
    in_mode("number where text belongs", "name: Call", "name: ‸12", ".name", "a number stands where text belongs",
            "quotation marks"),
    in_mode("yes where text belongs", "label: Asks", "label: ‸yes", ".steps[0].label",
            "`true` or `false` stands where text belongs", "quotation marks"),
    in_mode("nothing where text belongs", "lead: Ask and wait.", "lead:‸", ".lead",
            "nothing stands where text belongs", "Write text"),
    in_mode("text where a list belongs", "use_when:\n  - text: There is time.", "use_when: ‸There is time.",
            ".use_when", "text stands where a list belongs", "`- `"),
    in_mode("list where text belongs", "label: Works", "‸label: [Works]", ".steps[1].label",
            "a list stands where text belongs", "Write text"),
    in_mode("text where fields belong", "price:\n  multiplier: 1.0\n  text: The full price.", "price: ‸full", ".price",
            "text stands where a group of named fields belongs", "a group of named fields"),
    in_mode("text where a number belongs", "median: 2.0", "median: ‸two", ".measures[0].median",
            "text stands where a number belongs", "Write a number"),
    in_mode("fraction where a whole number belongs", "weight: 1", "weight: ‸1.5", ".engineering.weight",
            "whole number belongs", "Write a whole number"),
    in_mode("choice that there is not", "colour: blue", "colour: ‸bleu", ".colour", "`bleu` is not possible here",
            "Did you mean `blue`?"),
    in_mode("choice unlike any", "shape: circle", "shape: ‸hexagon", ".shape", "`hexagon` is not possible here",
            "Use one of `circle`, `triangle`, `diamond`, `square`"),
    in_mode("text that is too long", "name: Call", "name: ‸" + "x" * 25, ".name", "the text has 25 characters",
            "Shorten it to 24"),
    in_mode("empty text", "client: waits", 'client: ‸""', ".client", "the text is empty", "Write something"),
    in_mode("blank text", "client: waits", 'client: ‸"   "', ".client", "the text is empty", "Write something"),
    in_mode("text of spaces that do not break", "client: waits", "client: ‸'\u00a0'", ".client", "the text is empty",
            "Write something"),
    in_mode("number that is too large", "p99: 9.0", "p99: ‸604801", ".measures[0].p99", "604801 is out of range",
            "at most 604800"),
    in_mode("number that is too small", "median: 2.0", "median: ‸0", ".measures[0].median", "0 is out of range",
            "more than 0"),
    in_mode("weight that is too small", "weight: 1", "weight: ‸0", ".engineering.weight", "0 is out of range",
            "at least 1"),
    in_mode("list that is too short", "avoid_when:\n  - text: There is none.", "‸avoid_when: []", ".avoid_when",
            "the list has 0 entries", "at least 1"),
    in_mode("list that is too long", "participants:\n", "‸participants:\n" + "".join(
        f"  - {{name: {name}, role: It looks on.}}\n" for name in ("One", "Two", "Three")), ".participants",
            "the list has 5 entries", "at most 4"),
    Mistake("day that there is not", "sources.yaml", '"2026-11-22"', "‸2026-13-41", "sources.study.read",
            "`2026-13-41` has not the right form", "Write it like `2026-11-22`"),
    Mistake("date in another form", "sources.yaml", '"2026-11-22"', '‸"22 Nov 2026"', "sources.study.read",
            "`22 Nov 2026` has not the right form", "Write it like `2026-11-22`"),
    Mistake("address that is no address", "sources.yaml", "https://example.org", "‸javascript:alert(1)//",
            "sources.study.address", "has not the right form", "`https://example.org/page`"),
    Mistake("list where a file of fields belongs", "lesson.yaml", LESSON, "‸- a\n", "lesson",
            "a list stands where a group of named fields belongs", ""),
    Mistake("scenario of a choice that is not one", "scenarios.yaml", "verdict: best", "verdict: ‸bets",
            "scenarios.question.choices.call.verdict", "`bets` is not possible here", "Did you mean `best`?"),
    Mistake("scenario with one hint", "scenarios.yaml", "  hints:\n    - There is one way.\n", "  ‸hints:\n",
            "scenarios.question.hints", "the list has 1 entries", "at least 2"),
    Mistake("template in which there varies what there is not", "templates.yaml", "requests: {from", "‸reqests: {from",
            "templates.questions.between.reqests", "`reqests` is not possible here", "Did you mean `requests`?"),
    Mistake("deadline at once", "scenarios.yaml", "deadline: 30",
            "deadline: ‸0", "scenarios.question.workload.deadline", "0 is out of range", "more than 0"),
    Mistake("word around the race that is used nowhere", "workshop.yaml", "\nrace:\n", "\nrace:\n  ‸ply: Play\n",
            "workshop.race.ply", "unknown field `ply`", "Did you mean `play`?"),
]
"""Data of another shape than the schema's."""
