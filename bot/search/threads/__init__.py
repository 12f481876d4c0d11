"""Questions that lean on what was asked and shown before."""
