"""What the engine's vocabulary promises, every style sheet and the drawing keep."""

import re
from pathlib import Path
from typing import get_args

import pytest

from engine.vocabulary import ANNOTATIONS, ARROWS, FRAMES, MODES, STEPS, Colour, Fill, Frame, Kind, Shape

SHEETS = "\n".join(
    file.read_text(encoding="utf-8") for file in (*Path("style").glob("*.css"), *Path("engine/features").rglob("*.css"))
)


def numbers(pattern: str) -> set[int]:
    """The numbers that follow a pattern anywhere in the style sheets."""
    return {int(number) for number in re.findall(pattern + r"(\d+)\b", SHEETS)}


@pytest.mark.parametrize(
    ("pattern", "most"),
    [(r"\.slot-", MODES[1]), (r'\[data-step="', STEPS[1]), (r"\.note-", ANNOTATIONS[1])],
    ids=["modes", "steps", "annotations"],
)
def test_style_sheets_show_as_many_as_there_may_be(pattern: str, most: int) -> None:
    assert numbers(pattern) - {0} == set(range(1, most + 1))


@pytest.mark.parametrize("colour", get_args(Colour))
def test_a_colour_has_a_tone_and_a_tint(colour: str) -> None:
    assert f'[data-colour="{colour}"] {{ --mode: var(--{colour}); --mode-tint: var(--{colour}-tint); }}' in SHEETS
    assert re.search(rf"--{colour}: light-dark\(", SHEETS)
    assert re.search(rf"--{colour}-tint: light-dark\(", SHEETS)


@pytest.mark.parametrize("shape", get_args(Shape))
def test_a_shape_is_drawn(shape: str) -> None:
    assert f'.sign[data-shape="{shape}"]' in SHEETS


@pytest.mark.parametrize("fill", get_args(Fill))
def test_a_state_has_a_look_in_the_legend_and_on_a_lifeline(fill: str) -> None:
    assert f'.swatch[data-fill="{fill}"]' in SHEETS
    hatched = 'data-fill="hatched"], [data-fill="crossed"]' in Path("browser/draw.js").read_text(encoding="utf-8")
    assert fill == "none" or hatched or f'.bar[data-fill="{fill}"]' in SHEETS


def test_every_kind_of_step_but_work_has_an_arrow_and_every_frame_its_word() -> None:
    assert {*ARROWS, "work"} == set(get_args(Kind))
    assert set(FRAMES) == set(get_args(Frame))
