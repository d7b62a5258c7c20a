"""What stands between the browser and the Python of the lesson.

A browser event becomes an event, that makes a new state, and the regions whose ingredients changed are rendered and
patched into the page. `perform` does the effects that the update asks for.
"""

import asyncio
import gc
import importlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from lesson import DIGESTS, LESSON, VERSIONS
from pyscript import document, window
from pyscript.ffi import create_proxy
from pyscript.js_modules import page as page_js

from browser import device, embedder, focus, listeners, rendered, tasks
from browser.perform import perform
from browser.plurals import plural
from engine import address, app, effects, first_screen, page_events, renewal, visits
from engine import page as pages
from engine import state as states
from engine.events import kinds_by_name, read
from engine.feature import Query, Region
from engine.html import region_id
from engine.sequence.diagram import diagram

SIM = document.getElementById("sim")
LOCAL = window.location.hostname in ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Assets:
    """Where what comes later is: lazy features, what they work with, their styles, and what reads edited content."""

    lazy: str
    content: str
    lazy_style: str
    checker: str


assets: Assets
state: states.State
on_page: dict[str, Region]
"""Each region as the page has it."""
kinds: dict[str, type]
"""The kinds of events that controls ask for, by name."""
clock: asyncio.Future[None] | None = None
STRETCH = 12
"""For how many milliseconds a query may look at a time: not so long that a learner who slides would notice."""
known_fragment = ""
"""The fragment of the address that the state follows."""
visiting = False
"""Whether the address that is written next is a new place in the history."""


def start(late: Assets) -> None:
    """Take the page over, or say that Python could not. Objects made so far are never garbage."""
    global assets
    assets = late
    try:
        adopt()
    except Exception as error:
        window.sim.fail(str(error))
        raise
    gc.freeze()
    tasks.later(finish_start())


def adopt() -> None:
    """Take the static page over: nothing is rendered but what differs from it."""
    global state, on_page, known_fragment
    static = replace(first_screen.start(LESSON, VERSIONS), drawings=drawings_on_the_page())
    on_page = pages.regions(static)
    register_events(static)
    fragment = window.location.hash
    known_fragment = fragment
    motion = window.matchMedia("(prefers-reduced-motion: reduce)")
    opened = address.opened(LESSON, window.location.search, fragment, LOCAL, VERSIONS)
    state = replace(
        visits.restored(opened, device.remembered() or ""),
        drawings=static.drawings,
        location=window.location.href.partition("#")[0],
        still=bool(motion.matches),
    )
    show()
    focus.keep_step(state)
    focus.go_to_target(state)
    listeners.attach(SIM, lambda: state, dispatch, act)
    listeners.at_address(follow)
    motion.addEventListener("change", create_proxy(lambda event: dispatch(page_events.ReduceMotion(event.matches))))
    embedder.attach(lambda: state, dispatch)
    for name, given, value in window.sim.early():
        act(name, given, value)
    window.sim.ready()


def register_events(known: states.State) -> None:
    """Know the events of the page and of the features that are there."""
    global kinds
    kinds = kinds_by_name(
        [*page_events.EVENTS, *(kind for _, room, _ in states.present(known) for kind in room.events)]
    )


async def finish_start() -> None:
    """Once the page is up: the lazy features, and whether the content was edited after the build."""
    await device.idle()
    await tasks.begin("lazy", load_lazy_features())
    event: page_events.ContentEdited | page_events.ContentRefused | None = None
    with suppress(OSError):  # without the network the page shows what was built
        event = await renewal.edited(LESSON.name, DIGESTS, device.answer_at, install_checker, state.author, plural)
    target = app.target(state)
    dispatch(event or page_events.Unedited())
    if app.target(state) != target:
        focus.go_to_target(state)


async def install_checker() -> None:
    """Fetch what reads edited content; it builds on the lazy features. Raises `OSError` where it cannot be had."""
    for archive in (assets.lazy, assets.checker):
        await device.install(archive)


def dispatch(event: Any) -> None:
    """The only way in which the page changes. Where that fails, the page stays as it is and says so."""
    global state
    try:
        focused = focus.has_focus()
        before = state
        state, wanted = app.update(state, event)
        if len(state.rooms) != len(before.rooms):  # the lazy features are there
            register_events(state)
        show(everything=state.lesson is not before.lesson)
        if state.view != before.view:
            document.getElementById("main").scrollTop = 0
        if state.mode != before.mode:
            for each in document.querySelectorAll(".own-scroll"):
                each.scrollTop = 0
        if focus.moved(before, state):
            focus.keep_step(state)
        for each in wanted:
            if isinstance(each, effects.Visit):
                visit(each.before)
            else:
                perform(each, dispatch)
        if effects.Focus() not in wanted and (state.view != before.view or state.features != before.features):
            focus.lead(move=False)
        if isinstance(event, page_events.Dismiss):
            focus.regain()
        elif focused or state.view != before.view:
            focus.regain(*app.beginning(state))
        embedder.follow(before, state, event)
    except Exception as error:
        window.sim.fail(str(error))
        raise


