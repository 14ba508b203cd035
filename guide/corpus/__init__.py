"""Functions that people would write, and inputs to call them with: what a prior is learnt from."""
