"""What an author's page does: it checks what is written while it is written, and what the lesson is with it."""
