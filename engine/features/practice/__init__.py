"""Practice: recommend a mode for a scenario, and see what comes of it."""
