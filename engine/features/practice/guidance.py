"""INTERIM: places in the guidance of a mode of the old shape."""

from __future__ import annotations

from typing import Any


def sentence_at(mode: Any, place: Any) -> str:
    """The words at a place."""
    match place.section:
        case "use" | "avoid" | "engineering" if place.point:
            of = {"use": mode.use_when, "avoid": mode.avoid_when, "engineering": mode.engineering.build}[place.section]
            return str(of[place.point - 1].text)
        case "latency":
            return str(mode.latency)
        case "price":
            return str(mode.price.text)
        case "engineering":
            return str(mode.engineering.text)
    return ""


def usual_section(lesson: Any, verdict: str) -> str:
    """The section that says when to choose a mode, or when not to."""
    return "avoid" if verdict == "poor" else "use"
