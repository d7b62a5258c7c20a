"""What a hint or a title may not say."""

import re

from engine.content.lesson import Lesson


def naming(lesson: Lesson) -> re.Pattern[str]:
    """Finds words that name a mode: "streaming", but also "streams" and "batched"."""
    words = {word for name, mode in lesson.modes.items() for word in (name, mode.name)}
    stems = sorted(re.escape(word.casefold().removesuffix("ing")) for word in words)
    return re.compile(rf"\b({'|'.join(stems)})\w*", re.IGNORECASE)
