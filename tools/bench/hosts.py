"""Kinds of host: what a first visit costs on each, and whether the page starts there at all."""

import gzip
import re
import shutil
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from tools.bench import serving
from tools.bench.lines import LINES
from tools.bench.pages import OURS, STOCK
from tools.bench.visit import visit
from tools.kept import kept

COMPRESSED = {
    "Brotli for everything": None,
    "gzip for texts, scripts and WebAssembly": r"\.(html|css|m?js|json|svg|txt|wasm)$",
    "no compression": "$^",
}
"""Each kind of host, and the files that it compresses; None stands for the Brotli copies of the other tables."""

HostFigures = dict[str, dict[str, dict[str, float]]]
"""By host, then by page: kilobytes and milliseconds to ready; empty where the page did not start."""


def hosts(launched: Browser, folders: dict[str, Path], work: Path) -> HostFigures:
    """A first visit to this page and to stock PyScript on each kind of host, local line."""
    return {
        kind: {
            page: _visited(launched, _as_sent(folders[page], work / f"{number}-{page}", pattern), page)
            for page in (OURS, STOCK)
        }
        for number, (kind, pattern) in enumerate(COMPRESSED.items())
    }


def _as_sent(folder: Path, copy: Path, pattern: str | None) -> Path:
    """A page's folder with the copies that such a host sends."""
    if pattern is None:
        return folder
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.br"))
    for file in [file for file in copy.rglob("*") if file.is_file() and re.search(pattern, file.name)]:
        data = file.read_bytes()
        file.with_name(f"{file.name}.gz").write_bytes(kept(".6.gz", data, partial(gzip.compress, data, 6, mtime=0)))
    return copy


def _visited(launched: Browser, folder: Path, page: str) -> dict[str, float]:
    server = serving.serve(folder, strict=page == OURS)
    try:
        with launched.new_context() as context:
            address = f"http://127.0.0.1:{server.server_port}/index.html"
            columns = visit(context, address, LINES[0], switching=False).columns
        return {name: value for name in ("kb_ready", "ready") if (value := columns[name]) is not None}
    except TimeoutError:
        return {}
    finally:
        server.shutdown()
