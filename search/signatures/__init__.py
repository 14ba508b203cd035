"""Tasks whose calls are unlike one another: other arguments, or values of other kinds."""
