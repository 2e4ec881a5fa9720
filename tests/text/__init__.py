"""Tests of rakenlp.text."""
