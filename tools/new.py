"""Begins something new in a lesson: `python -m tools.new mode "Message batches" [--lesson NAME]`.

It writes a skeleton, in which every place that needs words says which, and lists these places. `make check` lists them
again; a build is refused until none is left.
"""

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import yaml

from engine.authoring.beginning import KINDS, CannotBeginError, Papers, begun, why_not
from engine.authoring.desk import Desk
from engine.content.catalogue import flattened
from engine.messages import Messages
from tools.content import CONTENT, content_files, lessons, schema_files
from tools.plurals import plural

WORDS = CONTENT / "author.yaml"


def main(arguments: list[str] | None = None, content: Path = CONTENT) -> int:
    """Write the files, and say what is left to write; 1 where nothing could be begun."""
    names = lessons(content)
    parser = argparse.ArgumentParser(description="Begin something new in a lesson.")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("name", help='what it is called, such as "Message batches"')
    parser.add_argument("--lesson", choices=names, default=names[0])
    parser.add_argument("--mode", default="", help="the mode that goes wrong, for a failure")
    options = parser.parse_args(arguments)
    messages = Messages("en", flattened(yaml.safe_load(WORDS.read_text(encoding="utf-8"))), plural)
    desk = looked(options.lesson, content)
    try:
        papers = Papers(desk.files, desk.raw, desk.schemas)
        changed = begun(papers, options.kind, options.name, date.today().isoformat(), options.mode)
    except CannotBeginError as error:
        print(why_not(messages, error), file=sys.stderr)
        return 1
    for name, text in changed.items():
        file = content / options.lesson / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    places = looked(options.lesson, content).places
    for name, count in Counter(each.file for each in places).items():
        first = next(each for each in places if each.file == name)
        print(f"{content / options.lesson / name}:{first.line}", messages("places.count", count=count), sep="  ")
    print(messages("begin.next", count=len(places)))
    return 0


def looked(lesson: str, content: Path = CONTENT) -> Desk:
    """A lesson's files, looked at."""
    desk = Desk(lesson, schema_files(), plural)
    for name, text in content_files(lesson, content).items():
        desk.put(name, text)
    for _ in desk.look():
        pass
    return desk


if __name__ == "__main__":
    sys.exit(main())
