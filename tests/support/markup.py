"""HTML as its tags, for tests that ask what a page is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Tag:
    """One element: its attributes, its whole text, and the elements around it, outermost first."""

    name: str
    attributes: dict[str, str]
    around: tuple["Tag", ...]
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.open: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(self.tags[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            tag.text += data


def tags(html: str) -> list[Tag]:
    """Every element in a text, in reading order."""
    reader = _Reader()
    reader.feed(str(html))  # a Markup would escape what is added to it
    reader.close()
    assert reader.open == [], "an element is not closed"
    return reader.tags


def find(found: list[Tag], name: str = "", within: Tag | None = None, **attributes: str) -> Iterator[Tag]:
    """The elements of a name with some attributes, inside another; `data_x` is `data-x`, and "*" is any value."""
    for tag in found:
        asked = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        if (
            name in ("", tag.name)
            and (within is None or any(outer is within for outer in tag.around))
            and all(key in tag.attributes and value in ("*", tag.attributes[key]) for key, value in asked.items())
        ):
            yield tag
