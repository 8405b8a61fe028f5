"""What ``draftkit clause`` does, a room for each subcommand or two: what is asked in them, and what is said."""
