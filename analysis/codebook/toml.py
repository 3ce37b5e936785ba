"""TOML files: read, held against a model, and what is wrong said in one line with file and line."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from analysis.errors import StudyError, nearest

__all__ = ["Strict", "Word", "locate", "read_toml", "validate"]

Model = TypeVar("Model", bound=BaseModel)
Word = Annotated[str, Field(min_length=1)]
REMEDIES = {"list_type": 'write a list: ["…", "…"]', "string_type": 'write it in quotation marks: "…"'}


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
    first, last = 0, len(lines)
    header = ""
    for step, index in zip(path, [*path[1:], None], strict=True):
        if not isinstance(step, str):
            continue
        header = f"{header}.{step}" if header else step
        opening = re.compile(rf"^\s*\[{{1,2}}\s*{re.escape(header)}\s*\]{{1,2}}")
        found = [n for n in range(first, last) if opening.match(lines[n])]
        wanted = index if isinstance(index, int) else 0
        if len(found) > wanted:
            first = found[wanted]
            later = found[wanted + 1 :]
            last = later[0] if later else last
    word = key or next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    assigned = re.compile(rf"""(^|[{{,])\s*["']?{re.escape(word)}["']?\s*=""")
    for n in range(first, last):
        if assigned.search(lines[n].split("#")[0]):
            return n + 1
    return first + 1 if first < len(lines) and path else None


def read_toml(path: Path, *, shown: str | None = None) -> tuple[dict, str]:
    """Read a TOML file; a missing file or wrong syntax is a `StudyError` that names file and line."""
    shown = shown or str(path)
    try:
        source = path.read_text(encoding="utf-8")
        return tomllib.loads(source), source
    except FileNotFoundError:
        raise StudyError("there is no such file; every study has one", file=shown) from None
    except UnicodeDecodeError:
        raise StudyError("not UTF-8 text; save it as UTF-8", file=shown) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise StudyError(f"not valid TOML: {message}", file=shown, line=int(line[1]) if line else None) from None


def validate(model: type[Model], content: dict, source: str, shown: str) -> Model:
    """Hold a file's content against its model; say the first thing that is wrong in one line."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        key = str(place[-1]) if place else ""
        line = locate(source, place, key=key if isinstance(place[-1], str) else "")
        if first["type"] == "extra_forbidden":
            known = _known_keys(model, place[:-1])
            raise StudyError(f'unknown key "{key}"; {nearest(key, known)}', file=shown, line=line) from None
        if first["type"] == "missing":
            raise StudyError(f'"{key}" is missing; add it', file=shown, line=line) from None
        if first["type"] == "literal_error":
            known = re.findall(r"'([^']+)'", first["ctx"]["expected"])
            value = str(first["input"])
            raise StudyError(f'unknown {key} "{value}"; {nearest(value, known)}', file=shown, line=line) from None
        if first["type"] in REMEDIES:
            raise StudyError(f'"{key}": {REMEDIES[first["type"]]}', file=shown, line=line) from None
        value = f' (it is "{first["input"]}")' if isinstance(first["input"], str | int | float) else ""
        name = ".".join(str(step) for step in place)
        raise StudyError(f"{name}: {first['msg']}{value}", file=shown, line=line) from None


def _known_keys(model: type[BaseModel], place: tuple[str | int, ...]) -> list[str]:
    """List the keys that may stand at a place of a model."""
    for step in place:
        if isinstance(step, str) and step in model.model_fields:
            kind = model.model_fields[step].annotation
            inner = [a for a in getattr(kind, "__args__", ()) if isinstance(a, type)]
            model = inner[-1] if inner else kind
    return list(model.model_fields)
