"""TOML files: read, held against a model, and what is wrong said in one line with file and line."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analysis.errors import StudyError, nearest, raise_all

__all__ = ["MARK", "Strict", "Word", "locate", "read_toml", "validate"]

Model = TypeVar("Model", bound=BaseModel)
Word = Annotated[str, Field(min_length=1)]
MARK = b"\xef\xbb\xbf"  # UTF-8's byte order mark, which Windows editors put before a text
MAX_BYTES = 5_000_000
MOST = 50  # errors of one file that are said at once
REMEDIES = {
    "string_pattern_mismatch": "small letters, digits and _, a letter first",
    "list_type": 'write a list: ["…", "…"]',
    "string_type": 'write it in quotation marks: "…"',
}


class Strict(BaseModel):
    """A block of a codebook file: no key that is not described."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


def locate(source: str, path: tuple[str | int, ...], *, key: str = "") -> int | None:
    """Find the line of a TOML file that a place such as ``("articles", 2, "reader")`` points to.

    Examples
    --------
    >>> locate('[[articles]]\\nfile = "a"\\n[[articles]]\\nfile = "b"', ("articles", 1, "file"))
    4
    """
    lines = source.splitlines()
    first, last = _locate_table(lines, path)
    word = key or next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    assigned = re.compile(rf"""(^|[{{,])\s*["']?{re.escape(word)}["']?\s*=""")
    for n in range(first, last):
        if assigned.search(lines[n].split("#")[0]):
            return n + 1
    return first + 1 if first < len(lines) and path else None


def _locate_table(lines: list[str], path: tuple[str | int, ...]) -> tuple[int, int]:
    """Find the lines of the innermost table that a path leads through: its header, and where the next one begins."""
    first, last, header = 0, len(lines), ""
    for step, index in zip(path, [*path[1:], None], strict=True):
        if not isinstance(step, str):
            continue
        header = f"{header}.{step}" if header else step
        opening = re.compile(rf"^\s*\[{{1,2}}\s*{re.escape(header)}\s*\]{{1,2}}")
        found = [n for n in range(first, last) if opening.match(lines[n])]
        wanted = index if isinstance(index, int) else 0
        if len(found) > wanted:
            first, last = found[wanted], (found[wanted + 1 :] or [last])[0]
    return first, last


def read_toml(path: Path, *, shown: str | None = None) -> tuple[dict, str]:
    """Read a TOML file; a missing file or wrong syntax is a `StudyError` that names file and line."""
    shown = shown or str(path)
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise StudyError(f"larger than {MAX_BYTES // 1_000_000} MB; a codebook is written by hand", file=shown)
        source = path.read_bytes().removeprefix(MARK).decode("utf-8").replace("\r\n", "\n")
        return tomllib.loads(source), source
    except RecursionError:
        raise StudyError("too deeply nested; write lists of words", file=shown) from None
    except FileNotFoundError:
        raise StudyError("there is no such file; every study has one", file=shown) from None
    except UnicodeDecodeError:
        raise StudyError("not UTF-8 text; save it as UTF-8", file=shown) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise StudyError(f"not valid TOML: {message}", file=shown, line=int(line[1]) if line else None) from None


def validate(model: type[Model], content: dict, source: str, shown: str) -> Model:
    """Hold a file's content against its model; say what is wrong, each thing in one line, the first as the error."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise_all([_say_error(model, wrong, source, shown) for wrong in error.errors()[:MOST]])
        raise


def _say_error(model: type[BaseModel], wrong: dict, source: str, shown: str) -> StudyError:
    """Say one thing that is wrong in one line, with its place."""
    place = wrong["loc"]
    key = str(place[-1]) if place else ""
    line = locate(source, place, key=key if place and isinstance(place[-1], str) else "")
    value = str(wrong["input"])
    if wrong["type"] == "extra_forbidden":
        message = f'unknown key "{key}"; {nearest(key, _known_keys(model, place[:-1]))}'
    elif wrong["type"] == "missing":
        message = f'"{key}" is missing; add it'
    elif wrong["type"] == "literal_error":
        known = re.findall(r"'([^']+)'", wrong["ctx"]["expected"])
        message = f'unknown {key} "{value}"; {nearest(value, known)}'
    elif wrong["type"] in REMEDIES:
        message = f'"{key}": {REMEDIES[wrong["type"]]}'
    else:
        shown_value = f' (it is "{value[:80]}")' if isinstance(wrong["input"], str | int | float) else ""
        message = f"{'.'.join(str(step) for step in place)}: {wrong['msg']}{shown_value}"
    return StudyError(message, file=shown, line=line)


def _known_keys(model: type[BaseModel], place: tuple[str | int, ...]) -> list[str]:
    """List the keys that may stand at a place of a model."""
    for step in place:
        if isinstance(step, str) and step in model.model_fields:
            kind = model.model_fields[step].annotation
            inner = [a for a in getattr(kind, "__args__", ()) if isinstance(a, type)]
            model = inner[-1] if inner else kind
    return list(model.model_fields)
