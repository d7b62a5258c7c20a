"""What an author adds on the host, with no build: it can be linked to, and comes with its code."""

from copy import deepcopy
from functools import cache

import pytest
import yaml

from engine import address
from engine.content.load import Content
from engine.features import FEATURES
from engine.page_events import ChooseMode, ContentEdited, ContentRefused, Unedited
from engine.renewal import FOLDER, LIST, published
from tests.engine.test_renewal import Site, add_fax, edit, renewed, site
from tests.support.acting import after, arrive

LAZY_VIEWS = tuple(feature.name for feature in FEATURES if feature.lazy and not feature.within)


__all__ = ["site"]

pytestmark = pytest.mark.xdist_group("added")  # what the tests share is made once


def test_a_mode_that_was_added_may_have_code(site: Site) -> None:
    add_fax(site)
    edit(
        site,
        "code.yaml",
        "remarks:\n",
        "remarks:\n  fax:\n" + "".join(f"    {vendor}: {{text: It is code.}}\n" for vendor in ("bell", "acme", "core")),
    )
    for vendor in ("bell", "acme", "core"):
        site.put(published(f"code/fax_{vendor}.py"), "# step order\nask()\n")
    client = renewed(site).lazy.snippets.clients["fax"]["core"]
    assert [(line.text, line.steps) for line in client.lines] == [("ask()", (1,))]
    del site.there[FOLDER + published("code/fax_core.py")]
    event = site.edited(author=True)
    assert isinstance(event, ContentRefused)
    assert "content/code/fax_core.py:1:1: code.fax_core: the file is missing. Restore it." in event.problems


@cache
def with_one_more(scenarios: str) -> str:
    """A file of scenarios with another one, `added`."""
    every = yaml.safe_load(scenarios)
    every["added"] = deepcopy(every[next(iter(every))]) | {"title": "It is new"}
    return yaml.safe_dump(every, sort_keys=False, allow_unicode=True)


HERE = "#view=explore&mode=fax&step=answer&pane=code&vendor=core"


@pytest.mark.parametrize(
    ("query", "fragment"),
    [("", HERE), ("?mode=fax", ""), ("", "#view=race&scenario=added"), ("", "#view=practice&scenario=added")],
)
@pytest.mark.parametrize("lazy_first", [True, False])
def test_what_was_added_can_be_linked_to(
    query: str, fragment: str, lazy_first: bool, site: Site, content: Content
) -> None:
    """Nothing is missed until edited content has been looked for, and then it is there."""
    add_fax(site)
    site.put("scenarios.yaml", with_one_more(site.text("scenarios.yaml")))
    site.put(LIST, "*\n")
    come, renew = arrive(content.lazy, None), site.edited()
    assert isinstance(renew, ContentEdited)
    state = address.opened(content.lesson, query, fragment)
    state = after(state, come) if lazy_first else state
    assert (state.shown_notices, address.address(state)) == ((), fragment)
    state = after(state, renew)
    state = state if lazy_first else after(state, come)
    assert (state.notices, address.address(state)) == ((), fragment)
    assert state.mode == "fax" or state.view in LAZY_VIEWS


def test_what_is_not_there_either_is_missed_then(site: Site, content: Content) -> None:
    edit(site, "modes/banquet.yaml", "name: Banquet", "name: Bulk")
    event = site.edited()
    assert isinstance(event, ContentEdited)
    for seen in (event, Unedited(), ContentRefused(("a problem",))):
        state = address.opened(content.lesson, "", "#view=explore&mode=fax")
        assert state.shown_notices == ()
        state = after(state, seen)
        assert ("mode=fax",) in [notice.items for notice in state.shown_notices]
        assert address.address(state) == ""


def test_a_learner_who_has_gone_on_is_not_taken_back(site: Site, content: Content) -> None:
    add_fax(site)
    state = after(address.opened(content.lesson, "", HERE), ChooseMode("ticket"))
    assert address.address(state) == "#view=explore&mode=ticket&pane=code&vendor=core"
    state = after(state, ContentEdited(renewed(site)))
    assert (state.mode, state.notices) == ("ticket", ())
