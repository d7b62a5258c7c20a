"""What must hold of every lesson in `content/`."""
