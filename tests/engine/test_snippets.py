"""The code that learners could start from: tied to real steps, checked, and shown with them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from typing import cast

import pytest

from engine.content.document import Document, read
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.load import load
from engine.content.problems import ContentError
from engine.features.code.content import (
    CodeLine,
    Snippet,
    file_of,
    find_problems,
    marked,
)
from engine.features.code.presenter import code as presented
from engine.features.code.room import update
from engine.features.code.state import ChooseVendor, Code, shown
from engine.features.code.view import code
from engine.state import State
from tests.support.markup import Tag, find, tags
from tools.highlighting import highlighted, parts_of

STEPS = {"call": ["ask", "wait", "answer"]}
NAMES = STEPS["call"]
SHEET = """\
vendors:
  acme: {name: Acme, package: acme, version: "1"}
remarks:
  call:
    acme: {text: It is new.}
"""


# Marks


def test_a_mark_holds_to_the_next_mark_or_blank_line_and_is_not_shown() -> None:
    lines = marked("import acme\n# step ask\nask()\n    # step answer, wait\nwait()\n\nuse()\n", NAMES)
    assert [(line.text, line.steps) for line in lines] == [
        ("import acme", ()),
        ("ask()", (1,)),
        ("wait()", (2, 3)),
        ("", ()),
        ("use()", ()),
    ]


def test_an_ordinary_comment_is_shown() -> None:
    lines = marked("# two steps\nask()  # step ask\n", NAMES)
    assert [line.text for line in lines] == ["# two steps", "ask()  # step ask"]


# Mistakes


def problems(sheet: str, files: Mapping[str, str]) -> list[str]:
    document = read("code.yaml", sheet)
    assert isinstance(document, Document)
    return [str(problem) for problem in find_problems(document.data, files, STEPS, document.problem)]


def test_code_without_mistakes_has_no_problem() -> None:
    assert problems(SHEET, {"code/call_acme.py": "# step ask, answer\nask()\n", "modes/call.yaml": ""}) == []


@pytest.mark.parametrize(
    ("sheet", "files", "said"),
    [
        (
            SHEET,
            {"code/call_acme.py": "ask()\n# step ask, anwser\nuse()\n"},
            "content/code/call_acme.py:2:1: code.call_acme: the mode has no step `anwser`. Did you mean `answer`?",
        ),
        (
            SHEET,
            {"code/call_acme.py": "ask()\n# step 2\nuse()\n"},
            "content/code/call_acme.py:2:1: code.call_acme: the mode has no step `2`. Did you mean `wait`?",
        ),
        (
            SHEET,
            {"code/call_acme.py": "# step 4\nask()\n"},
            "content/code/call_acme.py:1:1: code.call_acme: the mode has no step `4`. Use one of `ask`, `wait`, `answer`.",
        ),
        (
            SHEET,
            {"code/call_acme.py": "# Step 2:\nask()\n"},
            (
                "content/code/call_acme.py:1:1: code.call_acme: this mark cannot be read. "
                "Write it like `# step upload`, or `# step upload, batch-id` for several."
            ),
        ),
        (
            SHEET,
            {"code/call_acme.py": "ask(\n"},
            "content/code/call_acme.py:1:1: code.call_acme: this is not Python: '(' was never closed. Correct it.",
        ),
        (SHEET, {}, "content/code/call_acme.py:1:1: code.call_acme: the file is missing. Restore it."),
        (
            SHEET,
            {"code/call_acme.py": "", "code/call_acne.py": ""},
            (
                "content/code/call_acne.py:1:1: code.call_acne: no mode and vendor have this name. "
                "Name it after both, like the files beside it."
            ),
        ),
        (
            SHEET.replace("    acme:", "    acne:"),
            {"code/call_acme.py": ""},
            "content/code.yaml:5:5: code.remarks.call.acne: unknown vendor `acne`. Did you mean `acme`?",
        ),
        (
            SHEET.replace("  call:", "  cal:"),
            {"code/call_acme.py": ""},
            "content/code.yaml:4:3: code.remarks.cal: unknown mode `cal`. Did you mean `call`?",
        ),
        (
            SHEET[: SHEET.index("  call:")].replace("remarks:", "remarks: {}"),
            {"code/call_acme.py": ""},
            "content/code.yaml:3:1: code.remarks: the mode `call` is missing. Add it.",
        ),
        (
            SHEET.replace("vendors:", 'vendors:\n  other: {name: Other, package: other, version: "1"}'),
            {"code/call_acme.py": "", "code/call_other.py": ""},
            "content/code.yaml:5:3: code.remarks.call: the vendor `other` is missing. Add it.",
        ),
    ],
    ids=[
        "no such step",
        "a number for a name",
        "a number beyond the last step",
        "a mark that cannot be read",
        "not Python",
        "a missing file",
        "a file too many",
        "a vendor that is not there",
        "a mode that is not there",
        "a mode without remarks",
        "a vendor without one",
    ],
)
def test_one_mistake_is_told_once_with_its_place_and_remedy(sheet: str, files: Mapping[str, str], said: str) -> None:
    assert problems(sheet, files) == [said]


def test_a_mode_may_have_no_code(files: Mapping[str, str], schemas: Mapping[str, str]) -> None:
    uncoded = {name: text for name, text in files.items() if not name.startswith("code/banquet_")}
    sheet = uncoded["code.yaml"]
    uncoded["code.yaml"] = sheet[: sheet.index("  banquet:")]
    assert "banquet" not in load(uncoded, schemas).lazy.snippets.clients


@pytest.mark.parametrize("wrong", ["Post", "p\u043est", '"2"', "blocked"])
def test_the_code_is_not_blamed_for_a_steps_name_that_is_wrong_where_it_is_given(
    files: Mapping[str, str], schemas: Mapping[str, str], wrong: str
) -> None:
    mode = files["modes/counter.yaml"]
    assert mode.count("id: order\n") == 1
    with pytest.raises(ContentError) as caught:
        load({**files, "modes/counter.yaml": mode.replace("id: order\n", f"id: {wrong}\n")}, schemas)
    assert {problem.file for problem in caught.value.problems} == {"modes/counter.yaml"}


@pytest.mark.parametrize("sheet", ["7", "vendors: []", "vendors: {acme: 1}\nremarks: {call: 3}", "remarks: {x: {}}"])
def test_a_sheet_of_any_shape_is_no_surprise(sheet: str) -> None:
    problems(sheet, {"code/call_acme.py": "ask()\n"})


# What is shown


def test_the_first_vendor_is_shown_until_another_is_chosen(lazy: LazyContent) -> None:
    first, second, *_ = lazy.snippets.vendors
    assert shown(Code(), lazy.snippets) == first
    for vendor, found in ((second, second), ("nobody", first)):
        own, _ = update(Code(), ChooseVendor(vendor), cast("State", None))
        assert shown(own, lazy.snippets) == found


def listed(lesson: Lesson, lazy: LazyContent, mode: str, vendor: str) -> list[Tag]:
    """The elements of the view of a mode's code."""
    return tags(str(code(lesson, presented(lesson, lazy, mode, Code(vendor)))))


