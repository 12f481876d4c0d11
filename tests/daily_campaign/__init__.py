"""A fault campaign against the daily posts: processes that die, a Slack that fails, odd clocks."""
