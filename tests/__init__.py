"""What must be true of the lesson: `engine` and `lessons` without a browser, `browser` in a real one."""
