"""What is run by hand: what reading costs, and the search for texts that break a law."""
