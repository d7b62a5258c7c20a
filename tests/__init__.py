"""What must be true of the lesson: `unit` without a browser, `browser` in a real one."""
