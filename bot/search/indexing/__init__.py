"""A timeline made searchable: its words, names and entries, in memory or in a file."""
