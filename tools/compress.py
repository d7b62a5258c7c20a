"""Compressed copies beside the files of a build, for hosts that serve them (Netlify compresses by itself).

Content has none: a host would go on sending the copy after someone has edited the file.
"""

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli

from tools.kept import kept

DENSE = (".woff2", ".bin", ".br", ".gz")
"""Endings of files that gain nothing."""
WORTH_IT = 1_000
"""Bytes below which a copy is not worth a file."""
WINDOW = 21
"""Binary logarithm of how far back Brotli looks. Further is not always better: with 22, which is Brotli's default, the
interpreter is 20 KB larger, and with 24 46 KB; of all files the library alone is smaller, by 2 KB."""

WAYS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda data: bytes(brotli.compress(data, quality=11, lgwin=WINDOW)),
    ".gz": lambda data: gzip.compress(data, 9, mtime=0),
}


def compress(folder: Path) -> None:
    """Put `.br` and `.gz` beside every file that shrinks."""
    ways = Path(__file__).read_bytes()
    for file in sorted([*folder.rglob("index.html"), *(folder / "assets").rglob("*")]):
        if not file.is_file() or file.suffix in DENSE or file.stat().st_size < WORTH_IT:
            continue
        data = file.read_bytes()
        for ending, way in WAYS.items():
            file.with_name(file.name + ending).write_bytes(kept(ending, ways + data, partial(way, data)))
