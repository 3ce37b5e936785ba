"""What a shared site may show of the articles: the only place that decides it, for every file.

Two limits: no more than `LONGEST` consecutive words of an article anywhere; and all files together give back no more
than `SHARE` of an article, counted in words that lie in runs of `RUN` or more found in any file.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

__all__ = ["LONGEST", "RUN", "SHARE", "Excerpts"]

LONGEST, RUN, SHARE = 25, 8, 0.3  # words; words; a little below the third that is promised
GAP = "[…]"
WORD = re.compile(r"\w+")
TAG = re.compile(r"(<(?:!--.*?--|[^>]*)>)", re.S)
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.S)
NAMED = re.compile(r'((?:aria-label|title|content|alt|placeholder)=")([^"]*)(")')
INLINE = frozenset("a abbr b button cite code del em i ins label mark q s small span strong sub sup tspan u".split())


class Excerpts:
    """A ledger of what has been shown of each article; it cuts whatever would show too much.

    Parameters
    ----------
    texts : mapping of str to str
        The articles' texts, by id.

    Examples
    --------
    >>> words = [f"w{n}" for n in range(100)]
    >>> shown = Excerpts({"a": " ".join(words)}).cut_html("<p>" + " ".join(words[:40]) + "</p>")
    >>> shown == "<p>" + " ".join(words[:25]) + " […]</p>"
    True
    """

    def __init__(self, texts: Mapping[str, str]):
        """Index every article by its runs of `RUN` words."""
        self.ids = list(texts)
        self.spans = [[match.span() for match in WORD.finditer(text)] for text in texts.values()]
        self.words = [[word.casefold() for word in WORD.findall(text)] for text in texts.values()]
        self.shown = [bytearray(len(words)) for words in self.words]
        self.left = [int(len(words) * SHARE) for words in self.words]
        self.n_cut = 0
        self.index: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for a, words in enumerate(self.words):
            for p in range(len(words) - RUN + 1):
                self.index.setdefault(tuple(words[p : p + RUN]), []).append((a, p))

    def _runs(self, words: list[str]) -> list[tuple[int, int, int, int]]:
        """Find the longest runs of words that an article has too: first, after last, article, place there."""
        open_runs: dict[tuple[int, int], list[int]] = {}
        runs = []
        for i in range(len(words) - RUN + 1):
            for a, p in self.index.get(tuple(words[i : i + RUN]), ()):
                run = open_runs.get((a, p - i))
                if run and run[1] >= i + RUN - 1:
                    run[1] = i + RUN
                else:
                    open_runs[a, p - i] = run = [i, i + RUN, a, p]
                    runs.append(run)
        return [(first, last, a, p) for first, last, a, p in runs]

    def keep(self, words: list[str]) -> list[bool]:
        """Say which words of a stretch may be shown, and enter them in the ledger.

        What is left is looked at again: words that were parted may now stand side by side as they do in an article.
        """
        places = list(range(len(words)))
        while not all(kept := self._keep([words[n] for n in places])):
            places = [n for n, is_kept in zip(places, kept, strict=True) if is_kept]
        self.n_cut += len(words) - len(places)
        left = set(places)
        return [n in left for n in range(len(words))]

    def _keep(self, words: list[str]) -> list[bool]:
        kept = [True] * len(words)
        for first, last, a, p in self._runs(words):
            i = first
            while i < last:
                if not kept[i]:
                    i += 1
                    continue
                end = i
                while end < last and kept[end]:
                    end += 1
                self._allow(kept, i, end, a, p + i - first)
                i = end
        return kept

    def _allow(self, kept: list[bool], i: int, end: int, a: int, p: int) -> None:
        """Keep the beginning of a run, as much of it as both limits allow."""
        length = min(end - i, LONGEST)
        if length >= RUN:
            new = length - sum(self.shown[a][p : p + length])
            if new > self.left[a]:
                length = RUN - 1
            else:
                self.left[a] -= new
                self.shown[a][p : p + length] = b"\x01" * length
        for j in range(i + length, end):
            kept[j] = False

    def allowed(self, article_id: str, wanted: Iterable[int] = ()) -> list[tuple[int, int]]:
        """List the stretches of an article that other pages show, and a few words round the places `wanted`."""
        a = self.ids.index(article_id)
        marked = bytearray(self.shown[a])
        for at in wanted:
            near = next((n for n, (_, end) in enumerate(self.spans[a]) if end > at), 0)
            low, high = max(0, near - 3), min(len(marked), near + 3)
            if not any(marked[max(0, low - 2) : high + 2]):
                marked[low:high] = b"\x01" * (high - low)
        ranges, n = [], 0
        self.n_cut += len(marked)
        while n < len(marked):
            end = n
            while end < min(len(marked), n + LONGEST) and marked[end]:
                end += 1
            if end > n:
                ranges.append((self.spans[a][n][0], self.spans[a][end - 1][1]))
                self.n_cut -= end - n
            n = end + 1  # stretches that two pages show may touch: between them a word is left out
        return ranges

    def cut_texts(self, texts: list[str], *, parted: list[bool] | None = None) -> list[str]:
        """Cut texts that are read one after the other; `parted` says where one does not continue the word before."""
        whole, starts = "", []
        for n, text in enumerate(texts):
            whole += " " if parted is None or parted[n] else ""
            starts.append(len(whole))
            whole += text
        places = [match.span() for match in WORD.finditer(whole)]
        kept = self.keep([whole[start:end].casefold() for start, end in places])
        if all(kept):
            return texts
        gaps = _gaps(places, kept)
        return [_without(text, start, gaps) for text, start in zip(texts, starts, strict=True)]

    def cut_html(self, page: str) -> str:
        """Cut a page or a picture: its text as one stream, notes set aside and names of things each for themselves."""
        hidden: list[str] = []

        def put_aside(match: re.Match) -> str:
            hidden.append(match[0])
            return f"<!--{len(hidden) - 1}-->"

        pieces = TAG.split(HIDDEN.sub(put_aside, page))
        streams = _streams(pieces)
        for members, parted in streams:
            texts = [unescape(pieces[n]) for n in members]
            cut = self.cut_texts(texts, parted=parted)
            for n, before, after in zip(members, texts, cut, strict=True):
                if before != after:
                    pieces[n] = escape(after, quote=False)
        for n in range(1, len(pieces), 2):
            pieces[n] = NAMED.sub(lambda m: m[1] + escape(self.cut_texts([unescape(m[2])])[0]) + m[3], pieces[n])
        return re.sub(r"<!--(\d+)-->", lambda m: hidden[int(m[1])], "".join(pieces))

    def cut_csv(self, text: str) -> str:
        """Cut a table: along each row, then down each column."""
        rows = list(csv.reader(io.StringIO(text, newline="")))
        rows = [self.cut_texts(row) for row in rows]
        for column in range(max(map(len, rows), default=0)):
            holders = [row for row in rows if column < len(row)]
            for row, cell in zip(holders, self.cut_texts([row[column] for row in holders]), strict=True):
                row[column] = cell
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue()


def _gaps(places: list[tuple[int, int]], kept: list[bool]) -> list[tuple[int, int]]:
    """Join neighbouring words that are left out to stretches."""
    gaps: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(places):
        if not kept[n]:
            if gaps and n and not kept[n - 1]:
                gaps[-1] = (gaps[-1][0], end)
            else:
                gaps.append((start, end))
    return gaps


def _without(text: str, offset: int, gaps: list[tuple[int, int]]) -> str:
    """Take the gaps out of one text that begins at an offset; the mark stands where a gap begins."""
    pieces, at = [], 0
    for start, end in gaps:
        a, b = max(start - offset, 0), min(end - offset, len(text))
        if a < b:
            pieces += [text[at:a], GAP if start >= offset else ""]
            at = b
    return "".join(pieces) + text[at:]


def _streams(pieces: list[str]) -> list[tuple[list[int], list[bool]]]:
    """Tell which pieces of a page are read one after the other: the text, and each note beside it."""
    stack: list[tuple[str, list]] = []
    main: tuple[list[int], list[bool]] = ([], [])
    streams, current, is_parted = [main], main, True
    for n, piece in enumerate(pieces):
        if n % 2 == 0:
            if piece:
                current[0].append(n)
                current[1].append(is_parted)
                is_parted = False
            continue
        name = re.match(r"</?\s*([\w-]+)", piece)
        if name is None:
            continue
        is_parted = is_parted or name[1].lower() not in INLINE
        if "data-aside" in piece and not piece.startswith("</"):
            stack.append((name[1], current, 1))
            current, is_parted = ([], []), True
            streams.append(current)
        elif stack and name[1] == stack[-1][0] and not piece.endswith("/>"):
            tag, before, depth = stack.pop()
            depth += -1 if piece.startswith("</") else 1
            if depth:
                stack.append((tag, before, depth))
            else:
                current = before
    return streams
