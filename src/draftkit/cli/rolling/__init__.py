"""What ``draftkit roll`` does, a room for each idea: what is asked, where it goes, a text rolled, many, what is said."""
