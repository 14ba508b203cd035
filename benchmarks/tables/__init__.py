"""Tables of ten fields, in which columns are to be filled from their first cells."""
