"""Nothing is cut off, nothing is too small, and everything is reached by scrolling inside, at every size."""

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from engine.content.lazy_content import LazyContent
from tests.browser.conftest import MODES, SIZES, STEPS, Open, Site, at_every_size, choose
from tests.browser.walks import choose_failure, drawn, drawn_to_the_end, flipped, practised
from tests.browser.watching import Watched

FRAMES = ("wide", "frame")
ENDS = (
    ("explore&mode=batch&pane=code", ".stage", "#region-code-batch p >> nth=-1"),
    ("explore&mode=async", ".guidance", "label.more"),
    ("explore&mode=streaming&step=3", ".guidance", ".explanation .back"),
    ("compare", ".comparison", ".onward a"),
    ("about", ".about", "#about-versions p"),
    ("practice", ".cards", "#practice-answer"),
    ("practice&page=result", ".practice-progress", ".practice-progress .list li >> nth=-1"),
    ("workload", ".inputs", ".outlook .actions > * >> nth=-1"),
    ("workload", ".answer", ".outlook .actions > * >> nth=-1"),
)
"""A view, where the pointer is when the wheel turns, and what is to be seen then."""

MOST_TURNS = 30
FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
SCALES = """svgs => svgs.map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"""


def assert_fits(page: Page, *where: object) -> None:
    """Nothing is cut off or too small."""
    assert page.evaluate(FAULTS) == [], where


@pytest.mark.parametrize("mode", MODES)
def test_explore_fits_at_every_size(open_page: Open, mode: str) -> None:
    page = open_page(f"#view=explore&mode={mode}")
    for size in at_every_size(page):
        assert_fits(page, mode, size)
    page.evaluate("location.hash = location.hash + '&step=5'")
    expect(page.locator("#sim")).to_have_attribute("data-step", "5")
    for size in at_every_size(page):
        assert_fits(page, mode, size, "with a step")
    page.get_by_role("checkbox", name="Engineering").check()
    expect(page.locator("figure:visible svg .line.note-3").first).to_be_visible()
    for size in at_every_size(page):
        assert_fits(page, mode, size, "with every annotation")
    page.set_viewport_size({"width": 800, "height": 602})
    page.get_by_role("checkbox", name="As text").check()
    expect(page.locator("#sim")).to_have_attribute("data-form", "text")
    for size in at_every_size(page):
        assert_fits(page, mode, size, "as text")


@pytest.mark.parametrize("language", ["", "de/", "es/"])
def test_the_path_takes_one_row_on_a_phone(site: Site, watched: Callable[..., Watched], language: str) -> None:
    page = watched().page
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{site.address}/{language}#view=workload")
    assert len({box["y"] for stop in page.locator(".stop").all() if (box := stop.bounding_box())}) == 1
    assert not page.evaluate("document.querySelector('nav').scrollWidth > document.querySelector('nav').clientWidth")


def test_compare_fits_at_every_size_and_shows_all_at_one_scale(open_page: Open) -> None:
    page = open_page("#view=compare")
    for engineering in (False, True):
        page.set_viewport_size({"width": 800, "height": 602})
        page.get_by_role("checkbox", name="Engineering").set_checked(engineering)
        for mode in MODES:
            notes = page.locator(f'figure[data-mode="{mode}"] svg .line.note-3')
            expect(notes.first).to_be_visible() if engineering else expect(notes).to_have_count(0)
        for size in at_every_size(page):
            assert_fits(page, size, engineering)
            scales = page.locator("figure:visible svg.drawing:visible").evaluate_all(SCALES)
            assert len(scales) == len(MODES)
            assert all(abs(one - other) < 0.02 for one, other in pairwise(scales)), (size, scales)


def test_the_race_fits_at_every_size(open_page: Open) -> None:
    page = open_page("#view=race&scenario=maintenance-report")
    expect(page.locator(".race .track")).to_have_count(len(MODES))
    for size in at_every_size(page):
        assert_fits(page, size, "before the race")
    page.get_by_label("Clock").press("End")
    expect(page.locator(".race .numbers")).to_be_visible()
    for size in at_every_size(page):
        assert_fits(page, size, "at the end")
    page.get_by_label("Clock").press("Home")
    expect(page.locator(".veil i")).to_be_visible()
    for size in at_every_size(page):
        assert_fits(page, size, "at the start")
    page.get_by_label("Workload", exact=True).select_option("corpus-embedding")
    page.get_by_label("Clock").press("End")
    page.get_by_role("button", name="1,000 days").click()
    expect(page.locator(".track .kept")).to_have_count(len(MODES))
    for size in at_every_size(page):
        assert_fits(page, size, "all days")


