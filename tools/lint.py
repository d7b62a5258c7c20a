"""Checks the content as a page would, and prints every mistake: `python -m tools.lint`."""

import sys

from engine.content.load import load
from engine.content.problems import ContentError
from tools.content import content_files, schema_files
from tools.microsim.book import BookError, load_book


def main() -> int:
    files = content_files()
    try:
        load(files, schema_files())
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} mistake{'s' * (count > 1)} in content/.", file=sys.stderr)
        return 1
    try:
        load_book()
    except BookError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(files)} content files and what a book says of them are right.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
