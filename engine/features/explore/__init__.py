"""Explore: one mode at a time, its diagram, steps and guidance."""
