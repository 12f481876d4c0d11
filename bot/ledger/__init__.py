"""The ledger: which channels want a daily post, and what became of each."""
