"""Writes for each lesson the folder that a textbook takes as it is: `python -m tools.microsim [LANGUAGE]`."""

import argparse
import sys
from pathlib import Path

from engine.content.problems import ContentError
from tools.content import BOOK, languages, lessons
from tools.microsim.folder import make

TARGET = Path("microsim")


def main() -> int:
    """Write the folders, or say what is wrong."""
    parser = argparse.ArgumentParser(description="Write for each lesson the folder that a textbook takes as it is.")
    parser.add_argument("language", nargs="?", default="", help="that of the book, such as de, if not the author's")
    language = parser.parse_args().language
    try:
        names = lessons()
        known = {name: languages(name) for name in names}
        if language and not any(language in each for each in known.values()):
            print(f"No lesson is translated into `{language}`. `make i18n LANGUAGE={language}` begins a translation.")
            return 1
        for lesson in names:
            print(_said(lesson, make(TARGET, lesson, language if language in known[lesson] else "")))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _said(lesson: str, folder: Path | None) -> str:
    if folder is None:
        return f"{lesson} has no {BOOK}, so there is no folder for a book."
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return f"{folder}/ is ready: {size / 1e6:.1f} MB. Copy it to docs/sims/ of your book."


if __name__ == "__main__":
    sys.exit(main())
