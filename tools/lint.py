"""Checks the content as a page would, then its English, and prints every mistake: `python -m tools.lint`.

Before that it asks whether each fact and each feature has its words, without which a page breaks.
"""

import sys

from engine.content.problems import ContentError
from tools.content import content_files, lessons, load_lessons
from tools.grammar import mistakes
from tools.microsim.book import load_book
from tools.wanted import unsaid


def main() -> int:
    try:
        names = lessons()
        if wrong := unsaid():
            raise ContentError(wrong)
        load_lessons(names)
        for name in names:
            load_book(name)
        if wrong := mistakes(names):
            raise ContentError(wrong)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} mistake{'s' * (count > 1)} in content/.", file=sys.stderr)
        return 1
    for name in names:
        print(f"{name}: {len(content_files(name))} content files, and what a book says of them, are right.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
