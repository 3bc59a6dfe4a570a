"""Files of other programs → the words of a report, one paragraph a line, and what was not read."""
