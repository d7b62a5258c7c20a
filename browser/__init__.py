"""Everything that touches the browser, in Python here and, where Python cannot reach, in JavaScript beside it."""
