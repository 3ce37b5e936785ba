"""Importers: files as people have them go in; articles in the clean form come out, and what was done.

One module a form: plain text, web pages, tables, Nexis documents, RIS, PDF. `run` joins them: it walks a folder, tells
each file's form by its content, and writes articles, `articles.csv` and `imports.csv`, whole or not at all.
"""

__all__ = ["duplicates", "import_account", "imported_article", "run_import"]
