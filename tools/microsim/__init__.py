"""The folder that a textbook takes as it is: the lesson, its page in the book, its metadata and its picture."""
