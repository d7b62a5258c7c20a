"""The files of a build that may be kept for ever, since their names change with what is in them."""

import re
from copy import copy
from hashlib import sha256
from pathlib import Path

from tools.packing import packed


class Assets:
    """Files with their hash in their name. What refers to an asset is added after it, and the reference follows."""

    def __init__(self, folder: Path, only_packed: bool = False) -> None:
        self.folder = folder
        self.only_packed = only_packed
        self.root = "./"
        self.names: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        folder.mkdir(parents=True)

    def of_lesson(self, root: str) -> "Assets":
        """These assets for a lesson whose page is `root` away from them: what it adds, no other lesson refers to."""
        own = copy(self)
        own.root, own.names, own.sizes = root, dict(self.names), dict(self.sizes)
        return own

    def add(self, name: str, data: bytes | str) -> str:
        """Write an asset; gives the name that it got."""
        if isinstance(data, str):
            data = self.renamed(data).encode()
        stem, _, ending = name.partition(".")
        self.names[name] = f"{stem}-{sha256(data).hexdigest()[:10]}.{ending}"
        self.sizes[name] = len(data)
        (self.folder / self.names[name]).write_bytes(data)
        return self.names[name]

    def add_large(self, name: str, data: bytes) -> None:
        """Write WebAssembly as it is and packed, under one name but for the ending; or only packed."""
        plain = self.folder / self.add(name, data)
        short = plain.with_suffix(".bin")
        short.write_bytes(packed(data))
        if self.only_packed:
            plain.unlink()
            self.names[name] = short.name

    def renamed(self, text: str) -> str:
        """Text whose references to assets ("./x", "../x/y", "./assets/x") use the names that they got."""

        def rename(found: re.Match[str]) -> str:
            hashed = self.names.get(found[2])
            folder = f"{self.root}assets/" if found[1] == "./assets/" else "./"
            return folder + hashed if hashed else found[0]

        return re.sub(r"(?<=[\"'(])(\./assets/|\./|\.\./)([\w.-]+/?)", rename, text)
