"""What a learner sees of a mode without scrolling, measured from the boxes on the page."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import MODES, Open, choose

LETTERS = 12
"""The size of a drawing's letters, in its own units (style/drawing.css)."""
LEAST = 11
"""Pixels: no letter of a drawing is smaller than that on the screen."""

MEASURE = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const inside = ({ left, top, right, bottom }, room) => left >= room.left - 1 && top >= room.top - 1
    && right <= room.right + 1 && bottom <= room.bottom + 1;
  // What is seen of an element: its box, cut by the window and by whatever scrolls it, less what sticks over its end.
  const roomOf = (element) => {
    const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflowY === "visible") continue;
      const box = outer.getBoundingClientRect();
      for (const side of ["left", "top"]) room[side] = Math.max(room[side], box[side]);
      for (const side of ["right", "bottom"]) room[side] = Math.min(room[side], box[side]);
    }
    return room;
  };
  const whole = (element) => {
    const box = element.getBoundingClientRect();
    if (!inside(box, roomOf(element))) return false;
    const across = document.elementFromPoint((box.left + box.right) / 2, Math.min(box.bottom - 2, (box.top + box.bottom) / 2));
    return !across || element.contains(across) || across.contains(element) || Boolean(across.closest("svg, label"));
  };
  const short = (elements) => elements.filter((each) => !whole(each)).map((each) => each.textContent.trim().slice(0, 60));
  const figure = all("figure").find((each) => !each.dataset.failure);
  const drawing = figure.querySelector("svg.drawing");
  const legend = figure.querySelector(".legend").getBoundingClientRect();
  const room = roomOf(drawing);
  const words = [...drawing.querySelectorAll(".heads text, g.step .line.label")];
  const { width } = drawing.getBoundingClientRect();
  return {
    mode: figure.dataset.mode,
    steps: new Set([...drawing.querySelectorAll("g.step")].map((each) => each.dataset.step)).size,
    heads: drawing.querySelectorAll(".heads text").length,
    scale: width / drawing.viewBox.baseVal.width,
    wide: [width, innerWidth],
    drawn: Math.max(0, Math.min(room.bottom, drawing.getBoundingClientRect().bottom) - drawing.getBoundingClientRect().top),
    cut: words.filter((each) => !inside(each.getBoundingClientRect(), { ...room, bottom: Math.min(room.bottom, legend.top + 1) }))
      .map((each) => each.textContent),
    legend: whole(figure.querySelector(".legend")),
    facts: all(".profile .entry > *:not(.text), .profile .entry .text").length,
    factsCut: short(all(".profile .large, .profile .axis, .profile .spread-text, .profile .weight, .profile .text")),
    kinds: [".large", ".axis", ".spread-text", ".weight"].filter((each) => !all(`.profile ${each}`).length),
    briefs: all(".brief").length,
    briefsCut: short(all(".brief span")),
    lead: all(".guide .lead").filter(whole).length,
    use: all(".guide .good li").filter(whole).length,
    avoid: all(".guide .bad li").filter(whole).length,
    points: [all(".guide .good li").length, all(".guide .bad li").length],
    buttons: all(".player-region button, .player-region a").filter(whole).map((each) => each.textContent),
    sideways: document.documentElement.scrollWidth - innerWidth,
  };
}"""

HEADS_AT_THE_END = """() => {
  const drawing = document.querySelector("figure:not([data-failure]) svg.drawing");
  const shown = [...document.querySelectorAll("figure svg.drawing")].find((each) => each.checkVisibility({ visibilityProperty: true }));
  shown.querySelector("g.step:last-of-type")?.scrollIntoView({ block: "end" });
  const last = [...shown.querySelectorAll("g.step")].at(-1);
  last.scrollIntoView({ block: "center" });
  const heads = shown.closest(".canvas").querySelector("svg.pinned").getBoundingClientRect();
  const { top, bottom } = last.getBoundingClientRect();
  const stage = shown.closest("main").getBoundingClientRect();
  return { heads: heads.top >= stage.top - 1 && heads.bottom <= innerHeight + 1 && heads.height > 10,
    last: top >= stage.top - 1 && bottom <= innerHeight + 1, below: heads.bottom <= top + 1 };
}"""
"""Scrolls the shown drawing to its end: whether the participants' heads stay in sight, above the last step."""

WHOLE = [(684, 602), (800, 602), (1280, 800)]
SCROLLED = [(684, 500), (375, 667), (320, 568)]
POINTS = {(684, 602): (2, 1), (800, 602): (2, 1), (684, 500): (1, 1)}
"""How many points for and against a mode are seen at once; at 1280 × 800 all of them."""
PHONES = [(375, 667), (320, 568)]


def each_mode(page: Page, theme: str) -> list[dict[str, Any]]:
    """What is measured of every mode."""
    page.evaluate("(theme) => document.documentElement.style.setProperty('color-scheme', theme)", theme)
    found = []
    for mode in MODES:
        choose(page, mode)
        page.evaluate("() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
        found.append(page.evaluate(MEASURE))
        assert found[-1]["mode"] == mode
    return found


@pytest.mark.parametrize(("width", "height"), [*WHOLE, *SCROLLED], ids=lambda each: str(each))
def test_a_mode_is_seen_at_a_glance(width: int, height: int, open_page: Open) -> None:
    page = open_page()
    page.set_viewport_size({"width": width, "height": height})
    size = (width, height)
    for theme in ("light", "dark"):
        for seen in each_mode(page, theme):
            where = (seen["mode"], theme)
            assert LETTERS * seen["scale"] >= LEAST, where
            assert seen["sideways"] <= 0, where
            if size in WHOLE:
                assert seen["cut"] == [], where
            assert seen["kinds"] == [], (where, "price, picture, p50 to p99 in words, weight")
            assert seen["factsCut"] == [], where
            assert seen["briefs"] == len(MODES), where
            assert seen["briefsCut"] == [], where
            assert seen["buttons"] == ["Play", "Previous", "Next"], where
            if size not in PHONES:
                use, avoid = POINTS.get(size, seen["points"])
                assert seen["lead"] == 1, where
                assert seen["use"] >= use, where
                assert seen["avoid"] >= avoid, where
                assert seen["legend"], where
            else:
                assert seen["drawn"] >= 100, (where, "the drawing begins in sight")
                drawn, window = seen["wide"]
                assert drawn >= 0.85 * min(window, 400), (where, "the drawing is as wide as the phone")
            if size in SCROLLED:
                end = page.evaluate(HEADS_AT_THE_END)
                assert end == {"heads": True, "last": True, "below": True}, where


def test_another_mode_starts_from_the_top_of_its_drawing(open_page: Open) -> None:
    page = open_page("", "small")
    for size in SCROLLED:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for mode in MODES[::-1]:
            page.evaluate(HEADS_AT_THE_END)
            choose(page, mode)
            page.wait_for_function(
                """() => [...document.querySelectorAll("figure svg.drawing")]
                  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
                  .every((each) => each.querySelector("g.step").getBoundingClientRect().bottom > 0
                    && each.querySelector("g.step").getBoundingClientRect().bottom <= innerHeight)"""
            )
