"""Small languages: grammars of phrases, learnt from what phrases mean."""
