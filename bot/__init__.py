"""A Slack bot that answers questions from a curated timeline."""
