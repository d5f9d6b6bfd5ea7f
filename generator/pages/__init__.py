"""Library → views."""
