"""What people say to a bot beside their questions, and what no timeline can answer."""
