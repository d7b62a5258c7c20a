"""About: what a textbook page would want to know of the lesson."""
