"""The one door between the browser and the Python below.

A browser event becomes an event of `sim.app`, that makes a new state, and the regions whose ingredients changed are
rendered and patched into the page. What else the state asks for happens here too: drawings, the address bar, the
clock of Play, the clipboard and messages to the host page.
"""

import asyncio
import importlib
import json
import sys
import traceback
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from lesson import DIGESTS, LESSON, VERSIONS
from pyscript import document, window
from pyscript.ffi import create_proxy, to_js
from pyscript.js_modules import page as browser

from sim import address, app, renewal, views
from sim import state as states
from sim.diagram import diagram
from sim.views.parts import region_id

ROOT = document.documentElement
SIM = document.getElementById("sim")
LOCAL = window.location.hostname in ("localhost", "127.0.0.1", "[::1]")

state: states.State
shown: dict[str, views.Region]
clock: asyncio.Future[None] | None = None
under_way: set[states.Drawn] = set()
tasks: set[asyncio.Future[None]] = set()
clicked_at = (-1, -1)
"""Where the pointer was when it last clicked: what then comes to lie under it was not pointed at."""


def adopt() -> None:
    """Take the static page over: nothing is rendered but what differs from it."""
    global state, shown
    static = replace(states.start(LESSON, VERSIONS), drawings=drawings_on_the_page())
    shown = views.regions(static)
    query, fragment = window.location.search, window.location.hash
    state = replace(address.opened(LESSON, query, fragment, LOCAL, VERSIONS), drawings=static.drawings)
    show()
    keep_in_sight()
    go_to_part()
    for kind, name in (("click", "click"), ("change", "change"), ("keydown", "keydown"), ("focusin", "focus"),
                       ("pointerover", "point")):
        SIM.addEventListener(kind, create_proxy(LISTENERS[name]))
    window.addEventListener("hashchange", create_proxy(LISTENERS["address"]))
    for name, value in window.sim.early():
        act(name, value)
    window.sim.ready()


def dispatch(event: app.Event) -> None:
    """The only way in which the page changes. Where that fails, the page stays as it is and says so."""
    global state
    try:
        before, state = state, app.update(state, event)
        show(everything=state.lesson is not before.lesson)
        if state.view != before.view:
            document.getElementById("main").scrollTop = 0
        if state.step and state.step != before.step:
            keep_in_sight()
    except Exception as error:
        window.sim.fail(str(error))
        raise


def show(everything: bool = False) -> None:
    """Bring the page to the state; a drawing stays until the next one is drawn."""
    global shown
    for name, value in views.root_attributes(state).items():
        if SIM.getAttribute(name) != value:
            SIM.setAttribute(name, value)
    regions = views.regions(state)
    if everything:
        browser.morph(SIM, "".join(map(str, views.contents(state))))
        shown = regions
    for name, region in regions.items():
        if region != shown[name] and not views.pending(region):
            browser.morph(document.getElementById(region_id(name)), views.render(region))
            shown[name] = region
    remember_address()
    keep_time()
    for drawn in app.wanted(state):
        if drawn not in under_way:
            under_way.add(drawn)
            later(draw(drawn))


def later(work: Coroutine[Any, Any, None]) -> None:
    """Do what takes time; a reference keeps it from being forgotten half way."""
    task = asyncio.ensure_future(work)
    tasks.add(task)
    task.add_done_callback(finished)


def finished(task: asyncio.Future[None]) -> None:
    """What went wrong is never swallowed."""
    tasks.discard(task)
    if not task.cancelled() and (error := task.exception()):
        window.console.error("".join(traceback.format_exception(error)))


def act(name: str, value: str) -> None:
    """What a control asks for by its `data-event`, with its value."""
    match name:
        case "mode":
            dispatch(app.ChooseMode(value))
        case "step":
            dispatch(app.ChooseStep(int(value)))
        case "walk":
            dispatch(app.Walk(int(value)))
        case "play":
            dispatch(app.Play())
        case "annotation":
            dispatch(app.Toggle(value))  # type: ignore[arg-type]
        case "as-text":
            dispatch(app.ToggleText())
        case "dismiss":
            dispatch(app.Dismiss())
        case "copy":
            later(copy(value))
        case "download":
            download()


def on_click(event: Any) -> None:
    """A control does what it says; a drawn step is chosen, from Compare by way of Explore."""
    global clicked_at
    clicked_at = (event.clientX, event.clientY)
    control = event.target.closest("[data-event]")
    if control and control.tagName != "INPUT":
        act(control.getAttribute("data-event"), control.getAttribute("data-value") or "")
    elif drawn := event.target.closest(".canvas [data-step]"):
        figure = drawn.closest("figure")
        if state.view == "explore":
            dispatch(app.ChooseStep(int(drawn.dataset.step)))
        else:
            dispatch(app.Navigate(f"#view=explore&mode={figure.dataset.mode}&step={drawn.dataset.step}"))


def on_change(event: Any) -> None:
    """A radio button or a checkbox."""
    if name := event.target.getAttribute("data-event"):
        act(name, event.target.value)


def on_keydown(event: Any) -> None:
    """The arrow keys walk a diagram that has the focus."""
    if not event.target.closest("[data-keys=walk]") or event.ctrlKey or event.metaKey or event.altKey:
        return
    last = len(state.chosen.steps)
    keys: dict[str, app.Event] = {
        "ArrowRight": app.Walk(1), "ArrowDown": app.Walk(1), "ArrowLeft": app.Walk(-1), "ArrowUp": app.Walk(-1),
        "Home": app.ChooseStep(1), "End": app.ChooseStep(last), "Escape": app.ChooseStep(0)}
    asked = keys.get(event.key)
    if asked and state.view == "explore":
        event.preventDefault()
        dispatch(asked)


