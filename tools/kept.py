"""Keeps what takes long to make in `.cache/`, by a hash of all that it is made from."""

import io
import os
import zipfile
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

CACHE = Path(".cache")


def kept(ending: str, inputs: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made only where nothing was kept for these inputs. The ending says what it is."""
    file = _file(ending, inputs)
    if not file.exists():
        CACHE.mkdir(exist_ok=True)
        whole = file.with_name(f"{file.name}.{os.getpid()}")
        whole.write_bytes(make())
        whole.replace(file)
    return file.read_bytes()


def kept_each(ending: str, inputs: Sequence[bytes], make: Callable[[list[int]], list[bytes]]) -> list[bytes]:
    """The same for many: `make` is asked once, for those by number for whose inputs nothing was kept."""
    missing = [number for number, each in enumerate(inputs) if not _file(ending, each).exists()]
    made = dict(zip(missing, make(missing) if missing else [], strict=True))
    return [kept(ending, each, lambda number=number: made[number]) for number, each in enumerate(inputs)]  # type: ignore[misc]


def kept_files(inputs: bytes, make: Callable[[], Path]) -> dict[str, bytes]:
    """The files, by name, in the folder that `make` fills and gives, made only where they were not kept."""
    with zipfile.ZipFile(io.BytesIO(kept(".files", inputs, lambda: _together(make())))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def contents(files: Iterable[Path], below: Path = Path()) -> bytes:
    """What tells some files, and all that is in folders among them, from others: names (`below` a folder) and bytes."""
    found = sorted(
        file
        for each in files
        for file in [each, *each.rglob("*")]
        if file.is_file() and "__pycache__" not in file.parts
    )
    return b"".join(
        part
        for file in found
        for part in (file.relative_to(below).as_posix().encode(), sha256(file.read_bytes()).digest())
    )


def _file(ending: str, inputs: bytes) -> Path:
    return CACHE / f"{sha256(inputs).hexdigest()}{ending}"


def _together(folder: Path) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for file in sorted(file for file in folder.iterdir() if file.is_file()):
            archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return made.getvalue()
