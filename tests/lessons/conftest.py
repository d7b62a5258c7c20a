"""What the tests of the lessons' code share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.running import Client
from tests.support.vendors import Vendor, listening


@pytest.fixture(name="vendor")
def _vendor() -> Iterator[Vendor]:
    with listening() as vendor:
        yield vendor


@pytest.fixture(name="client")
def _client(vendor: Vendor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Client:
    return Client(vendor, monkeypatch, tmp_path)
