"""Read top to bottom, these files are the specification of `engine/`, on a lesson of their own."""
