"""A page already in whole paragraphs -> the model: what the readers of text, Word and PDF have in common."""
