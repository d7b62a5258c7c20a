"""Failures: what each mode does when things go wrong."""
