"""The bank of values, the instances that fill it, and the native code that does the work."""
