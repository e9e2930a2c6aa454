"""What a record says: frozen values and their validators, with no positions, no markup and no text handling."""
