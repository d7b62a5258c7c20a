"""Places in the guidance of a mode, by which an answer can be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.content.lesson import Lesson
    from engine.content.mode import Mode
    from engine.features.practice.content import Guidance
    from engine.features.practice.subject import Verdict


def sentence_at(mode: Mode, place: Guidance) -> str:
    """The words at a place; "" where there are none."""
    section = mode.sections.get(place.section)
    if section is None:
        return ""
    if place.point is None:
        return section.text or section.short or ""
    found = (section.points or ())[place.point - 1 : place.point]
    return found[0].text if found else ""


def usual_section(lesson: Lesson, verdict: Verdict) -> str:
    """The section that says when to choose a mode, or for a poor choice the one that says when not to."""
    sign = "bad" if verdict == "poor" else "good"
    return next((name for name, section in lesson.about.sections.items() if section.sign == sign), "")
