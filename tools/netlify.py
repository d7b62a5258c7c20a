"""The headers that netlify.toml promises, for whoever serves the folder elsewhere: the local server and the tests."""

import re
import tomllib
from pathlib import Path


def headers_for(path: str, config: Path = Path("netlify.toml")) -> dict[str, str]:
    """The headers that Netlify sends for a path such as "/assets/x.js".

    In a rule, `*` stands for anything and `:name` for the name of a folder or a file. What several rules that match
    give for one header it sends together, with commas between.
    """
    rules = tomllib.loads(config.read_text(encoding="utf-8"))["headers"]
    found: dict[str, str] = {}
    for rule in rules:
        if matches(path, rule["for"]):
            found |= {
                name: f"{found[name]}, {value}" if name in found else value for name, value in rule["values"].items()
            }
    return found


def matches(path: str, rule: str) -> bool:
    """Whether a rule is for a path.

    >>> matches("/queues/", "/:lesson/"), matches("/a/b/", "/:lesson/"), matches("/assets/x.js", "/assets/*")
    (True, False, True)
    """
    pattern = re.sub(r":\w+", "[^/]+", re.escape(rule).replace(r"\*", ".*"))
    return bool(re.fullmatch(pattern, path))
