"""Read top to bottom, these files are the specification of `sim/` and `content/`."""
