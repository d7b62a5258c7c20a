"""The one door between the browser and the Python below.

A browser event becomes an event of `sim.app`, that makes a new state, and the regions whose ingredients changed are
rendered and patched into the page. What else the state asks for happens here too: drawings, the address bar, the
clock of Play, the clipboard and messages to the host page.
"""

import asyncio
import json
import sys
from dataclasses import replace

from pyscript import document, window
from pyscript.ffi import create_proxy, to_js
from pyscript.js_modules import page as browser

from lesson import DIGESTS, LESSON, VERSIONS
from sim import app, renewal, views
from sim.diagram import diagram
from sim.views.parts import region_id

ROOT = document.documentElement
SIM = document.getElementById("sim")
LOCAL = window.location.hostname in ("localhost", "127.0.0.1", "[::1]")

state: app.State
shown: dict[str, views.Region]
clock: asyncio.Future[None] | None = None
under_way: set[app.Drawn] = set()


def adopt() -> None:
    """Take the static page over: nothing is rendered but what differs from it."""
    global state, shown
    static = replace(app.start(LESSON, VERSIONS), drawings=drawings_on_the_page())
    shown = views.regions(static)
    query, fragment = window.location.search, window.location.hash
    state = replace(app.opened(LESSON, query, fragment, LOCAL, VERSIONS), drawings=static.drawings)
    show()
    go_to_part()
    for kind, name in (("click", "click"), ("change", "change"), ("keydown", "keydown"), ("focusin", "focus"),
                       ("pointerover", "point")):
        SIM.addEventListener(kind, create_proxy(LISTENERS[name]))
    window.addEventListener("hashchange", create_proxy(LISTENERS["address"]))
    for name, value in window.sim.early():
        act(name, value)
    window.sim.ready()


def dispatch(event: app.Event) -> None:
    """The only way in which the page changes."""
    global state
    before, state = state, app.update(state, event)
    show()
    if state.step and state.step != before.step:
        keep_in_sight()


def show() -> None:
    """Bring the page to the state."""
    global shown
    for name, value in views.root_attributes(state).items():
        if SIM.getAttribute(name) != value:
            SIM.setAttribute(name, value)
    now = views.regions(state)
    for name, region in now.items():
        if region != shown.get(name):
            place = document.getElementById(region_id(name))
            if place is None:
                window.location.reload()
                return
            browser.morph(place, views.render(region))
    shown = now
    remember_address()
    keep_time()
    for drawn in app.wanted(state):
        if drawn not in under_way:
            under_way.add(drawn)
            asyncio.ensure_future(draw(drawn))


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
            asyncio.ensure_future(copy(value))
        case "download":
            download()


def on_click(event) -> None:
    control = event.target.closest("[data-event]")
    if control and control.tagName != "INPUT":
        act(control.dataset.event, control.dataset.value or "")
    elif drawn := event.target.closest(".canvas [data-step]"):
        figure = drawn.closest("figure")
        if state.view == "explore":
            dispatch(app.ChooseStep(int(drawn.dataset.step)))
        else:
            dispatch(app.Navigate(f"#view=explore&mode={figure.dataset.mode}&step={drawn.dataset.step}"))


def on_change(event) -> None:
    if name := event.target.dataset.event:
        act(name, event.target.value)


def on_keydown(event) -> None:
    if not event.target.closest("[data-keys=walk]") or event.ctrlKey or event.metaKey or event.altKey:
        return
    last = len(state.chosen.steps)
    asked = {"ArrowRight": app.Walk(1), "ArrowDown": app.Walk(1), "ArrowLeft": app.Walk(-1), "ArrowUp": app.Walk(-1),
             "Home": app.ChooseStep(1), "End": app.ChooseStep(last), "Escape": app.ChooseStep(0)}.get(event.key)
    if asked and state.view == "explore":
        event.preventDefault()
        dispatch(asked)


def on_focus(event) -> None:
    if event.target.dataset.event == "step" and event.target.matches(":focus-visible"):
        dispatch(app.ChooseStep(int(event.target.dataset.value)))


def on_point(event) -> None:
    step = event.target.closest("figure [data-step]")
    if step and state.view == "explore" and int(step.dataset.step) != state.pointed and event.pointerType == "mouse":
        dispatch(app.Point(int(step.dataset.step)))


def on_address(event) -> None:
    if window.location.hash != app.address(state):
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
    """Scroll the chosen step into view, in the drawing or in its list."""
    for element in document.querySelectorAll(f'figure[data-mode="{state.mode}"] [data-step="{state.step}"]'):
        if element.getClientRects().length and bool(element.closest("svg")) != state.as_text:
            element.scrollIntoView(to_js({"block": "nearest"}))


def remember_address() -> None:
    """Write what is shown into the address bar, where the browser lets us."""
    fragment = app.address(state)
    if fragment != window.location.hash:
        try:
            window.history.replaceState(None, "", fragment or window.location.pathname + window.location.search)
        except Exception:  # noqa: BLE001, S110 - a sandbox or a rate limit forbids it: the page goes on without
            pass


def keep_time() -> None:
    """While playing, the clock runs."""
    global clock
    if state.playing and clock is None:
        clock = asyncio.ensure_future(ticks())
    elif not state.playing and clock is not None:
        clock.cancel()
        clock = None


async def ticks() -> None:
    while True:
        await asyncio.sleep(state.lesson.words.explore.play_seconds)
        dispatch(app.Tick())


def drawings_on_the_page() -> dict[app.Drawn, str]:
    """The drawings that the static page already has."""
    annotations = frozenset(LESSON.about.annotations)
    found = {}
    for mode in LESSON.modes:
        svg = document.querySelector(f"#{region_id('drawing-' + mode)} svg")
        if svg:
            found[mode, annotations] = svg.outerHTML
    return found


async def draw(drawn: app.Drawn) -> None:
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
    try:
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
    with open("/checker.zip", "wb") as archive:
        archive.write((await answer.arrayBuffer()).to_py())
    sys.path.append("/checker.zip")


adopt()
asyncio.ensure_future(look_for_edits())
