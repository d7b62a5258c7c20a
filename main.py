"""What PyScript runs: it opens the door between the browser and the Python below, `browser/door.py`."""

import sys

sys.path.append("/lesson.wasm")  # where browser/interpreter.js puts the lesson's words

from browser import door

door.open_with(
    door.Assets(
        desk="./assets/desk.wasm",
        workshop="./assets/workshop.wasm",
        desk_style="./assets/desk.css",
        checker="./assets/checker.wasm",
    )
)
