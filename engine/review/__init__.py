"""What an author should know of a lesson whose content is right, such as sources that nothing rests on."""