def on_focus(event: Any) -> None:
    """Reaching a line of the list by keyboard chooses its step."""
    if event.target.matches('[data-event="step"]:focus-visible'):
        dispatch(app.ChooseStep(int(event.target.getAttribute("data-value"))))


def on_point(event: Any) -> None:
    """A mouse over a step shows it."""
    if abs(event.clientX - clicked_at[0]) < 2 and abs(event.clientY - clicked_at[1]) < 2:
        return
    step = event.target.closest("figure [data-step]")
    if step and state.view == "explore" and int(step.dataset.step) != state.pointed and event.pointerType == "mouse":
        dispatch(app.Point(int(step.dataset.step)))


def on_address(_event: Any) -> None:
    """The learner followed a link, or went back."""
    if window.location.hash != address.address(state):
        dispatch(app.Navigate(window.location.hash))
        go_to_part()


LISTENERS = {"click": on_click, "change": on_change, "keydown": on_keydown, "focus": on_focus, "point": on_point,
             "address": on_address}


def go_to_part() -> None:
    """Lead the eye and the keyboard to the part of the guidance that the address points at."""
    if state.part and (part := document.getElementById(f"{state.mode}-{state.part}")):
        part.scrollIntoView()
        part.querySelector("h3").focus()


def keep_in_sight() -> None:
    """Scroll the chosen step into view: in the drawing, or where that is not shown in the list.

    Who walks the list by keyboard must see the line that has the focus.
    """
    if document.activeElement and document.activeElement.closest("li[data-step]"):
        return  # the browser has scrolled to it
    for element in document.querySelectorAll(f'figure[data-mode="{state.mode}"] [data-step="{state.step}"]'):
        if element.getClientRects().length:
            element.scrollIntoView(to_js({"block": "nearest"}))
            return


def remember_address() -> None:
    """Write what is shown into the address bar, where the browser lets us."""
    fragment = address.address(state)
    if fragment != window.location.hash:
        with suppress(Exception):  # a sandbox or a rate limit may forbid it: the page goes on without
            window.history.replaceState(None, "", fragment or window.location.pathname + window.location.search)


def keep_time() -> None:
    """While playing, the clock runs."""
    global clock
    if state.playing and clock is None:
        clock = asyncio.ensure_future(ticks())
    elif not state.playing and clock is not None:
        clock.cancel()
        clock = None


async def ticks() -> None:
    """The clock of Play."""
    while True:
        await asyncio.sleep(state.lesson.words.explore.play_seconds)
        dispatch(app.Tick())


def drawings_on_the_page() -> dict[states.Drawn, str]:
    """The drawings that the static page already has."""
    annotations = frozenset(LESSON.about.annotations)
    found = {}
    for mode in LESSON.modes:
        svg = document.querySelector(f"#{region_id('drawing-' + mode)} svg")
        if svg:
            found[mode, annotations] = svg.outerHTML
    return found


async def draw(drawn: states.Drawn) -> None:
    """Let Mermaid draw what is not drawn yet."""
    lesson = state.lesson
    name, annotations = drawn
    made = diagram(lesson, lesson.modes[name], annotations)
    key = json.dumps({"messages": made.messages, "notes": made.notes, "bars": made.bars})
    try:
        svg = await browser.draw(name, made.source, key)
    except Exception as error:  # noqa: BLE001 - whatever Mermaid throws, the list stands in
        window.console.warn(f"{name}: {error}")
        svg = ""
    under_way.discard(drawn)
    if lesson is state.lesson:
        dispatch(app.Draw(drawn, svg))
    else:
        show()


async def copy(what: str) -> None:
    """Put the diagram's source or the embedding snippet on the clipboard, or show it to be copied by hand."""
    if what == "mermaid":
        text = diagram(state.lesson, state.chosen, state.annotations).source
    else:
        text = views.about.snippet(state.lesson, window.location.href.split("#")[0])
    policy = getattr(document, "featurePolicy", None)
    try:
        if policy and not policy.allowsFeature("clipboard-write"):  # asking all the same would log an error
            raise PermissionError
        await window.navigator.clipboard.writeText(text)
        dispatch(app.Copied())
    except Exception:  # noqa: BLE001 - forbidden or missing
        dispatch(app.Copied(by_hand=text))


def download() -> None:
    """Save the chosen mode's drawing as a picture that stands alone."""
    if svg := document.querySelector(f"#{region_id('drawing-' + state.mode)} svg"):
        browser.save(f"{state.mode}.svg", svg)


async def look_for_edits() -> None:
    """Once the page is up: was the content edited after the build?"""
    if event := await renewal.edited(DIGESTS, text_at, install_checker):
        dispatch(event)


async def text_at(address: str) -> str | None:
    """The text at an address beside the page; None if it cannot be had."""
    try:
        answer = await window.fetch(address, to_js({"cache": "no-cache"}))
        return await answer.text() if answer.ok else None
    except Exception:  # noqa: BLE001 - the network may be gone; the page stays as it is
        return None


async def install_checker() -> None:
    """Fetch what reads and validates YAML, which a learner does not need."""
    answer = await window.fetch("assets/checker.zip")
    archive = Path("/checker.zip")
    archive.write_bytes((await answer.arrayBuffer()).to_bytes())
    sys.path.append(str(archive))
    for name in importlib.import_module("parents").NAMES:  # packages that have modules in both archives
        importlib.import_module(name).__path__.append(f"{archive}/{name.replace('.', '/')}")


try:
    adopt()
except Exception as error:
    window.sim.fail(str(error))
    raise
later(look_for_edits())