def follow(fragment: str) -> None:
    """Go where the address says, unless the page is there."""
    global known_fragment
    known_fragment = fragment
    if fragment != address.address(state):
        dispatch(page_events.Navigate(fragment))
        focus.go_to_target(state)


def show(everything: bool = False) -> None:
    """Bring the page to the state; a region that waits for its drawing keeps the old one."""
    global on_page
    for name, value in pages.root_attributes(state).items():
        if SIM.getAttribute(name) != value:
            SIM.setAttribute(name, value)
    regions = pages.regions(state)
    if everything:
        document.title = state.lesson.about.title
        page_js.morph(SIM, "".join(map(str, pages.contents(state))))
        on_page = regions
    for name, region in regions.items():
        if region != on_page.get(name) and not pages.pending(region):
            page_js.morph(document.getElementById(region_id(name)), rendered.html(name, region))
            on_page[name] = region
    page_js.afterPaint(address_follows)
    keep_time()
    for drawn in app.wanted(state):
        tasks.begin(drawn, draw(drawn))
    if state.is_waiting:
        tasks.begin("lazy", load_lazy_features())
    for query in app.queries(state):
        tasks.begin(query.key, find(query))


def act(name: str, given: Any, value: str) -> None:
    """Let happen what a control asks for: its `data-event`, its `data-value` and its own value."""
    event = read(kinds, name, given if isinstance(given, str) else None, value)  # a missing one is JavaScript's null
    if event is not None:
        dispatch(event)


def remember_address() -> None:
    """Write what is shown into the address bar, where the browser lets us.

    Not over an address that the learner has just gone to, of which the browser will tell us next.
    """
    global known_fragment, visiting
    fragment = address.address(state)
    if fragment != window.location.hash == known_fragment:
        with suppress(Exception):  # a sandbox or a rate limit may forbid it: the page goes on without
            write = window.history.pushState if visiting else window.history.replaceState
            write.call(window.history, None, "", fragment or window.location.pathname + window.location.search)
            known_fragment = window.location.hash
    visiting = False


def visit(before: str) -> None:
    """Let the address that is written next be a new place, and the present one lead to where one was."""
    global known_fragment, visiting
    if window.location.hash == known_fragment and not embedder.EMBEDDED:
        with suppress(Exception):
            window.history.replaceState(None, "", before)
            known_fragment = window.location.hash
            visiting = True


address_follows = create_proxy(remember_address)


def keep_time() -> None:
    """While something plays, the clock runs."""
    global clock
    if app.interval(state) and clock is None:
        clock = asyncio.ensure_future(ticks())
    elif not app.interval(state) and clock is not None:
        clock.cancel()
        clock = None


async def ticks() -> None:
    """Let time pass for what plays, until nothing does."""
    while seconds := app.interval(state):
        await asyncio.sleep(seconds)
        dispatch(page_events.Tick())


def drawings_on_the_page() -> dict[states.Drawn, str]:
    """The drawings that the static page already has."""
    annotations = states.shown_at_first(LESSON)
    found = {}
    for mode in LESSON.modes:
        svg = document.querySelector(f"#{region_id('drawing-' + mode)} svg.drawing")
        if svg:
            found[mode, annotations] = svg.outerHTML
    return found


async def draw(drawn: states.Drawn) -> None:
    """Draw a sequence with Mermaid; the answer comes as an event."""
    lesson, (name, annotations) = state.lesson, drawn
    walked = states.shown(state)
    sequence = lesson.modes.get(name) or (walked.sequence if walked.name == name else None)
    svg = await device.drawn(name, diagram(lesson, sequence, annotations)) if sequence else ""
    tasks.under_way.pop(drawn, None)
    if lesson is state.lesson:
        dispatch(page_events.DrawingMade(drawn, svg))
    else:  # the content was edited meanwhile
        show()


async def load_lazy_features() -> None:
    """Fetch the lazy features. Without them the rest of the page goes on."""
    if state.loaded:
        return None
    try:
        await asyncio.gather(device.install(assets.lazy), device.install(assets.content))
    except OSError:
        return dispatch(page_events.LazyMissing())
    await device.load_stylesheet(assets.lazy_style)
    lazy_rooms = importlib.import_module("engine.lazy").ROOMS
    content = importlib.import_module("lazy_content").LAZY_CONTENT
    dispatch(page_events.LazyArrived(lazy_rooms, content, device.remembered()))
    embedder.ask()
    return None


async def find(query: Query) -> None:
    """Look for the answer to a query in pieces, so that the page breathes, for as long as it is wanted."""
    found, breath = [], window.performance.now()
    for piece in query.pieces():
        found.append(piece)
        if window.performance.now() - breath > STRETCH:
            await asyncio.sleep(0)
            if all(each.key != query.key for each in app.queries(state)):
                return  # the learner has gone on
            breath = window.performance.now()
    dispatch(page_events.Found(query.key, tuple(filter(None, found))))
