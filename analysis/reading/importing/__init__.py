"""Importers: files as people have them go in; articles in the clean form come out, and what was done.

One module a form: plain text, web pages, tables, Nexis documents, RIS, PDF. `run_import` joins them: it walks a
folder, tells each file's form by its content (`file_types`), and adds what is new to the study, whole or not at all
(`added_articles`).
"""

__all__ = ["duplicates", "import_account", "imported_article", "run_import"]
