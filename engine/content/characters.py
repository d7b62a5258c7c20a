"""Characters that nobody sees: their names, those that content may not have, and how a value reads in a message."""

import re
from typing import Any

LONGEST = 60
"""How many characters of a value a message repeats."""

NAMES = {
    "\t": "tab",
    "\x85": "next line",
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\u1680": "ogham space mark",
    "\u180e": "mongolian vowel separator",
    "\u2000": "en quad",
    "\u2001": "em quad",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u2004": "three-per-em space",
    "\u2005": "four-per-em space",
    "\u2006": "six-per-em space",
    "\u2007": "figure space",
    "\u2008": "punctuation space",
    "\u2009": "thin space",
    "\u200a": "hair space",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u202f": "narrow no-break space",
    "\u205f": "medium mathematical space",
    "\u2060": "word joiner",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate",
    "\u3000": "ideographic space",
    "\ufeff": "byte order mark",
    "\ufff9": "interlinear annotation anchor",
    "\ufffa": "interlinear annotation separator",
    "\ufffb": "interlinear annotation terminator",
    "“": "left double quotation mark",
    "”": "right double quotation mark",
    "„": "low double quotation mark",
    "‘": "left single quotation mark",
    "’": "right single quotation mark",
    "‚": "low single quotation mark",
    "«": "left angle quotation mark",
    "»": "right angle quotation mark",
}
QUOTATION_MARKS = "“”„‘’‚«»"
"""Those of print, which YAML takes for letters."""
INVISIBLE = "".join(name for name in NAMES if name not in QUOTATION_MARKS)
"""What looks like a space or like nothing."""
BREAKS = "\x85\u2028\u2029"
"""What ends a line for some programs and not for others."""

_REFUSED = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_HIDDEN = re.compile(f"[{INVISIBLE}\\x00-\\x1f\\x7f-\\x9f\ufffe\uffff\ud800-\udfff]")


def named(character: str) -> str:
    """A character as a message calls it.

    >>> named("\\u200b"), named("\\x01")
    ('zero-width space (U+200B)', 'control character U+0001')
    """
    number = f"U+{ord(character):04X}"
    return f"{NAMES[character]} ({number})" if character in NAMES else f"control character {number}"


def first_refused(text: str) -> int | None:
    """Where in a text the first character stands that no content may have: none that is used in writing."""
    found = _REFUSED.search(text)
    return found.start() if found else None


def remedy_for(character: str) -> str:
    """What to do about a character that content may not have."""
    return "Delete it, and start a new line or write a space." if character in BREAKS else "Delete it."


def hidden_in(text: str) -> str | None:
    """The first character of a text that nobody sees, except a plain space."""
    found = _HIDDEN.search(text)
    return found[0] if found else None


def nothing_to_see(text: str) -> bool:
    """Whether a text consists of spaces and what else nobody sees."""
    return not text.strip(" \n\r" + INVISIBLE)


def shown(value: Any) -> str:
    """A value as a message repeats it: its beginning, on one line, with what nobody sees written out.

    >>> shown("blue\\u200b"), len(shown("x" * 1000))
    ('blue<U+200B>', 61)
    """
    text = str(value)
    begun = text[:LONGEST].replace("\n", " ")
    return _HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", begun) + ("…" if len(text) > LONGEST else "")
