"""Compare: all modes side by side."""
