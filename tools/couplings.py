"""Every place where the lesson relies on what PyScript, Pyodide, Mermaid, htpy or a browser does not promise.

Each has a name. `python -m tools.build --without NAME` builds without it, if the lesson starts without it at all;
`make bench ARGS=--ablate` builds without each in turn and says what it gains; docs/upgrading.md lists them for whoever
moves to a new version. The test of each fails, after an upgrade that breaks it, with `look`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coupling:
    """Something of others' that may change without notice."""

    name: str
    to: str
    """Whose it is."""
    what: str
    why: str
    """What it is for; an issue of theirs where there is one."""
    place: str
    """The file that has it."""
    test: str
    """The test that fails when it no longer holds, as pytest names it, without its parameters."""
    look: str
    """Where to look then."""
    optional: bool = True
    """Whether a build can do without it."""


SHIMS = {
    "asyncio": "asyncio",
    "docstrings": "_pyodide.docstring",
    "colours": "_colorize",
    "contexts": "htpy._contexts",
    "garbage": "sitecustomize",
}
"""The couplings that are a Python module of ours in place of another (tools/shims), with its name."""

COUPLINGS: tuple[Coupling, ...] = ()


def known(names: str) -> frozenset[str]:
    """The couplings that a list of names, with commas between them, asks to leave out. Raises `ValueError`."""
    return frozenset(filter(None, names.split(",")))
