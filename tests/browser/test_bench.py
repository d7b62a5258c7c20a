"""The pages that `make bench` compares: each of them starts, or there would be nothing to compare."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools.bench import pages, serving, visit
from tools.bench.lines import LINES


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each page, by its name."""
    return pages.assemble(tmp_path_factory.mktemp("bench"))


@pytest.mark.xdist_group("bench")
@pytest.mark.parametrize("name", pages.NAMES)
def test_every_page_of_the_bench_starts(chromium: Browser, folders: dict[str, Path], name: str) -> None:
    server = serving.serve(folders[name], strict=name == pages.OURS)
    with chromium.new_context() as context:
        made = visit.visit(context, f"http://127.0.0.1:{server.server_port}/index.html", LINES[0], switching=False)
    assert made.columns["ready"]
    assert (made.columns["diagram"] is not None) is (name != pages.BARE)
