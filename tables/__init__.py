"""Tables: a column that is filled in part is learnt from the others, and filled."""
