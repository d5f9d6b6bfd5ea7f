"""What the sources say: one file a finding, each a pure function of documents, vocabulary and matches."""
