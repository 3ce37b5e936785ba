"""Measurements of speed and accuracy; what they print is recorded in README.md."""
