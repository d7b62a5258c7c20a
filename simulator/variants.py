"""Variants of a mode, which share its behaviour and its steps: so they are no modes of their own."""

from dataclasses import dataclass
from typing import Annotated

from engine.content.limits import Label, Multiplier, Paragraph, Seconds, Verbatim
from engine.content.mode import Basis, Cited


@dataclass(frozen=True, eq=False)
class Window:
    """A variant of a mode that a vendor sells: it aims to be done within a time, and asks less for it."""

    vendor: Annotated[Label, Verbatim]
    """Who sells it."""
    seconds: Seconds
    """Within what time it aims to be done, for each request."""
    multiplier: Multiplier
    """What it costs, as a multiple of the list price."""
    basis: Basis
    """Where it comes from."""
    note: Paragraph
    """What it is, and what is not known of it."""
    sources: Cited = ()
    """Names of sources in sources.yaml."""
