"""What PyScript runs: it starts the lesson in the page that is already there."""

import sys

sys.path.append("/lesson.wasm")  # where browser/interpreter.js puts the lesson's words

from browser import runtime

runtime.start(
    runtime.Assets(
        lazy="./assets/desk.wasm",
        content="./assets/workshop.wasm",
        lazy_style="./assets/desk.css",
        checker="./assets/checker.wasm",
    )
)
