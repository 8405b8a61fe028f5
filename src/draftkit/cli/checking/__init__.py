"""What ``draftkit check`` does: one file checked, drafts mended, a rule explained."""
