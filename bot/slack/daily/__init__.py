"""Daily posts in Slack: what is typed and chosen for them, the form, and the post itself."""
