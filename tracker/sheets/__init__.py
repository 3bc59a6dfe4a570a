"""The ledger as a sheet that offices know: targets → cells, and cells that changed → edits."""
