"""What sources say that names mean: acronyms, definitions, and names that may be misheard. One file a finding."""
