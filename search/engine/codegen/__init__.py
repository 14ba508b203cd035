"""From the sources of kernels and search loops to object files."""
