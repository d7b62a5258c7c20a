"""Tells strings and comments of the lesson's code apart, so that the page need not: Pygments runs at the build.

Code that was edited on a host is shown without colours, since Pygments stays here.
"""

from collections.abc import Iterator
from dataclasses import replace

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, String

from engine.content.lazy_content import LazyContent
from engine.features.code.content import CodeLine, Snippet

LEXER = PythonLexer(stripnl=False, ensurenl=False)


def highlighted(lazy: LazyContent) -> LazyContent:
    """The same, with what each line of code consists of."""
    clients = {
        mode: {vendor: replace(snippet, lines=tuple(_lines(snippet))) for vendor, snippet in by_vendor.items()}
        for mode, by_vendor in lazy.snippets.clients.items()
    }
    return replace(lazy, snippets=replace(lazy.snippets, clients=clients))


def parts_of(code: str) -> list[list[tuple[str, str]]]:
    r"""For each line of some code its parts, each with what it is: "string", "comment" or "".

    >>> parts_of("ask('''a\nb''')  # twice")
    [[('', 'ask('), ('string', "'''a")], [('string', "b'''"), ('', ')  '), ('comment', '# twice')]]
    """
    lines: list[list[tuple[str, str]]] = [[]]
    for token, text in LEXER.get_tokens(code):
        kind = "string" if token in String else "comment" if token in Comment else ""
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if not piece:
                continue
            if lines[-1] and lines[-1][-1][0] == kind:
                lines[-1].append((kind, lines[-1].pop()[1] + piece))
            else:
                lines[-1].append((kind, piece))
    return lines


def _lines(snippet: Snippet) -> Iterator[CodeLine]:
    for line, parts in zip(snippet.lines, parts_of(snippet.text.removesuffix("\n")), strict=True):
        yield replace(line, parts=tuple(parts))
