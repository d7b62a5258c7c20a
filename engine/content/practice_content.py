"""The former names of `lazy_content`, until no module imports them."""

from engine.content.lazy_content import LazyContent as Workshop
from engine.content.lazy_content import LazyWords as WorkshopWords
from engine.features.practice.content import Choice, Guidance, Scenario, Tipping

__all__ = ["Choice", "Guidance", "Scenario", "Tipping", "Workshop", "WorkshopWords"]
