"""Keeps what takes long to make in `.cache/`, by a hash of all that it is made from."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

CACHE = Path(".cache")


def kept(ending: str, inputs: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made only where nothing was kept for these inputs. The ending says what it is."""
    file = CACHE / f"{sha256(inputs).hexdigest()}{ending}"
    if not file.exists():
        CACHE.mkdir(exist_ok=True)
        whole = file.with_name(f"{file.name}.{os.getpid()}")
        whole.write_bytes(make())
        whole.replace(file)
    return file.read_bytes()
