"""Dates in a question: the words of the calendar, the grammar of dates, and the times they name."""
