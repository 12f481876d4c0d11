"""How well entries answer: what each explains, which comes first, how far to trust it."""
