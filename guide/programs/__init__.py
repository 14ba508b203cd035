"""Programs of the corpus, and what is usual in them."""
