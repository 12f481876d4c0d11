"""What Slack tells the bot, a file for each subject: unpack, one call, send."""
