"""The one door between the browser and the Python below.

A browser event becomes an event of `engine.app`, that makes a new state, and the regions whose ingredients changed are
rendered and patched into the page. What else the state asks for is done by `effects`.
"""

import asyncio
import gc
import importlib
import random
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from lesson import DIGESTS, LESSON, VERSIONS
from pyscript import document, window
from pyscript.ffi import create_proxy
from pyscript.js_modules import page as browser

from browser import effects, export, host, listeners, rendered, sight, tasks
from engine import address, app, renewal
from engine import page as views
from engine import state as states
from engine.html import region_id
from engine.sequence.diagram import diagram

SIM = document.getElementById("sim")
LOCAL = window.location.hostname in ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Assets:
    """Where what comes later is: the archives of the desk and the checker, and the desk's style sheet."""

    desk: str
    desk_style: str
    checker: str


assets: Assets
state: states.State
shown: dict[str, views.Region]
clock: asyncio.Future[None] | None = None
known_fragment = ""
"""The fragment of the address that the state follows."""


def open_with(late: Assets) -> None:
    """Take the page over, or say that Python could not. What was made until then stays for good."""
    global assets
    assets = late
    try:
        adopt()
    except Exception as error:
        window.sim.fail(str(error))
        raise
    gc.freeze()
    tasks.later(afterwards())


def adopt() -> None:
    """Take the static page over: nothing is rendered but what differs from it."""
    global state, shown, known_fragment
    static = replace(states.start(LESSON, VERSIONS), drawings=drawings_on_the_page())
    shown = views.regions(static)
    query, fragment = window.location.search, window.location.hash
    known_fragment = fragment
    state = replace(
        address.opened(LESSON, query, fragment, LOCAL, VERSIONS),
        drawings=static.drawings,
        here=address.public(window.location.href),
    )
    show()
    sight.keep_step(state)
    sight.go_to_part(state)
    listeners.attach(SIM, lambda: state, dispatch, act)
    listeners.at_address(follow)
    host.attach(lambda: state, dispatch)
    for name, value in window.sim.early():
        act(name, value)
    window.sim.ready()


async def afterwards() -> None:
    """Once the page is up: the desk, and whether the content was edited after the build."""
    await effects.idle()
    await tasks.begin("desk", open_desk())
    event: app.Event | None = None
    with suppress(OSError):  # without the network the page shows what was built
        event = await renewal.edited(DIGESTS, effects.answer_at, install_checker, state.author)
    part = state.part
    dispatch(event or app.Unedited())
    if state.part != part:
        sight.go_to_part(state)


async def install_checker() -> None:
    """Fetch what reads edited content; it builds on the desk. Raises `OSError` where it cannot be had."""
    for archive in (assets.desk, assets.checker):
        await effects.install(archive)


def dispatch(event: app.Event) -> None:
    """The only way in which the page changes. Where that fails, the page stays as it is and says so."""
    global state
    try:
        focused = sight.has_focus()
        before, state = state, app.update(state, event)
        show(everything=state.lesson is not before.lesson)
        if state.view != before.view:
            document.getElementById("main").scrollTop = 0
        if sight.moved(before, state):
            sight.keep_step(state)
        if isinstance(event, app.Decide):
            after_deciding(before)
        elif state.view != before.view or state.desk is not before.desk:
            sight.lead(move=False)
        if isinstance(event, app.Dismiss):
            sight.regain()
        elif focused or state.view != before.view:
            sight.regain(*sight.beginning(state))
        host.follow(before, state, event)
    except Exception as error:
        window.sim.fail(str(error))
        raise


def follow(fragment: str) -> None:
    """Go where the address says, unless the page is there."""
    global known_fragment
    known_fragment = fragment
    if fragment != address.address(state):
        dispatch(app.Navigate(fragment))
        sight.go_to_part(state)


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
    if state.view in states.DECIDING and not state.desk:
        tasks.begin("desk", open_desk())
    if state.desk and (puzzle := state.desk.puzzle(state.view)):
        tasks.begin(puzzle, think(puzzle))


def act(name: str, value: str) -> None:
    """What a control asks for by its `data-event`, with its value; "?" stands for any number."""
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
            tasks.later(copy(value))
        case "download":
            tasks.later(download(value))
        case "race.play" if window.matchMedia("(prefers-reduced-motion: reduce)").matches:
            dispatch(app.Decide("race.scrub", "1000"))
        case _:
            dispatch(app.Decide(name, value if value != "?" else str(random.randint(1, 999_999))))  # noqa: S311


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
    if app.tick(state) and clock is None:
        clock = asyncio.ensure_future(ticks())
    elif not app.tick(state) and clock is not None:
        clock.cancel()
        clock = None


async def ticks() -> None:
    """The clock of Play."""
    while seconds := app.tick(state):
        await asyncio.sleep(seconds)
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
    lesson, (name, annotations) = state.lesson, drawn
    sequence = app.sequence(state, name)
    svg = await effects.drawn(name, diagram(lesson, sequence, annotations)) if sequence else ""
    tasks.under_way.pop(drawn, None)
    if lesson is state.lesson:
        dispatch(app.Draw(drawn, svg))
    else:
        show()


async def open_desk() -> None:
    """Fetch what a learner decides with. Without it the rest of the page goes on."""
    if state.desk:
        return None
    try:
        await effects.install(assets.desk)
    except OSError:
        return dispatch(app.Miss())
    await effects.wear(assets.desk_style)
    desk, workshop = importlib.import_module("engine.lazy"), importlib.import_module("workshop")
    dispatch(app.Arrive(desk.opened(workshop.WORKSHOP, effects.remembered())))
    host.ask()
    return None


async def think(workload: Any) -> None:
    """Look for what would flip the advice on a workload, in pieces, so that the page breathes."""
    found = []
    for flip in state.desk.thinking(workload, state.lesson):  # type: ignore[union-attr]
        found.append(flip)
        await asyncio.sleep(0)
    dispatch(app.Think({workload: tuple(flip for flip in found if flip)}))


def after_deciding(before: states.State) -> None:
    """What the desk asks of the browser: to keep what the learner did, to lead the focus."""
    desk, old = state.desk, before.desk
    if not desk or not old:
        return
    if desk.drills.drill != old.drills.drill:
        sight.keep(f"#{region_id('drills-' + state.mode)} .choice")
    elif desk.practice.attempt.picked != old.practice.attempt.picked:
        sight.keep("#practice .told")
    if desk.kept() != old.kept():
        effects.remember(desk.joined(effects.remembered() or ""))
    sight.lead()


async def download(kind: str) -> None:
    """Save the shown drawing as a picture, and say so where a reader may look for it in vain."""
    outcome = await effects.saved(*export.picture(state, kind))
    if outcome != "saved":
        dispatch(app.Unsaved(certain=outcome == "failed"))


async def copy(what: str) -> None:
    """Put a text on the clipboard, or show it to be copied by hand."""
    remember_address()
    text = export.text(state, what, window.location.href)
    dispatch(app.Copied() if await effects.copied(text) else app.Copied(by_hand=text))
