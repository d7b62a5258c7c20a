"""What PyScript runs: it starts the lesson in the page that is already there."""

from browser import runtime

runtime.start(
    runtime.Assets(
        lazy="./assets/desk.wasm",
        lazy_style="./assets/desk.css",
        checker="./assets/checker.wasm",
    )
)
