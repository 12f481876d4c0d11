"""What a question asks for: its words as units, each with the ways in which entries may hold it."""
