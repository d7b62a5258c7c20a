"""The address: what it holds, what it leads to, and what becomes of an address that makes no sense."""

import pytest

from engine.address import address, opened
from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.features import FEATURES, views
from engine.features.explore.state import ChooseStep
from engine.first_screen import start
from engine.page_events import ChooseMode, Navigate
from engine.state import Notice, State
from tests.support.acting import after, arrive

VIEWS = views(tuple(feature.name for feature in FEATURES))


MODES = ("counter", "buffet", "ticket", "banquet")


def shown(state: State) -> tuple[str, str, int, str]:
    return state.view, state.mode, state.features["explore"].step, state.features["explore"].section


def test_the_start_has_a_plain_address(lesson: Lesson) -> None:
    assert address(start(lesson)) == ""
    assert opened(lesson, "", "") == start(lesson)


def test_an_address_holds_what_a_learner_would_share(lesson: Lesson) -> None:
    state = after(after(start(lesson), ChooseMode("banquet")), ChooseStep(3))
    assert address(state) == "#view=explore&mode=banquet&step=banquet-id"


@pytest.mark.parametrize("mode", MODES)
def test_every_step_of_every_mode_is_found_again_by_its_address(mode: str, lesson: Lesson) -> None:
    for step in range(len(lesson.modes[mode].steps) + 1):
        state = after(after(start(lesson), ChooseMode(mode)), ChooseStep(step))
        assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("part", ("use", "avoid", "latency", "price", "engineering"))
def test_every_part_of_the_guidance_is_found_again_by_its_address(mode: str, part: str, lesson: Lesson) -> None:
    state = opened(lesson, "", f"#view=explore&mode={mode}&section={part}")
    assert shown(state) == ("explore", mode, 0, part)
    assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("mode", MODES)
def test_compare_is_found_again_with_its_mode(mode: str, lesson: Lesson) -> None:
    state = after(after(start(lesson), ChooseMode(mode)), Navigate("#view=compare"))
    assert opened(lesson, "", address(state)) == state


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("step", [0, 1, 3])
def test_an_address_leads_to_a_page_with_the_same_address(view: str, mode: str, step: int, lesson: Lesson) -> None:
    state = after(after(after(start(lesson), ChooseMode(mode)), ChooseStep(step)), Navigate(f"#view={view}"))
    assert opened(lesson, "", address(state)).view == view
    assert address(opened(lesson, "", address(state))) == address(state)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?mode=banquet", ("explore", "banquet", 0, "")),
        ("?view=about", ("about", "counter", 0, "")),
        ("?view=compare&mode=ticket", ("compare", "ticket", 0, "")),
    ],
)
def test_the_query_sets_the_start(query: str, expected: tuple[str, str, int, str], lesson: Lesson) -> None:
    assert shown(opened(lesson, query, "")) == expected


def test_the_fragment_wins_over_the_query(lesson: Lesson) -> None:
    assert shown(opened(lesson, "?mode=banquet", "#mode=ticket&step=2")) == ("explore", "ticket", 2, "")


@pytest.mark.parametrize(
    ("query", "embedded"),
    [
        ("", False),
        ("?theme=dark", False),
        ("?theme=light&embed=1", True),
        ("?embed=0", False),
    ],
)
def test_theme_and_embedding_come_from_the_query(query: str, embedded: bool, lesson: Lesson) -> None:
    state = opened(lesson, query, "")
    assert (state.embedded, state.notices) == (embedded, ())


@pytest.mark.parametrize(
    "value",
    [
        "view=homework",
        "mode=fax",
        "mode=",
        "step=99",
        "step=-1",
        "step=x",
        "step=1.0",
        "step=slip-id",
        "step=Post",
        "section=weather",
        "view=<script>",
    ],
)
def test_an_unknown_value_is_reported_and_changes_nothing_else(value: str, lesson: Lesson) -> None:
    state = opened(lesson, "", f"#{value}")
    assert shown(state) == shown(start(lesson))
    assert state.notices == (Notice("unknown_value", lesson.messages("notices.unknown_value"), (value,)),)


