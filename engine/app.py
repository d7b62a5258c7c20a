"""What can happen, and how it changes what is shown: only `update(state, event)` makes a new state.

An event of a feature goes to that feature, those of `page_events` concern the page as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.address import address, followed_again, navigated, serve
from engine.effects import Effects, Focus, Store
from engine.events import name_of
from engine.features import FEATURES, serving
from engine.page_events import (
    ChooseMode,
    ContentEdited,
    ContentRefused,
    Copied,
    Dismiss,
    DrawingMade,
    Found,
    LazyArrived,
    LazyMissing,
    Navigate,
    NotSaved,
    ProgressRestored,
    ReduceMotion,
    Tick,
    ToggleAnnotation,
    ToggleText,
    Unedited,
)
from engine.sequence.diagram import diagram
from engine.state import Notice, State, present, shown, with_features, with_notice, without_notices
from engine.visits import beside_visits, keep_visits, with_visit

if TYPE_CHECKING:
    from engine.content.lazy_content import LazyContent
    from engine.content.load import Content
    from engine.feature import Query, Room
    from engine.state import Drawn


def update(state: State, event: Any) -> tuple[State, Effects]:
    """The state after an event, and the effects asked for."""
    feature, before = name_of(event.__class__).partition(".")[0], state
    state, effects = _featured(state, feature, event) if feature in state.features else (_updated(state, event), ())
    state = with_visit(state if state.is_waiting else without_notices(state, "lazy"))
    if state.visited == before.visited:
        return state, effects
    return state, (*effects, keep_visits(state, forget=not state.visited >= before.visited))


def _updated(state: State, event: Any) -> State:
    """The state after an event of the page as a whole."""
    messages = state.lesson.messages
    match event:
        case ChooseMode(mode) if mode in state.lesson.modes and mode != state.mode:
            return replace(_reset(_retry_drawings(state)), mode=mode, followed=None)
        case ToggleAnnotation(annotation) if annotation in state.lesson.about.annotations:
            return replace(_retry_drawings(state), annotations=state.annotations ^ {annotation})
        case ToggleText():
            return replace(state, as_text=not state.as_text)
        case Navigate(fragment):
            return navigated(_retry_drawings(state), fragment)
        case Dismiss():
            return without_notices(state, *(notice.kind for notice in state.shown_notices))
        case Tick():
            return with_features(state, **{name: room.ticked(own, state) for name, room, own in _timed(state)})
        case DrawingMade(drawn, svg):
            return replace(state, drawings={**state.drawings, drawn: svg}, outdated=state.outdated - {drawn})
        case Copied(by_hand):
            text = messages("notices.copy_by_hand" if by_hand else "notices.copied")
            return with_notice(state, Notice("copy", text, by_hand=by_hand))
        case NotSaved(certain):
            return with_notice(
                state, Notice("picture", messages("notices.unsaved" if certain else "notices.unsure_saved"))
            )
        case Found(key, answer):
            return replace(state, answers={**state.answers, key: answer})
        case LazyArrived(rooms, content, stored):
            return _arrived(state, rooms, content, stored)
        case LazyMissing() if state.is_waiting:
            return with_notice(state, Notice("lazy", messages("notices.not_loaded")))
        case ProgressRestored(stored):
            return with_features(state, **{n: room.resumed(own, stored, state) for n, room, own in present(state)})
        case ReduceMotion(still):
            return replace(state, still=still)
        case ContentEdited(content, unlisted):
            state = replace(followed_again(_renewed(state, content)), checked=True)
            return with_notice(state, Notice("content", messages("notices.unlisted"), unlisted)) if unlisted else state
        case Unedited():
            return replace(state, checked=True)
        case ContentRefused(problems):
            state = replace(state, checked=True)
            if state.author:
                return with_notice(state, Notice("content", messages("notices.author_errors"), problems))
            return with_notice(state, Notice("content", messages("notices.old_content")))
    return state


def _featured(state: State, name: str, event: Any) -> tuple[State, Effects]:
    """The state after an event of a feature, and the effects asked for."""
    room, before, place = state.rooms[name], state.features[name], address(state)
    own, effects = room.update(before, event, state)
    lazy = any(feature.name == name and feature.lazy for feature in FEATURES)
    state = with_features(_retry_drawings(state) if lazy else state, **{name: own})
    if isinstance(event, room.forgets) and own is not before:
        state = replace(state, visited=frozenset())
    if isinstance(event, room.takes_over) and room.shown(own, state):
        state = _reset(state, all_but=name)
    if address(replace(state, followed=None)) != place:
        state = replace(state, followed=None)
    if room.stored and room.stored(own, state) != room.stored(before, state):
        merge = _alone if isinstance(event, room.forgets) else room.merge
        effects = (*effects, Store(room.stored(own, state), beside_visits(merge)))
    return state, (*effects, Focus()) if lazy else effects


def _alone(own: str, _: str) -> str:
    """What is stored when a learner deletes it: nothing that another tab has stored comes back."""
    return own


def _retry_drawings(state: State) -> State:
    """The state in which what could not be drawn is tried again."""
    if "" not in state.drawings.values():
        return state
    return replace(state, drawings={drawn: svg for drawn, svg in state.drawings.items() if svg})


def _reset(state: State, all_but: str = "") -> State:
    """The state in which no sequence is walked, except a feature's."""
    own_states = {name: room.reset(own) for name, room, own in present(state) if name != all_but}
    gone = {key for feature in FEATURES if "step" in feature.keys for key in feature.keys}
    waiting = {name: value for name, value in state.waiting.items() if name not in gone}
    return replace(with_features(state, **own_states), waiting=waiting)


