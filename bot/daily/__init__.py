"""Daily posts: when one is due, and the clock that claims, posts and settles."""
