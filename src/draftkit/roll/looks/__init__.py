"""What does not change although it looks stale: a list for a person, by kind of token; ``look`` puts it together."""