def test_practice_fits_at_every_size(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=practice")
    for state in practised(page, lazy):
        for size in at_every_size(page):
            assert_fits(page, size, state)
        page.set_viewport_size({"width": 800, "height": 602})


@pytest.mark.parametrize(
    ("view", "there"),
    [
        ("explore&mode=async&step=3", ".explanation"),
        ("race&days=many", ".race .numbers"),
        ("explore&mode=batch&pane=code", ".code:visible"),
        ("explore&mode=batch&failure=expired-batch", "[data-failure] svg.drawing"),
    ],
)
def test_on_paper_every_view_is_the_whole_chapter_and_nothing_is_cut_off(
    open_page: Open, view: str, there: str
) -> None:
    page = open_page(f"#view={view}")
    expect(page.locator(there)).to_be_visible()
    page.emulate_media(media="print")
    for width in (718, 480):
        page.set_viewport_size({"width": width, "height": 1000})
        for part in ("figure svg.drawing", ".profile", ".guide"):
            expect(page.locator(f"{part}:visible")).to_have_count(len(MODES))
        expect(page.locator(".comparison")).to_be_visible()
        expect(page.locator(".answers")).to_be_visible()
        expect(page.locator(there)).to_be_hidden()
        assert_fits(page, view, width)


@pytest.mark.parametrize("failure", ["expired-batch", "failed-items", "submitted-twice"])
@pytest.mark.parametrize("size", FRAMES)
def test_beside_a_failures_drawing_no_room_is_left_empty(open_page: Open, size: str, failure: str) -> None:
    page = open_page(f"#view=explore&mode=batch&failure={failure}&step=1", size)
    expect(page.locator("[data-failure] svg.drawing")).to_be_visible()
    stage, beside = page.locator(".stage").bounding_box(), page.locator(".beside").bounding_box()
    last = page.locator(".remedy li").last
    assert stage and beside
    assert beside["y"] + beside["height"] > stage["y"] + stage["height"] - 60
    page.locator(".stage").hover(position={"x": 100, "y": 200})
    page.mouse.wheel(0, 400)
    expect(page.locator(".beside .walk")).to_be_in_viewport(ratio=0.99)
    page.locator(".beside .caption").hover()
    page.mouse.wheel(0, 2000)
    expect(last).to_be_in_viewport(ratio=0.99)


def test_compare_speaks_of_bars_only_where_they_are_shown(open_page: Open) -> None:
    page = open_page("#view=compare")
    lead = page.locator(".compare-heading p")
    expect(lead).to_be_visible()
    page.get_by_role("checkbox", name="As text").check()
    expect(lead).to_be_hidden()
    page.get_by_role("checkbox", name="As text").uncheck()
    expect(lead).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 667})
    expect(page.locator("svg.drawing:visible").first).to_be_visible()
    expect(lead).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_would_flip_it_fits_at_every_size(open_page: Open, theme: str) -> None:
    page = open_page(f"?theme={theme}#view=practice&scenario=thirty-seconds")
    for state in flipped(page):
        for size in at_every_size(page):
            assert_fits(page, size, state)
        page.set_viewport_size({"width": 800, "height": 602})


def test_a_new_workload_fits_at_every_size(open_page: Open) -> None:
    page = open_page("#view=practice&seed=5")
    for state in drawn(page):
        for size in at_every_size(page):
            assert_fits(page, size, state)
        page.set_viewport_size({"width": 800, "height": 602})


def test_the_result_of_a_series_fits_at_every_size(open_page: Open) -> None:
    page = open_page("#view=practice&seed=1")
    *_, last = drawn_to_the_end(page)
    for size in at_every_size(page):
        assert_fits(page, size, last)


def test_your_workload_fits_at_every_size(open_page: Open) -> None:
    page = open_page("#view=workload")
    page.get_by_role("combobox", name="Start from").select_option("thirty-seconds")
    expect(page.locator(".flip-list li").first).to_be_visible()
    for size in at_every_size(page):
        assert_fits(page, size)
    page.get_by_role("textbox", name="Deadline, whole answer").fill("7 days")
    expect(page.locator(".deadline-key")).to_contain_text("7 days")
    page.get_by_role("textbox", name="Rate limit").fill("9" * 30)
    expect(page.locator("[aria-invalid]")).to_be_visible()
    for size in at_every_size(page):
        assert_fits(page, size, "with a deadline far off and a mistake")


