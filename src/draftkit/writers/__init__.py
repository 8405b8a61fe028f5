"""From a resolution or a redline to a file: ``write`` finds the writer by the name of the file."""
