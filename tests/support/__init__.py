"""What tests share: what a visitor does, what a page around the lesson hears, how HTML is read."""
