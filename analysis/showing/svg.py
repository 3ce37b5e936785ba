"""Pictures in a page: a chart's SVG made small, letters as letters, with links and colours that follow the page."""

import re

__all__ = ["FIGURE_TYPE", "drop_links", "inline_svg"]

FIGURE_TYPE = "application/vnd.lesarten.figure+json"  # a chart among the outputs of a cell: its picture, its table
TAG = re.compile(r"<[^>]*>")
NUMBER = re.compile(r"-?\d+\.\d{3,}")
GREY = re.compile(r"#([0-9a-f]{2})\1\1\b")
HEAD = re.compile(r"<svg[^>]*>")
ID = re.compile(r'\bid="([^"]+)"')
REFERENCE = re.compile(r'((?:url\(|href=")#)([^")]+)')
LEFT_OUT = re.compile(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->|<title>.*?</title>", re.S)
# They stand above and under the picture, as text of the page, which is broken where a narrow screen ends.
TITLE, NOTE = (re.compile(rf'<g id="{name}">.*?</g>', re.S) for name in ("title", "note"))
BASELINE = re.compile(r'<text [^>]*?(?: y="|translate\([\d.]+ )([\d.]+)')  # of one line, or of one among several
# What matplotlib writes into every tag, and the page's own style says once.
SAID_ONCE = re.compile(r" ?font-family: ?[^;\"]+;?| target=\"_blank\"| transform=\"rotate\(-0 [^\"]*\"")


def _round(match: re.Match) -> str:
    """Write a number with two decimals: a hundredth of a point is less than anyone sees."""
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".") or "0"


def _theme(match: re.Match) -> str:
    """Let greys follow the page's light or dark; white letters stand on a filled area and stay white."""
    tag = match[0].replace("#ffffff", "white") if match[0].startswith("<text") else match[0]
    return GREY.sub(lambda m: f"var(--g{m[1][0]},{_short(m[1])})", tag)


def _short(two: str) -> str:
    """Write a grey with as few digits as it needs."""
    return f"#{two[0] * 3}" if two[0] == two[1] else f"#{two * 3}"


def _ids(svg: str, name: str) -> str:
    """Drop ids that nothing points to and make the others the picture's own: several stand in one page."""
    used = {found[1] for found in REFERENCE.findall(svg)}
    svg = ID.sub(lambda m: f'id="{name}-{m[1]}"' if m[1] in used else "", svg)
    return REFERENCE.sub(lambda m: f"{m[1]}{name}-{m[2]}", svg)


def _shorten(match: re.Match) -> str:
    """Shorten one tag: rounded numbers, no spaces that say nothing; what stands between tags stays as it is."""
    if match[0].startswith("<image"):
        return match[0]  # its data are letters and digits that mean themselves
    tag = SAID_ONCE.sub("", NUMBER.sub(_round, " ".join(match[0].split())))
    tag = tag.replace("; ", ";").replace(": ", ":").replace("xlink:href", "href").replace("Z", "z")
    tag = re.sub(r"(?<=[MLCQz]) | (?=[MLCQz])", "", tag) if tag.startswith("<path") else tag
    return re.sub(r" +(?=[/>\"])", "", tag) if tag.startswith(("<path", "<g", "<use", "<text", "<a")) else tag


def _unwrap(svg: str) -> str:
    """Take away groups that say nothing: no id, no style, no clip."""
    kept: list[bool] = []

    def judge(match: re.Match) -> str:
        tag = match[0]
        if tag.startswith("<g") and not tag.endswith("/>") and tag[2] in " >":
            kept.append(tag != "<g>")
            return tag if kept[-1] else ""
        return tag if tag != "</g>" or not kept or kept.pop() else ""

    return TAG.sub(judge, svg)


def _cut_words(svg: str, box: list[float]) -> tuple[str, list[float]]:
    """Take title and note out, and cut off the bands in which they stood; `box` is left, top, width, height."""
    left, top, width, height = box
    title, note = TITLE.search(svg), NOTE.search(svg)
    if title:
        top = max(float(y) for y in BASELINE.findall(title[0])) + 3
    foot = min(float(y) for y in BASELINE.findall(note[0])) - 9 if note else height
    return NOTE.sub("", TITLE.sub("", svg)), [left, top, width, foot - top]


def drop_links(svg: str) -> str:
    """Take the links out of a chart that goes its own way, as a file.

    Examples
    --------
    >>> drop_links('<a xlink:href="at:004:12" target="_blank"><g/></a>')
    '<g/>'
    """
    return re.sub(r"<a [^>]*>|</a>", "", svg)


def inline_svg(svg: str, *, name: str, label: str) -> str:
    """Make a chart's SVG ready to stand inside a page.

    Parameters
    ----------
    svg : str
        What matplotlib wrote, with ``svg.fonttype: none``.
    name : str
        Letters, digits and hyphens; no two pictures of a page may share it.
    label : str
        The alternative text, already escaped for an attribute.
    """
    head = HEAD.search(svg)
    whole = [float(value) for value in re.search(r'viewBox="([^"]+)"', head[0])[1].split()]
    drawn, parts = _cut_words(LEFT_OUT.sub("", svg[head.end() :]), whole)
    box = " ".join(f"{round(part, 1):g}" for part in parts)
    width, height = (value * 4 / 3 for value in parts[2:])
    body = TAG.sub(_shorten, _ids(drawn, name))
    body = re.sub(r">\s+<", "><", body)
    body = _unwrap(re.sub(r"<defs></defs>", "", body))
    is_raster = "<image" in body  # a heat map's colours are painted: it keeps its white paper
    body = body if is_raster else TAG.sub(_theme, body)
    role = "group" if "<a " in body else "img"
    return (f'<svg class="{"raster" if is_raster else "drawn"}" role="{role}" aria-label="{label}" viewBox="{box}" '
            f'width="{width:.0f}" height="{height:.0f}">{body.strip()}')  # fmt: skip
