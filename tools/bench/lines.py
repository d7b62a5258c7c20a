"""The lines that a page is fetched over, as Chromium emulates them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line to the server; without megabits it is the open local one."""

    name: str
    megabits: float = 0
    """Megabits a second downwards; a third of that upwards."""
    latency: float = 0
    """Milliseconds that every request waits."""

    def __str__(self) -> str:
        if not self.megabits:
            return f"{self.name} (open)"
        return f"{self.name} ({self.megabits:g} Mbit/s, {self.latency:g} ms)"


LINES = (Line("local"), Line("cable", 30, 28), Line("4G", 9, 85))
