"""What PyScript runs in the author's page: the lesson as learners have it, and the desk that checks it."""

import importlib
import sys

sys.path.append("/lesson.wasm")  # where browser/interpreter.js puts the lesson's words

from browser import device, runtime, tasks

assets = runtime.Assets(
    lazy="./assets/lazy.wasm",
    content="./assets/lazy_content.wasm",
    lazy_style="./assets/lazy.css",
    checker="./assets/checker.wasm",
)


async def sit_down() -> None:
    """Fetch the desk, and begin to work at it."""
    for archive in (assets.lazy, assets.checker, "./assets/author.wasm"):
        await device.install(archive)
    await importlib.import_module("browser.desk").begin()


runtime.start(assets)
tasks.later(sit_down())
