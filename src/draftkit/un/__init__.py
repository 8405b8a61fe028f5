"""Facts of the United Nations, pure: sessions, symbols, citations, opening words, labels, dates."""
