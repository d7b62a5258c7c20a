"""The headers that netlify.toml promises, for whoever serves the folder elsewhere: the local server and the tests."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path


def headers_for(path: str, config: Path = Path("netlify.toml")) -> dict[str, str]:
    """The headers that Netlify sends for a path such as "/assets/x.js".

    What several rules that match give for one header it sends together, with commas between.
    """
    rules = tomllib.loads(config.read_text(encoding="utf-8"))["headers"]
    found: dict[str, str] = {}
    for rule in rules:
        if fnmatch(path, rule["for"]):
            found |= {
                name: f"{found[name]}, {value}" if name in found else value for name, value in rule["values"].items()
            }
    return found
