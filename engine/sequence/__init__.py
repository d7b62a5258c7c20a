"""A sequence of steps between participants: as words, as a Mermaid diagram."""
