"""The steps by which pasted text is read; ``readers.text`` lists them in order."""
