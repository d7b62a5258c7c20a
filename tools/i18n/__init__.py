"""Lessons in other languages: each translation is a gettext file beside the author's words."""
