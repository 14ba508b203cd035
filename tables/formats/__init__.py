"""Tables in files: read cell by cell, and written so that nothing but one column changes."""
