"""Files as they came go in; *articles*, *paragraphs* and *repairs* come out, with all that was assumed written down.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["article_labels", "articles", "file_readers", "importing", "imports_file"]
