"""What can be wrong with a document: one class a rule, and the one table of them all."""
