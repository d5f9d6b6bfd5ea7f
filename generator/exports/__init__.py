"""Library → machine-readable files."""
