"""The client of a mode as a small figure: what it does, or how it ended, as lines in a square of 24."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.features.race.standing import Figure

HEAD = "M9.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
STANDS = f"{HEAD}M12 8.5v6.5M12 15l-2.5 6M12 15l2.5 6"
TO_THE_LEFT = "M4.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M7 8.5v6.5M7 15l-2.5 6M7 15l2.5 6"

FIGURES: Mapping[Figure, str] = {
    # hands at its sides
    "ready": f"{STANDS}M12 9.5l-3 5M12 9.5l3 5",
    # a sheet goes off
    "sending": f"{TO_THE_LEFT}M7 10.5h5.5M14.5 10.5h7M18.5 7.5l3 3l-3 3",
    # a pile of sheets before a barrier
    "paced": f"{TO_THE_LEFT}M7 10.5l4 2M12 20h5M12 17.5h5M12 15h5M20.5 4v17M18.5 8l4-2.5M18.5 13l4-2.5M18.5 18l4-2.5",
    # in a block of ice
    "frozen": f"{STANDS}M12 9.5l-2.5 4M12 9.5l2.5 4M4.5 1.5h15v21h-15zM7 4.5l2-1M15.5 19.5l2-1M6.5 8l1.5-1",
    # sits with a sheet in its hands
    "reading": "M5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
    "M7.5 8.5v7h6v5.5M7.5 10.5l5 1M12.5 6h8v8.5h-8zM14.5 8.5h4M14.5 11h4",
    # strides off with a case
    "elsewhere": "M11 4.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"
    "M13 7.5l-1.5 6.5l4 3v5M11.5 14l-1.5 4l-3.5 3.5M12.5 9.5l4 2.5h2M12.5 9.5l-4 3M17 12h4.5v4h-4.5zM2 9h4M1.5 13h3.5",
    # its house, with the lamp on
    "home": "M2.5 11.5l9.5-8.5l9.5 8.5M5 9.5v11.5h14v-11.5M8 21v-6h3.5v6M14 13h3v3h-3z",
    # a sheet comes in
    "collecting": f"{TO_THE_LEFT}M7 10.5h5M22 10.5h-7.5M17.5 7.5l-3 3l3 3",
    # arms up
    "done": f"{STANDS}M12 10l-5-5M12 10l5-5",
    # looks at its watch
    "late": f"{TO_THE_LEFT}M7 10.5l4.5 2.5h2M12.5 13a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M17 10.5v2.5l2 1.5",
    # a broken line
    "cut": f"{TO_THE_LEFT}M7 10.5l4 3.5M12.5 8h2.5M20 8h2M15.5 5l4.5 6M20 5l-4.5 6",
    # an empty tray
}
