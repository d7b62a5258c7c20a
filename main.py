"""What PyScript runs: it starts the lesson in the page that is already there."""

import sys

sys.path.append("/lesson.wasm")  # where browser/interpreter.js puts the lesson's words

from browser import runtime

runtime.start(
    runtime.Assets(
        lazy="./assets/lazy.wasm",
        content="./assets/lazy_content.wasm",
        lazy_style="./assets/lazy.css",
        checker="./assets/checker.wasm",
    )
)
