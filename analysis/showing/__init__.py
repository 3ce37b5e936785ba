"""Counted tables go in; charts, tables and sentences for a page come out. Nothing is found or counted here.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "chart_look",
    "charts",
    "charts_actors",
    "charts_framing",
    "charts_sharing",
    "charts_terms",
    "escape",
    "html_tables",
    "instruments",
    "links",
    "marks_table",
    "number_table",
    "palette",
    "reader",
    "sentences",
    "side_by_side",
    "svg",
    "titles",
]
