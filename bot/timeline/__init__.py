"""The event store: dates, events, timelines and their loader."""
