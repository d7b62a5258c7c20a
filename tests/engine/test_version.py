"""The version of the program stands in pyproject.toml, and whoever says it reads it there."""

import json
import re
import tomllib
from pathlib import Path

from tools.versions import versions

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_about_says_which_version_it_is() -> None:
    assert versions().startswith(f"{PROJECT['name']} {PROJECT['version']} · ")


def test_the_newest_release_of_the_changelog_is_that_version() -> None:
    headings = re.findall(r"^## \[(.+?)\]", Path("CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert next(each for each in headings if each != "Unreleased") == PROJECT["version"]


def test_npm_is_told_no_second_version() -> None:
    package = json.loads(Path("package.json").read_text(encoding="utf-8"))
    lock = json.loads(Path("package-lock.json").read_text(encoding="utf-8"))
    assert "version" not in package
    assert "version" not in lock
    assert "version" not in lock["packages"][""]
