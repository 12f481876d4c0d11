"""Questions that count from an entry, or between two: before, after, how long."""
