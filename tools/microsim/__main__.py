"""Writes the folder that a textbook takes as it is: `python -m tools.microsim`."""

import sys
from pathlib import Path

from engine.content.problems import ContentError
from tools.microsim.book import BookError
from tools.microsim.folder import make

TARGET = Path("microsim")


def main() -> int:
    """Write the folder, or say what is wrong."""
    try:
        folder = make(TARGET)
    except (ContentError, BookError) as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}/ is ready: {size / 1e6:.1f} MB. Copy it to docs/sims/ of your book.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
