"""The changes and what is left as a person's work: what is done, to check and to decide, place by place."""
