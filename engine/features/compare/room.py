"""How Compare takes part in the page; the diagrams that it shows are Explore's."""

from engine.feature import Room
from engine.features.compare.view import comparison

ROOM = Room(events=(), regions=lambda _, page: {"comparison": (comparison, (page.lesson,))})
