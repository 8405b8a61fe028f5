"""From the draft to the finished text: everything that is derived is derived here."""
