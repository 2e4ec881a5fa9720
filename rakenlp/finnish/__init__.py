"""The two native handles for Finnish that several rooms share: Voikko and the spaCy pipeline."""
