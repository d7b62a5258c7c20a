"""Code: a client for each mode and vendor, line by line beside the steps."""
