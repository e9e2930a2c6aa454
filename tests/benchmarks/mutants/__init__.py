"""Clean records, and the faults that are made in them; ``benchmarks.mutate`` runs the checker over them."""