def _arrived(state: State, rooms: Mapping[str, Room], content: LazyContent, stored: str | None) -> State:
    rooms = {name: room for name, room in rooms.items() if name in state.lesson.features}
    state = replace(
        without_notices(state, "lazy"), rooms={**state.rooms, **rooms}, loaded=_edited(state.edited, content)
    )
    state = with_features(state, **{name: room.init(state, stored) for name, room in rooms.items()})
    return serve(replace(state, waiting={}), state.waiting)


def _edited(edited: LazyContent | None, built: LazyContent | None) -> LazyContent | None:
    """Content that was edited after the build, with what only the build can add, once that is there."""
    return replace(edited, prices=built.prices) if edited and built else built


def _renewed(state: State, content: Content) -> State:
    lesson, languages = content.lesson, state.lesson.languages
    if lesson.languages != languages:  # only a build knows them
        lesson = replace(lesson, languages=languages)
    first = lesson.about.modes[0]
    mode = state.mode if state.mode in lesson.modes else first
    home = state.home if state.home[1] in lesson.modes else (state.home[0], first)
    drawings = {(name, notes): svg for (name, notes), svg in state.drawings.items() if name in lesson.modes}
    outdated = {
        (name, notes)
        for name, notes in drawings
        if diagram(lesson, lesson.modes[name], notes).source
        != diagram(state.lesson, state.lesson.modes[name], notes).source
    }
    new = replace(
        without_notices(state, "content"),
        lesson=lesson,
        mode=mode,
        home=home,
        drawings=drawings,
        outdated=state.outdated | outdated,
        answers={},
        loaded=_edited(content.lazy, state.loaded),
        edited=content.lazy,
    )
    return with_features(new, **{name: room.renewed(own, state, new) for name, room, own in present(state)})


def _timed(state: State) -> Iterator[tuple[str, Room, Any]]:
    """The features of the view whose clock runs."""
    names = {feature.name for feature in serving(state.view, state.lesson.features)}
    return (each for each in present(state) if each[0] in names and each[1].interval(each[2], state))


def interval(state: State) -> float | None:
    """Seconds until the next `Tick`, while something plays."""
    return next((room.interval(own, state) for _, room, own in _timed(state)), None)


def target(state: State) -> str:
    """The id of the element that the address points at; "" for none."""
    return next(filter(None, (room.target(own, state) for _, room, own in present(state))), "")


def place(state: State) -> tuple[str, ...]:
    """What is shown, by name: the view, and where it shows one thing after another, which of them."""
    names = {feature.name for feature in serving(state.view, state.lesson.features)}
    places = (room.place(own, state) for name, room, own in present(state) if name in names)
    return state.view, *filter(None, places)


def beginning(state: State) -> list[str]:
    """Selectors of where one begins in the shown view, the best first; there may be no such place."""
    names = {feature.name for feature in serving(state.view, state.lesson.features)}
    found = [each for name, room, own in present(state) if name in names for each in room.beginning(own, state)]
    return found or [f'#region-{state.view} [tabindex="-1"]']


def wanted(state: State) -> list[Drawn]:
    """The drawings that the shown view needs and that nobody has drawn yet, or not of the present content."""
    names = {"explore": [state.mode], "compare": list(state.lesson.modes)}.get(state.view, [])
    sequence = shown(state)
    if sequence and state.view == "explore" and sequence.name not in names:
        names.append(sequence.name)
    drawn = state.drawings.keys() - state.outdated
    return [(name, state.annotations) for name in names if (name, state.annotations) not in drawn]


def queries(state: State) -> Iterator[Query]:
    """What the shown view would like to know and nobody has looked for yet."""
    names = {feature.name for feature in serving(state.view, state.lesson.features)}
    for name, room, own in present(state):
        query = room.query(own, state) if name in names else None
        if query and query.key not in state.answers:
            yield query
