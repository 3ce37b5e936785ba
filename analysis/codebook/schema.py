"""Tables held against their descriptions in `tables`, made empty, and written out for the data dictionary."""

from functools import cache

import pandas as pd

from analysis.codebook.tables import TABLES

__all__ = ["TABLES", "check", "describe", "empty"]

# What a type name means here, and the pandas type that carries it.
TYPES = {"text": "str", "number": "int64", "number?": "Int64", "measure": "float64", "date": "datetime64[us]",
         "flag": "bool"}  # fmt: skip


@cache
def _model(name: str):
    """Build the pandera schema of a table (loaded here: a table from the cache is not checked again)."""
    import pandera.pandas as pa

    table = TABLES[name]
    columns = {
        name: pa.Column(
            TYPES[field.type],
            checks=pa.Check.isin(field.values) if field.values else None,
            nullable=field.type in ("number?", "measure", "date"),
        )
        for name, field in table.columns.items()
    }
    spans = [pa.Check(lambda df: (df["start"] >= 0) & (df["start"] <= df["end"]))] if table.is_spanned else []
    closed = not table.is_open
    return pa.DataFrameSchema(columns, strict=closed, ordered=closed, unique=list(table.key), checks=spans)


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Hold a table against its description and return it with the described types.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    frame : DataFrame
        The table; its columns may stand in any order, but none may be missing; further ones may follow only where
        the table is open (*articles*), and are text.

    Raises
    ------
    pandera.errors.SchemaError
        If a column, a type, a permitted value, the key or the order of offsets is wrong: a defect of the
        program, not of the study.
    """
    table = TABLES[name]
    columns = list(table.columns)
    further = [name for name in frame.columns if name not in columns]
    unknown = sorted({*columns, *further} - set(frame.columns)) + ([] if table.is_open else further)
    if unknown:
        from pandera.errors import SchemaError

        raise SchemaError(None, frame, f"table {name}: columns missing or not described: {unknown}")
    types = {c: TYPES[f.type] for c, f in table.columns.items()} | dict.fromkeys(further, TYPES["text"])
    typed = frame[[*columns, *further]].astype(types).reset_index(drop=True)
    return _model(name).validate(typed)


def empty(name: str) -> pd.DataFrame:
    """Return the table with no rows and the right types."""
    columns = TABLES[name].columns
    return pd.DataFrame({c: pd.Series([], dtype=TYPES[f.type]) for c, f in columns.items()})


def describe() -> str:
    """Write the tables as Markdown: the part of `data/README.md` between its two marks."""
    lines = []
    for name, table in TABLES.items():
        lines += [f"### {name}", "", f"A row is {table.grain}. Key: {', '.join(f'`{k}`' for k in table.key)}.", ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for column, field in table.columns.items():
            values = f" One of {', '.join(f'`{v}`' for v in field.values if v)}." if field.values else ""
            lines.append(f"| `{column}` | {field.type} | {field.meaning}{'.' if values else ''}{values} |")
        if table.is_open:
            lines.append(
                "| … | text | any further column of `articles.csv` or key of `[[articles]]`, as written there |"
            )
        lines.append("")
    return "\n".join(lines)
