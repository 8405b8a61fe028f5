"""What ``build`` does: asked (the options), document (which text is set), made (the bytes of the file), looks (own templates)."""
