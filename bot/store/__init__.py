"""The index file: made of a timeline once, mapped into memory from then on."""
