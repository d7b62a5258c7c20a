"""The text face, cut down to the letters and weights in use."""

import io
from pathlib import Path

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

from tools.kept import kept

SOURCE = Path("node_modules/source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2")
RARE = {*r"#*@\^`{|}~"}
LETTERS = [
    *(code for code in range(0x20, 0x7F) if chr(code) not in RARE),
    *map(ord, "–’×→·−÷σ✓✗\N{NO-BREAK SPACE}"),
    *map(ord, "°¶ß"),
]
"""What the texts and the first screen's own signs need, and the three that Mermaid writes for an escaped character
while it lays a drawing out. This part stands in the page, where each of them costs every learner some 100 bytes."""
MORE = [
    *map(ord, sorted(RARE)),
    *(code for code in range(0xA1, 0x100) if code not in LETTERS),
    *map(ord, "—‘“”…•←≈≤≥√○"),
]
"""Rarer signs, and what other Western European languages add; a browser fetches them when it meets one. For a sign that
is in neither part it searches the system's fonts."""

GRID = 500
"""Units of the em: half as many as the face was designed in, each a 30th of a pixel in text of 16 pixels."""
WEIGHTS = (400, 650)
"""From that of text to that of headings; bold text is as heavy as these."""
COPYRIGHT = 0
"""The only name that the face keeps (OpenType, name IDs); those of its single weights nobody reads."""


def subset(letters: list[int]) -> bytes:
    """Source Sans 3 as WOFF2, some letters, the weights in use. The licence is SIL OFL 1.1."""
    made_from = SOURCE.read_bytes() + Path(__file__).read_bytes() + f"{letters} {fontTools.version}".encode()
    return kept(".woff2", made_from, lambda: _subset(letters))


def _subset(letters: list[int]) -> bytes:
    font = TTFont(SOURCE, recalcTimestamp=False)
    unused = [*Options().drop_tables, "BASE", "GSUB", "HVAR", "MVAR", "STAT"]  # widths follow from the outlines
    options = Options(layout_features=["kern"], name_IDs=[COPYRIGHT], drop_tables=unused, flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    font["fvar"].instances = []
    font["name"].names = [each for each in font["name"].names if each.nameID == COPYRIGHT]
    font["fvar"].axes[0].axisNameID = COPYRIGHT
    scale_upem(font, GRID)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
