"""Measures the lesson's start and speed against other ways to make such a page: `python -m tools.bench`."""
