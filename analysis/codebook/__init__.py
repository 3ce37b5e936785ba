"""What the researcher decides: commented TOML, CSV and word lists come in, checked and typed objects go out; what is
wrong is said with file and line.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "actors_file",
    "articles_file",
    "columns",
    "contrasts",
    "csv_cells",
    "cues",
    "dates",
    "encodings",
    "frames_file",
    "quantities_file",
    "schema",
    "study_file",
    "toml",
    "wordlists",
]