@pytest.mark.parametrize("value", ["theme=pink", "theme=", "view=homework", "mode=fax", "embed=yes", "author=2"])
def test_an_unknown_value_in_the_query_is_reported_too(value: str, lesson: Lesson) -> None:
    state = opened(lesson, f"?{value}", "")
    assert shown(state) == shown(start(lesson))
    assert state.notices == (Notice("unknown_value", lesson.messages("notices.unknown_value"), (value,)),)


FOREIGN = ("weather=fine", "weather=", "utm_source=mail", "fbclid=IwAR0", "gclid=x", "v=2", "_=_", "__proto__=1", "_=")
"""What others add to an address."""


@pytest.mark.parametrize("query", [*FOREIGN, "step=3", "section=price"])
def test_an_unknown_name_in_the_query_is_told_to_an_author_alone_and_changes_nothing_else(
    query: str, lesson: Lesson
) -> None:
    assert opened(lesson, f"?{query}", "") == start(lesson)
    told = opened(lesson, f"?author=1&{query}", "")
    assert told.notices == (
        Notice("unknown_name", lesson.messages("notices.unknown_name"), (query.partition("=")[0],)),
    )
    assert opened(lesson, f"?{query}", "", local=True).notices == told.notices


@pytest.mark.parametrize("fragment", [*FOREIGN, "weather", "about-plan", "theme=dark", "embed=1", "author=1"])
def test_an_unknown_name_in_the_fragment_is_told_to_an_author_alone_and_changes_nothing_else(
    fragment: str, lesson: Lesson
) -> None:
    assert opened(lesson, "", f"#{fragment}") == start(lesson)
    assert after(start(lesson), Navigate(f"#{fragment}")) == start(lesson)
    told = opened(lesson, "?author=1", f"#{fragment}")
    assert told.notices == (
        Notice("unknown_name", lesson.messages("notices.unknown_name"), (fragment.partition("=")[0],)),
    )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("foreign", FOREIGN)
def test_no_view_tells_a_learner_of_what_others_add(view: str, foreign: str, lesson: Lesson, lazy: LazyContent) -> None:
    state = opened(lesson, "", f"#view={view}&mode=banquet&{foreign}")
    assert after(state, arrive(lazy)).notices == ()


def test_a_link_to_a_text_is_the_browsers_own_and_the_rest_of_it_is_followed(lesson: Lesson) -> None:
    assert opened(lesson, "?author=1", "#:~:text=banquet") == opened(lesson, "?author=1", "")
    state = opened(lesson, "?author=1", "#mode=banquet&step=3:~:text=banquet")
    assert (shown(state), state.notices) == (("explore", "banquet", 3, ""), ())


@pytest.mark.parametrize("name", ["mode", "weather"])
def test_of_a_name_that_stands_twice_the_last_counts_and_an_author_is_told(name: str, lesson: Lesson) -> None:
    query, fragment = f"?{name}=counter&{name}=banquet", f"#{name}=counter&{name}=banquet"
    for state in (opened(lesson, query, ""), opened(lesson, "", fragment)):
        assert (state.mode, state.notices) == ("banquet" if name == "mode" else "counter", ())
    for state in (opened(lesson, f"{query}&author=1", ""), opened(lesson, "?author=1", fragment)):
        assert state.notices[0].items[0] == f"{name}=counter"


@pytest.mark.parametrize("query", ["xapi=yes", "xapi=1&textbook=http://a.org/textbook/b/1", "textbook=", "activity=x"])
def test_what_only_a_textbook_writes_is_told_to_an_author_alone(query: str, lesson: Lesson) -> None:
    assert opened(lesson, f"?{query}", "").notices == ()
    assert opened(lesson, f"?{query}", "").textbook is None
    assert opened(lesson, f"?author=1&{query}", "").notices[0].items == (query.rpartition("&")[2],)


def test_what_is_known_is_done_beside_what_is_not(lesson: Lesson) -> None:
    state = opened(lesson, "?author=1", "#mode=banquet&step=99&weather=fine")
    assert shown(state) == ("explore", "banquet", 0, "")
    assert [(notice.kind, notice.items) for notice in state.notices] == [
        ("unknown_value", ("step=99",)),
        ("unknown_name", ("weather",)),
    ]


