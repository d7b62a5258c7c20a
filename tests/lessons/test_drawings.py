"""The drawings that are kept beside the content."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.content import CONTENT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("file", sorted(CONTENT.glob("*/drawings/*.svg")), ids=lambda file: file.stem)
def test_no_words_of_a_loop_or_an_alternative_stand_on_a_lifeline(file: Path) -> None:
    drawing = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    lines = [line for line in drawing.iter(f"{SVG}line") if "actor-line" in line.get("class", "")]
    lifelines = [float(line.get("x1", "")) for line in lines]
    assert lifelines
    for text in drawing.iter(f"{SVG}text"):
        if text.get("class") in ("loopText", "sectionTitle"):
            for line in text.iter(f"{SVG}tspan"):
                half, middle = float(line.get("textLength", "")) / 2, float(line.get("x", ""))
                assert [x for x in lifelines if abs(x - middle) < half] == [], "".join(line.itertext())
