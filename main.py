"""What PyScript runs: it opens the door between the browser and the Python below, `browser/door.py`."""

from browser import door

door.open_with(
    door.Assets(
        desk="./assets/desk.wasm",
        desk_style="./assets/desk.css",
        checker="./assets/checker.wasm",
    )
)
