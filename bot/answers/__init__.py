"""From matches to channel-neutral answers."""
