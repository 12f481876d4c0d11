"""The commands: the one room that reads the environment and the clock."""
