"""Random use, seeded, so that what it finds can be found again."""

from tests.browser.conftest import Open
from tests.browser.walk import walk

NODES = 15_000
"""More elements than all views together have."""


def test_a_random_walk_meets_no_error_and_leaves_nothing_behind(open_page: Open) -> None:
    page = open_page()
    for number, (width, height) in enumerate(((800, 602), (684, 500), (375, 667), (1280, 800), (500, 400))):
        page.set_viewport_size({"width": width, "height": height})
        walk(page.evaluate, 15, seed=number)
    assert page.evaluate("document.querySelectorAll('*').length") < NODES
