"""Puts files into a folder that is being served: whoever asks meanwhile finds each of them whole, old or new."""

import os
from collections.abc import Mapping
from pathlib import Path

PAGE = "index.html"
"""What refers to all else: it comes after that, and before what only the old page referred to goes."""


def publish(folder: Path, target: Path) -> None:
    """Make `target` hold what `folder` does."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    for name in sorted(files, key=lambda name: Path(name).name == PAGE):
        if Path(name).name == PAGE:
            for ending in (".br", ".gz"):  # of the old page, which a server would go on sending
                (target / f"{name}{ending}").unlink(missing_ok=True)
        put(target / name, files[name].read_bytes())
    remove_others(target, files)


def put(file: Path, data: bytes) -> None:
    """Write a file in one go, unless it is there already."""
    if file.is_file() and file.read_bytes() == data:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(file)


def remove_others(folder: Path, names: Mapping[str, object]) -> None:
    """Remove every file below a folder that is not among `names`, and the folders that are empty then."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file.relative_to(folder).as_posix() not in names:
            file.unlink()
