"""Measuring: questions with known answers, asked of the search and of plain engines."""
