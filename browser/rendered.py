"""The HTML of regions, kept for a while: a learner goes back and forth between modes, and nothing is rendered twice."""

from collections import deque

from engine import page as views
from engine.feature import Region

KEPT = 8
"""How many renderings of each region are kept: more than there are modes."""

renderings: dict[str, deque[tuple[Region, str]]] = {}


def html(name: str, region: Region) -> str:
    """The HTML of a region, by the region's name."""
    kept = renderings.setdefault(name, deque(maxlen=KEPT))
    found = next((made for known, made in kept if known == region), None)
    if found is None:
        found = views.render(region)
        kept.append((region, found))
    return found
