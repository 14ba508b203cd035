"""The choice among programs that fit, learnt from the corpus: the prior of whole programs, and the confidence."""
