"""Words of English, Russian and Korean, before any timeline is known."""
