"""What Netlify is told to send, and the local server with it."""

import tomllib
from pathlib import Path

import pytest

from tools.netlify import headers_for, matches

EVERY_FILE = [
    "/",
    "/index.html",
    "/main.html",
    "/content/lesson.yaml",
    "/queues/",
    "/queues/index.html",
    "/queues/content/lesson.yaml",
    "/assets/start-0123456789.js",
    "/assets/pyodide-0123456789/pyodide.asm.wasm",
]
UNHASHED = [
    "/",
    "/index.html",
    "/main.html",
    "/content/lesson.yaml",
    "/content/modes/sync.yaml",
    "/content/schema/mode.schema.json",
    "/queues/",
    "/queues/index.html",
    "/queues/content/modes/sync.yaml",
]


def policy() -> dict[str, list[str]]:
    """The Content-Security-Policy: what each directive allows."""
    directives = headers_for("/")["Content-Security-Policy"].split(";")
    return {name: allowed for name, *allowed in (directive.split() for directive in directives)}


def test_what_is_published_is_the_built_folder_and_nothing_else() -> None:
    assert tomllib.loads(Path("netlify.toml").read_text(encoding="utf-8"))["build"]["publish"] == "dist"


def test_webassembly_may_be_compiled_but_no_text_may_become_a_script() -> None:
    assert policy()["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


def test_no_directive_allows_eval() -> None:
    assert all("'unsafe-eval'" not in allowed for allowed in policy().values())


def test_what_no_directive_names_is_forbidden() -> None:
    assert policy()["default-src"] == ["'none'"]


def test_any_site_may_frame_the_lesson() -> None:
    assert policy()["frame-ancestors"] == ["*"]
    assert "X-Frame-Options" not in headers_for("/")


def test_no_other_origin_is_allowed_anywhere_else() -> None:
    local = {"'none'", "'self'", "'wasm-unsafe-eval'", "'unsafe-inline'", "data:"}
    assert {each for name, allowed in policy().items() if name != "frame-ancestors" for each in allowed} <= local


@pytest.mark.parametrize("path", UNHASHED)
def test_a_file_without_a_hash_in_its_name_is_asked_for_again(path: str) -> None:
    assert headers_for(path)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/assets/start-0123456789.js", "/assets/pyodide-0123456789.asm.wasm"])
def test_a_file_with_its_hash_in_its_name_is_kept_for_a_year(path: str) -> None:
    assert headers_for(path)["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", EVERY_FILE)
def test_a_file_is_what_its_content_type_says(path: str) -> None:
    assert headers_for(path)["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", EVERY_FILE)
def test_a_sandboxed_frame_which_has_no_origin_may_fetch_every_file(path: str) -> None:
    assert headers_for(path)["Access-Control-Allow-Origin"] == "*"


def test_other_sites_do_not_learn_which_page_a_learner_came_from() -> None:
    assert headers_for("/")["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("device", ["camera", "geolocation", "microphone"])
def test_the_page_asks_for_no_device(device: str) -> None:
    assert f"{device}=()" in headers_for("/")["Permissions-Policy"].split(", ")


@pytest.mark.parametrize("path", EVERY_FILE)
def test_a_page_that_isolates_itself_may_embed_every_file(path: str) -> None:
    headers = headers_for(path)
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"


@pytest.mark.parametrize("path", EVERY_FILE)
def test_no_header_is_sent_twice(path: str) -> None:
    rules = tomllib.loads(Path("netlify.toml").read_text(encoding="utf-8"))["headers"]
    sent = [name.lower() for rule in rules if matches(path, rule["for"]) for name in rule["values"]]
    assert len(sent) == len(set(sent))


def test_what_several_rules_say_of_one_header_is_sent_together(tmp_path: Path) -> None:
    config = tmp_path / "netlify.toml"
    config.write_text(
        '[[headers]]\nfor = "/*"\n[headers.values]\nA = "1"\nB = "1"\n'
        '[[headers]]\nfor = "/x/*"\n[headers.values]\nB = "2"\n',
        encoding="utf-8",
    )
    assert headers_for("/x/y.js", config) == {"A": "1", "B": "1, 2"}
    assert headers_for("/y.js", config) == {"A": "1", "B": "1"}
