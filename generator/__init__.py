"""Seedbed: from a folder of sources to a cross-linked, searchable knowledge site."""

__version__ = "0.1.0"