def test_everything_of_a_kind_that_is_unknown_stands_in_one_notice(lesson: Lesson) -> None:
    state = opened(lesson, "?author=1", "#view=homework&mode=fax&weather=fine&tide=high")
    assert [(notice.kind, notice.items) for notice in state.notices] == [
        ("unknown_value", ("mode=fax", "view=homework")),
        ("unknown_name", ("weather", "tide")),
    ]


@pytest.mark.parametrize("fragment", ["", "#mode=banquet", "#mode=fax"])
def test_the_next_address_ends_what_was_said_about_the_last(fragment: str, lesson: Lesson) -> None:
    state = opened(lesson, "?tide=high&theme=pink", "#weather=fine&mode=post")
    assert after(state, Navigate(fragment)).notices == opened(lesson, "", fragment).notices


@pytest.mark.parametrize(
    ("query", "home"),
    [
        ("", ("explore", "counter")),
        ("?mode=banquet", ("explore", "banquet")),
        ("?view=compare", ("compare", "counter")),
        ("?view=about&mode=ticket", ("about", "ticket")),
        ("?mode=fax", ("explore", "counter")),
    ],
)
def test_the_plain_address_leads_to_where_the_query_says(query: str, home: tuple[str, str], lesson: Lesson) -> None:
    state = opened(lesson, query, "")
    assert (state.view, state.mode) == home
    assert address(state) == ""
    away = after(state, Navigate("#view=explore&mode=buffet&step=3&section=price"))
    assert shown(away) == ("explore", "buffet", 3, "price")
    assert shown(after(away, Navigate(""))) == (*home, 0, "")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_found_again_beside_a_query(mode: str, lesson: Lesson) -> None:
    state = after(opened(lesson, "?mode=banquet", ""), ChooseMode(mode))
    assert shown(opened(lesson, "?mode=banquet", address(state))) == ("explore", mode, 0, "")


def test_an_address_opened_with_a_fragment_knows_the_way_home(lesson: Lesson) -> None:
    state = opened(lesson, "?mode=banquet", "#view=compare&mode=ticket")
    assert shown(after(state, Navigate(""))) == ("explore", "banquet", 0, "")


@pytest.mark.parametrize(
    ("fragment", "step"),
    [("#mode=banquet", 0), ("#view=explore&mode=banquet", 0), ("#mode=banquet&step=2", 2), ("#view=explore", 5)],
)
def test_an_address_with_a_mode_and_no_step_chooses_none(fragment: str, step: int, lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=banquet&step=5")
    assert after(state, Navigate(fragment)).features["explore"].step == step


def test_a_step_is_one_of_the_mode_that_the_address_names(lesson: Lesson) -> None:
    assert opened(lesson, "", "#step=11&mode=banquet").features["explore"].step == 11
    assert opened(lesson, "", "#step=11&mode=counter").features["explore"].step == 0


def test_a_step_is_asked_for_by_its_name_or_as_in_older_links_by_its_number(lesson: Lesson) -> None:
    for asked in ("banquet-id", "3"):
        state = opened(lesson, "", f"#mode=banquet&step={asked}")
        assert (state.features["explore"].step, address(state)) == (3, "#view=explore&mode=banquet&step=banquet-id")


def test_another_mode_starts_without_the_step_of_the_last(lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=banquet&step=5")
    assert after(state, Navigate("#mode=ticket")).features["explore"].step == 0


def test_a_part_is_left_behind_by_the_next_address(lesson: Lesson) -> None:
    state = opened(lesson, "", "#mode=banquet&section=price")
    assert after(state, Navigate("#mode=banquet")).features["explore"].section == ""


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#",
        "#%",
        "#%ff=%ff",
        "#=",
        "#&&&",
        "#mode=banquet&mode=counter",
        "#" + "a" * 100_000,
        "#" + "&".join(f"a{number}=1" for number in range(2000)),
        "#\ud800",
        "#step=٣",
    ],
    ids=lambda fragment: ascii(fragment[:20]),
)
def test_no_address_stops_the_page(fragment: str, lesson: Lesson) -> None:
    assert opened(lesson, fragment.replace("#", "?"), fragment).view == "explore"
