"""What stands between the browser and the Python of the lesson.

A browser event becomes an event, that makes a new state, and the regions whose ingredients changed are rendered and
patched into the page. The effects that the update asks for are done by `effects`.
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
from pyscript.js_modules import page as browser

from browser import effects, focus, host, listeners, rendered, tasks
from browser.perform import perform
from browser.plurals import plural
from engine import address, app, page_events, renewal, rooms
from engine import effects as wishes
from engine import page as views
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
shown: dict[str, Region]
kinds: dict[str, type]
"""The kinds of events that controls ask for, by name."""
clock: asyncio.Future[None] | None = None
known_fragment = ""
"""The fragment of the address that the state follows."""


def start(late: Assets) -> None:
    """Take the page over, or say that Python could not. What was made until then stays for good."""
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
    global state, shown, known_fragment
    static = replace(rooms.start(LESSON, VERSIONS), drawings=drawings_on_the_page())
    shown = views.regions(static)
    learn_events(static)
    fragment = window.location.hash
    known_fragment = fragment
    motion = window.matchMedia("(prefers-reduced-motion: reduce)")
    state = replace(
        address.opened(LESSON, window.location.search, fragment, LOCAL, VERSIONS),
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
    host.attach(lambda: state, dispatch)
    for name, given, value in window.sim.early():
        act(name, given, value)
    window.sim.ready()


def learn_events(known: states.State) -> None:
    """Know the events of the page and of the features that are there."""
    global kinds
    kinds = kinds_by_name(
        [*page_events.EVENTS, *(kind for _, room, _ in states.present(known) for kind in room.events)]
    )


async def finish_start() -> None:
    """Once the page is up: the lazy features, and whether the content was edited after the build."""
    await effects.idle()
    await tasks.begin("lazy", load_lazy_features())
    event: page_events.Renew | page_events.Refuse | None = None
    with suppress(OSError):  # without the network the page shows what was built
        event = await renewal.edited(LESSON.name, DIGESTS, effects.answer_at, install_checker, state.author, plural)
    target = app.target(state)
    dispatch(event or page_events.Unedited())
    if app.target(state) != target:
        focus.go_to_target(state)


async def install_checker() -> None:
    """Fetch what reads edited content; it builds on the lazy features. Raises `OSError` where it cannot be had."""
    for archive in (assets.lazy, assets.checker):
        await effects.install(archive)


def dispatch(event: Any) -> None:
    """The only way in which the page changes. Where that fails, the page stays as it is and says so."""
    global state
    try:
        focused = focus.has_focus()
        before = state
        state, asked = app.update(state, event)
        if len(state.rooms) != len(before.rooms):
            learn_events(state)
        show(everything=state.lesson is not before.lesson)
        if state.view != before.view:
            document.getElementById("main").scrollTop = 0
        if focus.moved(before, state):
            focus.keep_step(state)
        for each in asked:
            perform(each, dispatch)
        if wishes.Focus() not in asked and (state.view != before.view or state.features != before.features):
            focus.lead(move=False)
        if isinstance(event, page_events.Dismiss):
            focus.regain()
        elif focused or state.view != before.view:
            focus.regain(*app.beginning(state))
        host.follow(before, state, event)
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
    """Bring the page to the state; a drawing stays until the next one is drawn."""
    global shown
    for name, value in views.root_attributes(state).items():
        if SIM.getAttribute(name) != value:
            SIM.setAttribute(name, value)
    regions = views.regions(state)
    if everything:
        document.title = state.lesson.about.title
        browser.morph(SIM, "".join(map(str, views.contents(state))))
        shown = regions
    for name, region in regions.items():
        if region != shown.get(name) and not views.pending(region):
            browser.morph(document.getElementById(region_id(name)), rendered.html(name, region))
            shown[name] = region
    browser.afterPaint(address_follows)
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
    global known_fragment
    fragment = address.address(state)
    if fragment != window.location.hash == known_fragment:
        with suppress(Exception):  # a sandbox or a rate limit may forbid it: the page goes on without
            window.history.replaceState(None, "", fragment or window.location.pathname + window.location.search)
            known_fragment = window.location.hash


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
    """The clock of Play."""
    while seconds := app.interval(state):
        await asyncio.sleep(seconds)
        dispatch(page_events.Tick())


def drawings_on_the_page() -> dict[states.Drawn, str]:
    """The drawings that the static page already has."""
    annotations = states.shown_at_first(LESSON)
    found = {}
    for mode in LESSON.modes:
        svg = document.querySelector(f"#{region_id('drawing-' + mode)} svg")
        if svg:
            found[mode, annotations] = svg.outerHTML
    return found


async def draw(drawn: states.Drawn) -> None:
    """Let Mermaid draw what is not drawn yet."""
    lesson, (name, annotations) = state.lesson, drawn
    shown_now = states.shown(state)
    sequence = lesson.modes.get(name) or (shown_now.sequence if shown_now.name == name else None)
    svg = await effects.drawn(name, diagram(lesson, sequence, annotations)) if sequence else ""
    tasks.under_way.pop(drawn, None)
    if lesson is state.lesson:
        dispatch(page_events.Draw(drawn, svg))
    else:
        show()


async def load_lazy_features() -> None:
    """Fetch the lazy features. Without them the rest of the page goes on."""
    if state.loaded:
        return None
    try:
        await asyncio.gather(effects.install(assets.lazy), effects.install(assets.content))
    except OSError:
        return dispatch(page_events.Miss())
    await effects.load_stylesheet(assets.lazy_style)
    rooms = importlib.import_module("engine.lazy").ROOMS
    content = importlib.import_module("lazy_content").LAZY_CONTENT
    dispatch(page_events.Arrive(rooms, content, effects.remembered()))
    host.ask()
    return None


async def find(query: Query) -> None:
    """Look for the answer to a query in pieces, so that the page breathes."""
    found = []
    for piece in query.pieces():
        found.append(piece)
        await asyncio.sleep(0)
    dispatch(page_events.Found(query.key, tuple(filter(None, found))))
