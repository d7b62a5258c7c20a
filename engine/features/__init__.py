"""The features of a lesson, a folder each."""