def blocks(snippet: Snippet) -> list[tuple[tuple[int, ...], list[str]]]:
    """The lines that follow each other and perform the same steps, or none."""
    return [
        (steps, [line.text for line in lines]) for steps, lines in groupby(snippet.lines, key=lambda line: line.steps)
    ]


def steps_around(tag: Tag) -> list[str]:
    """The steps that light an element up, the innermost first."""
    return [each.attributes["data-step"] for each in reversed(tag.around) if "data-step" in each.attributes]


def test_what_is_read_and_selected_is_the_code_and_nothing_else(lesson: Lesson, lazy: LazyContent) -> None:
    for mode in lesson.modes:
        for vendor, snippet in lazy.snippets.clients[mode].items():
            listing = next(find(listed(lesson, lazy, mode, vendor), "code"))
            assert listing.text == snippet.text
            assert listing.around[-1].name == "pre"


def test_lines_can_be_found_by_each_of_their_steps_and_choose_the_first(lesson: Lesson, lazy: LazyContent) -> None:
    for mode in lesson.modes:
        for vendor, snippet in lazy.snippets.clients[mode].items():
            shown_blocks = [
                tag for tag in listed(lesson, lazy, mode, vendor) if tag.attributes.get("class", "").startswith("block")
            ]
            assert [tag.text for tag in shown_blocks] == [
                "".join(f"{text}\n" for text in texts) for _, texts in blocks(snippet)
            ]
            for tag, (steps, _) in zip(shown_blocks, blocks(snippet), strict=True):
                around = [each.attributes for each in tag.around if "data-step" in each.attributes]
                assert steps_around(tag) == [str(step) for step in steps]
                assert all(
                    each["data-event"] == "explore.choose-step" and each["data-value"] == each["data-step"]
                    for each in around
                )


