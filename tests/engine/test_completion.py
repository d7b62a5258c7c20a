"""What could stand at a place in a file, and what the schema says of it."""

from collections.abc import Mapping

import pytest

from engine.authoring.completion import explanation, options
from engine.authoring.desk import Desk
from engine.messages import Messages, no_plural
from tests.engine.small import small_files


@pytest.fixture(scope="module")
def desk(schemas: Mapping[str, str]) -> Desk:
    """A desk with the small lesson, looked at."""
    made = Desk("small", schemas)
    for file, text in small_files().items():
        made.put(file, text)
    for _ in made.look():
        pass
    return made


def offered(desk: Desk, file: str, before: str) -> list[str]:
    return [each.label for each in options(file, before, desk.known, desk.schemas)[1]]


@pytest.mark.parametrize(
    ("file", "before", "some"),
    [
        ("modes/call.yaml", "steps:\n  - kind: request\n    to: V", {"Client", "Vendor"}),
        ("modes/call.yaml", "steps:\n  - kind: re", {"request", "reply", "work"}),
        ("modes/call.yaml", "steps:\n  - kind: request\n    states: {", {"Client", "Vendor"}),
        ("modes/call.yaml", "steps:\n  - kind: request\n    states: {Client: ", {"blocked", "busy"}),
        ("modes/call.yaml", "steps:\n  - kind: request\n    sources: [", {"study"}),
        ("modes/call.yaml", "steps:\n  - kind: request\n    ", {"label", "caption", "explanation"}),
        ("modes/call.yaml", "steps:\n  - kind: request\n    within: ", {"tries"}),
        ("modes/call.yaml", "na", {"name", "colour", "shape"}),
        ("lesson.yaml", "modes: [call, ", {"call", "mail"}),
        ("messages.yaml", "views.", {"views.explore"}),
        ("modes/call.yaml", "sections:\n  client:\n    step: ", {"ask", "work", "answer"}),
        ("model.yaml", "modes:\n  call:\n    steps: {sent: ", {"ask", "work", "answer"}),
        ("failures.yaml", "call:\n  silence:\n    steps:\n      - kind: request\n        to: V", {"Client", "Vendor"}),
        ("failures.yaml", "call:\n  silence:\n    steps:\n      - states: {Client: ", {"blocked", "busy"}),
        ("code/call_vendor.py", "import this\n# step ", {"ask", "work", "answer"}),
        ("code/call_vendor.py", "import this\n    # step ask, an", {"ask", "work", "answer"}),
    ],
)
def test_it_offers_what_fits_the_place(desk: Desk, file: str, before: str, some: set[str]) -> None:
    assert some <= set(offered(desk, file, before))


def test_it_offers_nothing_inside_a_text(desk: Desk) -> None:
    assert offered(desk, "modes/call.yaml", "idea: >-\n  The cl") == []


def test_it_offers_nothing_in_code_but_after_a_mark(desk: Desk) -> None:
    assert offered(desk, "code/call_vendor.py", "import this\nstep ") == []


def test_it_says_what_a_field_is_for(desk: Desk) -> None:
    words = Messages("en", {"editor.most": "At most {count} characters."}, no_plural)
    said = explanation(words, "modes/call.yaml", "steps:\n  - kind: request\n    label", desk.schemas)
    assert said.endswith("At most 60 characters.")
    assert len(said) > len("At most 60 characters.")
