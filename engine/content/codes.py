"""The letters that stand for a scenario and a mode in a learner's stored answers."""

from zlib import crc32

SCENARIO, MODE = 3, 2
"""How many letters stand for each."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def code(name: str, letters: int) -> str:
    """So many letters that stand for a name: a checksum, so that names may be added, removed and moved.

    Two names may have the same; content in which they do is refused (`check.py`).
    """
    check = crc32(name.encode())
    return "".join(DIGITS[check // len(DIGITS) ** place % len(DIGITS)] for place in range(letters))