def test_each_block_that_performs_steps_has_a_button_with_their_numbers_in_its_row(
    lesson: Lesson, lazy: LazyContent
) -> None:
    for mode in lesson.modes:
        for vendor, snippet in lazy.snippets.clients[mode].items():
            found = listed(lesson, lazy, mode, vendor)
            margin = next(find(found, "div", class_="margin", role="group"))
            buttons = list(find(found, "button", within=margin, data_event="explore.choose-step"))
            rows = [(row, steps, texts[0]) for row, (steps, texts) in enumerate(blocks(snippet), 1) if steps]
            described = {tag.attributes["id"]: tag.text.rstrip("\n") for tag in found if "id" in tag.attributes}
            assert [
                (
                    each.attributes["style"],
                    each.attributes["data-value"],
                    steps_around(each),
                    described[each.attributes["aria-describedby"]],
                )
                for each in buttons
            ] == [(f"grid-row:{row}", str(steps[0]), [str(step) for step in steps], text) for row, steps, text in rows]
            assert all(re.fullmatch(r"Steps? \d+(–\d+|(, \d+)*)", each.attributes["aria-label"]) for each in buttons)


def test_each_line_goes_on_below_from_where_it_starts(lesson: Lesson, lazy: LazyContent) -> None:
    for mode in lesson.modes:
        for vendor, snippet in lazy.snippets.clients[mode].items():
            lines = list(find(listed(lesson, lazy, mode, vendor), "span", class_="line"))
            assert [line.text for line in lines] == [f"{line.text}\n" for line in snippet.lines]
            assert [line.attributes["style"] for line in lines] == [
                f"--in:{len(line.text) - len(line.text.lstrip())}ch" for line in snippet.lines
            ]


def test_strings_and_comments_are_told_apart_by_the_build_also_over_several_lines() -> None:
    lines = marked("x = '''a\nb'''  # c\n\ny = f'{x}#'\n", [])
    told = [replace(line, parts=tuple(parts)) for line, parts in zip(lines, parts_of(text_of(lines)), strict=True)]
    assert [line.parts for line in told] == [
        (("", "x = "), ("string", "'''a")),
        (("string", "b'''"), ("", "  "), ("comment", "# c")),
        (),
        (("", "y = "), ("string", "f'{"), ("", "x"), ("string", "}#'")),
    ]


def text_of(lines: tuple[CodeLine, ...]) -> str:
    return "\n".join(line.text for line in lines)


def test_what_the_build_tells_apart_is_the_same_code(lesson: Lesson, lazy: LazyContent) -> None:
    coloured = highlighted(lazy)
    for mode, clients in coloured.snippets.clients.items():
        for vendor, snippet in clients.items():
            assert all("".join(text for _, text in line.parts) == line.text for line in snippet.lines)
            found = tags(str(code(lesson, presented(lesson, coloured, mode, Code(vendor)))))
            assert next(find(found, "code")).text == snippet.text
            assert any(find(found, "span", class_="string"))


def test_code_that_was_edited_on_a_host_is_shown_without_colours(lesson: Lesson, lazy: LazyContent) -> None:
    for mode in lesson.modes:
        found = tags(str(code(lesson, presented(lesson, lazy, mode, Code()))))
        assert not [*find(found, "span", class_="string"), *find(found, "span", class_="comment")]


def test_code_has_a_name_and_can_be_copied(lesson: Lesson, lazy: LazyContent) -> None:
    found = tags(str(code(lesson, presented(lesson, lazy, next(iter(lesson.modes)), Code()))))
    listing = next(tag for tag in found if tag.name == "pre")
    assert listing.attributes["aria-label"]
    assert len(list(find(found, "button", data_event="code.copy-code"))) == 1
    assert sum(tag.attributes.get("checked") is not None for tag in found) == 1


def test_a_file_is_named_after_its_mode_and_vendor() -> None:
    assert file_of("call", "acme") == "code/call_acme.py"
