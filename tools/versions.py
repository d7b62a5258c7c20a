"""What the build is made of, in versions: this program's own and those of what it starts."""

import json
import tomllib
from pathlib import Path

STARTED = {"PyScript": "@pyscript/core", "Pyodide": "pyodide", "Mermaid": "mermaid"}
"""What a page starts, with the name of its package."""


def versions() -> str:
    """All of them in a line, for About; this program's is written in pyproject.toml alone."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = json.loads(Path("package-lock.json").read_text(encoding="utf-8"))["packages"]
    others = {name: lock[f"node_modules/{package}"]["version"] for name, package in STARTED.items()}
    return " · ".join(f"{name} {version}" for name, version in {project["name"]: project["version"], **others}.items())
