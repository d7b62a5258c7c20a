"""What axe finds (nothing), what the keyboard reaches (everything), and what readers ask of their system."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.content.lazy_content import LazyContent
from engine.features import FEATURES, views
from tests.browser.conftest import MODES, Open, Site, choose
from tests.browser.walks import choose_failure, drawn_to_the_end, flipped, practised

AXE = Path("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
async (tags) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    `${id}: ${html.slice(0, 120)} ${[...any, ...all, ...none].map(({ message }) => message).join(" ")}`));
}
"""
UNSTUCK = """() => {
  window.stuck = [...document.querySelectorAll("*")].filter((each) => getComputedStyle(each).position === "sticky");
  for (const each of window.stuck) each.style.cssText += "; position: relative !important; inset: auto !important";
}"""
STUCK = """() => {
  for (const each of window.stuck) for (const name of ["position", "inset"]) each.style.removeProperty(name);
  delete window.stuck;
}"""
"""What scrolls under something sticky is not too small for a finger, and axe would call it so."""
SIZES = ((800, 602), (375, 667))
THEMES = ("light", "dark")
VIEWS = views(tuple(feature.name for feature in FEATURES))


def violations(page: Page) -> list[str]:
    """What axe complains of."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(UNSTUCK)
    found: list[str] = page.evaluate(RUN, TAGS)
    page.evaluate(STUCK)
    return found


LOOKS = [(size, theme) for size in SIZES for theme in THEMES]
CROSSWISE = ([LOOKS[0], LOOKS[3]], [LOOKS[1], LOOKS[2]])
"""Both sizes and both themes in two looks; what several states of a view have in common is seen in all four."""


def assert_accessible(page: Page, looks: list[tuple[tuple[int, int], str]], *where: object) -> None:
    """Axe finds nothing, whatever the page looks like."""
    for (width, height), theme in looks:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        assert violations(page) == [], (where, width, theme)


def assert_all_accessible(page: Page, states: Iterable[str]) -> None:
    """Axe finds nothing in any state of a view."""
    for number, state in enumerate(states):
        assert_accessible(page, CROSSWISE[number % 2], state)


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_a_view(open_page: Open, view: str) -> None:
    page = open_page(f"#view={view}")
    expect(page.locator(".waiting:visible")).to_have_count(0)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert_accessible(page, LOOKS, view)


def test_axe_finds_nothing_in_any_mode_with_a_step_chosen_and_all_annotations(open_page: Open) -> None:
    page = open_page("#view=explore&mode=sync&step=3")
    page.get_by_role("checkbox", name="Engineering").check()
    for mode, theme in zip(MODES, THEMES * 2, strict=True):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        choose(page, mode)
        expect(page.locator("figure:visible svg .line.note-3").first).to_be_visible()
        page.get_by_role("button", name="Next").click()
        assert violations(page) == [], (mode, theme)


def test_axe_finds_nothing_in_the_race(open_page: Open) -> None:
    page = open_page("#view=race&scenario=maintenance-report")
    expect(page.locator(".race .track")).to_have_count(len(MODES))
    assert_accessible(page, CROSSWISE[0], "before the race")
    page.get_by_role("radio", name="Async").check()
    page.get_by_label("Clock").press("End")
    expect(page.locator(".race .numbers")).to_be_visible()
    assert_accessible(page, CROSSWISE[1], "at the end")
    page.get_by_role("button", name="1,000 days").click()
    expect(page.locator(".track .kept")).to_have_count(len(MODES))
    page.get_by_label("Clock").press("Home")
    assert_accessible(page, CROSSWISE[0], "all days, at the start")


def test_axe_finds_nothing_in_practice(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=practice")
    assert_all_accessible(page, practised(page, lazy))


def test_axe_finds_nothing_in_what_would_flip_it(open_page: Open) -> None:
    page = open_page("#view=practice&scenario=thirty-seconds")
    assert_all_accessible(page, flipped(page))


def test_axe_finds_nothing_in_a_new_workload_nor_in_the_result_of_its_series(open_page: Open) -> None:
    page = open_page("#view=practice&seed=1")
    assert_all_accessible(page, drawn_to_the_end(page))


def test_axe_finds_nothing_in_your_workload(open_page: Open) -> None:
    page = open_page("#view=workload")
    page.get_by_role("combobox", name="Start from").select_option("thirty-seconds")
    expect(page.locator(".flip-list li").first).to_be_visible()
    page.get_by_role("textbox", name="Deadline, whole answer").fill("soon")
    expect(page.locator("[aria-invalid]")).to_be_visible()
    assert_accessible(page, LOOKS, "with a mistake")


def test_axe_finds_nothing_in_any_failure_nor_in_the_code(open_page: Open, lazy: LazyContent) -> None:
    page = open_page("#view=explore")
    for mode, theme in zip(MODES, THEMES * 2, strict=True):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        choose(page, mode)
        page.get_by_role("radio", name="Code", exact=True).check()
        expect(page.locator(".code:visible")).to_be_visible()
        assert violations(page) == [], (mode, "code", theme)
        for failure in lazy.failures[mode].values():
            choose_failure(page, failure.name)
            page.locator("[data-failure]:visible .walk .next").click()
            expect(page.locator("[data-failure]:visible")).to_have_attribute("data-step", "1")
            assert violations(page) == [], (failure.name, theme)


def test_axe_finds_nothing_as_text_under_a_notice(open_page: Open) -> None:
    page = open_page("?mode=carrier-pigeon#view=explore&step=99")
    expect(page.locator(".notice")).to_be_visible()
    page.get_by_role("checkbox", name="As text").check()
    page.locator('figure:visible li[data-step="2"] button').click()
    assert_accessible(page, CROSSWISE[0], "as text")


def test_axe_finds_nothing_where_no_script_runs(chromium: Browser, site: Site) -> None:
    with chromium.new_context(viewport={"width": 800, "height": 602}) as context:
        page = context.new_page()
        page.route("**/*.js", lambda route: route.abort())
        page.goto(site.address)
        assert page.locator("html").get_attribute("data-python") is None
        assert_accessible(page, LOOKS, "no script")


FOCUSED = """
() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const ring = element.closest("label") ?? element;
  const ringed = [ring, element].some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const box = ring.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const places = [[0.5, 0.5], [0.1, 0.2], [0.5, 0.1], [0.1, 0.9]]
    .map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
  const unhidden = right > left && bottom > top && places.some((place) => place && (ring.contains(place)));
  const kinds = {
    views: ".page-header a", modes: ".segments input", toggles: ".toggle input", stage: ".stage", drawing: ".canvas",
    steps: ".steps button", take: ".take button", walk: ".walk :is(button, a)", guidance: ".guidance, .guidance *",
    panes: ".pane input", main: "main", failures: ".failures *",
    code: ".code *",
  };
  const kind = Object.keys(kinds).find((name) => element.matches(kinds[name])) ?? element.outerHTML;
  return { kind, ringed, unhidden, name: element.outerHTML.slice(0, 80) };
}
"""


@pytest.mark.parametrize(
    ("address", "size", "shown", "expected"),
    [
        ("", "wide", ".guide", ["toggles", "stage", "drawing", "take", "guidance", "walk"]),
        ("", "phone", ".guide", ["toggles", "stage", "drawing", "take", "guidance", "walk"]),
        (
            "&failure=lost-webhook",
            "wide",
            "[data-failure]",
            ["stage", "failures", "drawing", "walk", "failures", "take"],
        ),
        ("&pane=code", "phone", ".code", ["stage", "code", "guidance"]),  # where the last step of the code is explained
    ],
)
def test_tab_reaches_everything_in_order_and_the_focus_is_always_seen(
    open_page: Open, address: str, size: str, shown: str, expected: list[str]
) -> None:
    page = open_page(f"#view=explore&mode=async{address}", size)
    expect(page.locator(shown).locator("visible=true")).to_have_count(1)
    order: list[str] = []
    for _ in range(150):
        page.keyboard.press("Tab")
        focused: dict[str, Any] | None = page.evaluate(FOCUSED)
        if focused is None:
            break
        assert focused["ringed"], focused
        if focused["kind"] not in order[-1:]:
            order.append(focused["kind"])
    assert order == ["views", "modes", "panes", *expected]
    assert focused is None, "Tab does not leave the page"


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", ".guide"),
        ("&step=3", ".explanation .caption"),
        ("&failure=lost-webhook&step=2", "[data-failure] svg.drawing"),
        ("&pane=code&section=use", ".code pre"),
    ],
)
def test_what_has_the_focus_is_never_hidden(open_page: Open, size: str, address: str, shown: str) -> None:
    page = open_page(f"#view=explore&mode=async{address}", size)
    expect(page.locator(shown).locator("visible=true")).not_to_have_count(0)
    reached = 0
    for key in ("Tab", "Shift+Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            focused = page.evaluate(FOCUSED)
            if focused is None:
                break
            assert focused["unhidden"], (key, focused)
            reached += 1
    assert reached > 30


def test_the_page_has_one_live_region(open_page: Open) -> None:
    page = open_page("?mode=carrier-pigeon")
    live = page.locator("[aria-live], [role=status], [role=alert], [role=log], output")
    said = [each for each in live.all() if each.is_visible()]
    assert [each.get_attribute("aria-live") for each in said] == ["polite"]
    expect(said[0]).not_to_be_empty()


MOVING = """
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const moves = /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      return moves && element.checkVisibility({ visibilityProperty: true });
    }).map((element) => element.getAttribute("class"))"""
"""What could move of what is seen."""
STILL = "() => document.getAnimations().every(({ playState }) => playState === 'finished')"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_slides_but_what_a_chosen_step_sends_and_that_once(open_page: Open, motion: Any) -> None:
    page = open_page("", reduced_motion=motion)
    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#sim")).to_have_attribute("data-step", "1")
    token = page.locator("figure:visible .canvas [data-step='1'] .token")
    expect(token).to_be_visible()
    assert page.evaluate(MOVING) == ([] if motion == "reduce" else ["token"])
    if motion == "reduce":
        assert page.evaluate("document.getAnimations().length") == 0
    else:
        expect(token).to_have_css("animation-iteration-count", "1")
    page.wait_for_function(STILL)
    expect(token).to_have_css("translate", re.compile(r"^-?[1-9]"))  # it has arrived


@pytest.mark.parametrize("theme", THEMES)
def test_a_readers_own_colours_still_tell_states_apart(open_page: Open, theme: Any) -> None:
    page = open_page("#view=explore&mode=sync&step=3", forced_colors="active", color_scheme=theme)
    looks = """(element) => { const style = getComputedStyle(element); return [style.backgroundColor,
        style.backgroundImage, style.borderTopColor, style.borderLeftColor, style.borderBottomColor, style.outlineColor,
        style.outlineWidth, style.fill, style.stroke, style.strokeWidth].join(" ") }"""

    def look(selector: str) -> str:
        found: str = page.locator(selector).first.evaluate(looks)
        return found

    swatches = [look(f"figure:visible .swatch[data-fill={fill}]") for fill in ("solid", "hatched", "none")]
    assert len(set(swatches)) == 3
    for chosen, other in (
        (".segments label:has(:checked)", ".segments label:not(:has(:checked))"),
        (".page-header a[aria-current]", ".page-header a:not([aria-current])"),
        (".dot.on", ".dot.off"),
        ("figure:visible .canvas [data-step='3'] .row", "figure:visible .canvas [data-step='2'] .row"),
        ("figure:visible li[data-step='3']", "figure:visible li[data-step='2']"),
        ("figure:visible .canvas .bar[data-fill=solid]", "figure:visible .canvas .bar[data-fill=hatched]"),
    ):
        assert look(chosen) != look(other), chosen
    colours = "(e) => [getComputedStyle(e).fill, getComputedStyle(e.querySelector('tspan') ?? e).fill]"
    for box in ("rect.actor", ".note rect"):
        paper = page.locator(f"figure:visible .canvas {box}").first.evaluate(colours)[0]
        ink = page.locator("figure:visible .canvas text").first.evaluate(colours)[1]
        assert paper != ink, box


def test_what_is_hidden_is_not_in_the_accessibility_tree(open_page: Open) -> None:
    page = open_page("#view=explore&mode=batch")
    expect(page.locator('figure[data-mode="batch"]:not([data-failure])')).to_be_visible()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    figures = [node["name"]["value"] for node in tree["nodes"] if node.get("role", {}).get("value") == "figure"]
    assert len(figures) == 1
    assert "Batch" in figures[0]
