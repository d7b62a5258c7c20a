"""What can be done with the answers: take them away as text or as a link, or delete them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.features.practice.address import result_url
from engine.features.practice.controls import Control, Link
from engine.features.practice.events import AskToRestart, CopyResult, KeepAnswers, Restart
from engine.html import link_to

if TYPE_CHECKING:
    from engine.features.practice.material import Material
    from engine.features.practice.state import Practice
    from engine.messages import Messages


@dataclass(frozen=True)
class Confirmation:
    """What is asked before all answers are forgotten."""

    text: str
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class TakeAway:
    """What can be done with the answers."""

    heading: str
    copy: Control
    link: Link
    restart: Control | Confirmation | None


def present_take_away(own: Practice, material: Material, messages: Messages) -> TakeAway:
    """All of it."""
    return TakeAway(
        messages("practice.take_away.heading"),
        Control("practice-copy", messages("practice.take_away.copy"), CopyResult()),
        Link(messages("practice.take_away.link"), result_link(own, material)),
        _restart(own, messages) if own.own is None else None,
    )


def _restart(own: Practice, messages: Messages) -> Control | Confirmation:
    if not own.confirming:
        return Control("practice-leave", messages("practice.restart.ask"), AskToRestart(), focus="leave")
    return Confirmation(
        messages("practice.restart.sure"),
        (
            Control("practice-restart", messages("practice.restart.forget"), Restart()),
            Control("practice-keep", messages("practice.restart.keep"), KeepAnswers()),
        ),
    )


def result_link(own: Practice, material: Material) -> str:
    """The fragment of an address that opens the result with all answers."""
    return link_to(view="practice", **result_url(own, material))
