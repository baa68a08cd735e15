"""Where the files that ship with migkg are, in a wheel and in a checkout alike."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_WHEEL: Final = _PACKAGE / "_resources"


def resource(name: str) -> Path:
    """Path of a shipped file or folder.

    Args:
        name: Path below the project's top level, such as ``"ontology/migration.ttl"``.

    Raises:
        FileNotFoundError: The installation lacks it.

    >>> resource("ontology/codes.ttl").name
    'codes.ttl'
    """
    base = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent
    path = base / name
    if not path.exists():
        raise FileNotFoundError(f"migkg is installed without {name} (looked in {base})")
    return path