def test_failures_and_code_fit_at_every_size(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=explore")
    for mode in MODES:
        page.set_viewport_size({"width": 800, "height": 602})
        choose(page, mode)
        page.get_by_role("radio", name="Code", exact=True).check()
        expect(page.locator(".code:visible")).to_be_visible()
        for size in at_every_size(page):
            assert_fits(page, size, "code", mode)
        for failure in lazy.failures[mode].values():
            page.set_viewport_size({"width": 800, "height": 602})
            choose_failure(page, failure.name)
            page.locator("[data-failure]:visible .walk .next").click()
            expect(page.locator("[data-failure]:visible")).to_have_attribute("data-step", "1")
            for size in at_every_size(page):
                assert_fits(page, size, failure.name)


COARSE = """
() => [...document.querySelectorAll(`
  .race :is(select, .bet button, .stakes label, .transport button, .dial input), .practice :is(.cards .fact, :is(.choices, .levels, .switch) label, .option, button),
  .workload :is(.field input, select, .flag, .choice label), .actions > *,
  .stop, .onward a, .workloads label, label.more, .back, .about :is(button, summary),
  .segments label, .toggle, .pane, .walk button, .steps button, .failures .choice button, .vendors label, .code .bar button
`)].filter((control) => control.matches("label, a, button, summary, select, input") && control.checkVisibility())
  .filter((control) => control.getBoundingClientRect().height < 44)
  .map((control) => control.outerHTML.slice(0, 120))
"""


def test_a_finger_hits_every_main_control(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=practice", "phone", has_touch=True)
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    for _ in practised(page, lazy):
        assert page.evaluate(COARSE) == []
    page.evaluate("() => { location.hash = 'view=practice&scenario=thirty-seconds' }")
    expect(page.locator("#practice-show")).to_be_visible()
    for _ in flipped(page):
        assert page.evaluate(COARSE) == []
    for view, there in (
        ("race", ".race .track"),
        ("race&days=many", ".transport"),
        ("workload", ".ranking > li"),
        ("explore", "label.more"),
        ("explore&step=2", ".explanation .back"),
        ("compare", ".workloads"),
        ("about", ".about summary"),
        ("explore&pane=failures", ".failures:visible .choice"),
        ("explore&pane=code", ".code:visible .bar"),
    ):
        page.evaluate("(view) => { location.hash = `view=${view}` }", view)
        expect(page.locator(there).first).to_be_visible()
        assert page.evaluate(COARSE) == []


def test_about_fits_at_every_size(open_page: Open) -> None:
    page = open_page("#view=about")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    for size in at_every_size(page):
        assert_fits(page, size)


def test_a_notice_fits_at_every_size(open_page: Open) -> None:
    page = open_page(f"?mode={'x' * 90}#view=explore&step=99&{'y' * 90}=1")
    expect(page.locator(".notice li")).not_to_have_count(0)
    for size in at_every_size(page):
        assert_fits(page, size)


def test_dark_is_no_narrower_than_light(open_page: Open) -> None:
    page = open_page("?theme=dark")
    for size in at_every_size(page):
        assert_fits(page, size)


@pytest.mark.parametrize("size", ["wide", "frame", "window"])
def test_every_caption_is_read_without_scrolling_and_nothing_moves_for_it(open_page: Open, size: str) -> None:
    page = open_page("", size)
    heights = "[document.querySelector('.stage'), document.querySelector('.guidance')].map((e) => e.offsetHeight)"
    at_rest = page.evaluate(heights)
    for mode in MODES:
        choose(page, mode)
        for number in range(1, STEPS[mode] + 1):
            page.get_by_role("button", name="Next").click()
            expect(page.locator("#sim")).to_have_attribute("data-step", str(number))
            assert page.evaluate(heights) == at_rest, (mode, number)
            expect(page.locator(".explanation .caption h2")).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("size", FRAMES)
def test_the_wheel_reaches_every_end_inside_a_frame_that_does_not_scroll(
    watched: Callable[..., Watched], site: Site, size: str
) -> None:
    page = watched(size).page
    page.route("**/textbook", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{site.address}/textbook")
    frame = embed(page, f"{site.address}/", size)
    expect(frame.locator("html")).to_have_attribute("data-python", "ready")
    for view, pointer, last in ENDS:
        page.locator("iframe").evaluate("(frame, address) => { frame.src = address }", f"{site.address}/#view={view}")
        expect(frame.locator("#sim")).to_have_attribute("data-view", view.partition("&")[0])
        frame.locator(last).wait_for(state="attached")
        frame.locator(pointer).first.hover(position={"x": 40, "y": 20})
        turned_to_the_end(page, frame.locator(last))
        assert frame.locator("html").evaluate("(html) => html.scrollTop") == 0


def turned_to_the_end(page: Page, last: Locator) -> None:
    """Turns the wheel until something is in sight: what is worked out meanwhile makes a view longer."""
    for _ in range(MOST_TURNS):
        page.mouse.wheel(0, 100_000)
        with suppress(AssertionError):
            return expect(last).to_be_in_viewport(ratio=0.95, timeout=1000)
    return expect(last).to_be_in_viewport(ratio=0.95)


def embed(page: Page, address: str, size: str) -> FrameLocator:
    """The lesson as a textbook shows it, in a frame that fills the window and has no scroll bars of its own."""
    width, height = SIZES[size]
    page.set_content(
        '<body style="margin: 0"><iframe style="border: 0; display: block" scrolling="no" title="Lesson" '
        f'src="{address}" width="{width}" height="{height}"></iframe>'
    )
    return page.frame_locator("iframe")
