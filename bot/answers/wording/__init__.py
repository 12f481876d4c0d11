"""The fixed wording of the answers: what every language says, and a catalogue for each."""
