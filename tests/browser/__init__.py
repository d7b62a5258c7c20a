"""What a learner, a textbook owner and an author meet: the built folder in a real browser, with the served headers."""
