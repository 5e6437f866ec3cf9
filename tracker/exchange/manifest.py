"""What an export says of itself: made from which schema, by what, and the hash of each file."""

import json
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from tracker import resources
from tracker.errors import InputError
from tracker.exchange.formats import FORMATS

NAME = "manifest.json"
_AGAIN = "export the store again"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an export holds.

    Attributes:
        format: Name of its format.
        schema_revision: Revision of the schema of the store that it was made from.
        made_by: Version of the program that made it.
        made_at: When, UTC.
        tables: Number of rows of each table.
        files: SHA-256 of each file.
    """

    format: str
    schema_revision: str
    made_by: str
    made_at: str
    tables: dict[str, int]
    files: dict[str, str]

    @property
    def rows(self) -> int:
        """Number of all rows."""
        return sum(self.tables.values())


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Write the manifest of an export whose files are there."""
    text = json.dumps(asdict(manifest), indent=2) + "\n"
    (directory / NAME).write_text(text, encoding="utf-8")


def read_manifest(directory: Path) -> Manifest:
    """Read a manifest and check the files by it.

    Raises:
        InputError: There is none, it is of another schema, or a file is missing or changed.
    """
    path = directory / NAME
    try:
        manifest = _manifest(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(
            f"no export is here: {error.strerror}",
            where=str(path),
            cure="name a directory that `tracker export` made",
        ) from None
    except (ValueError, TypeError, RecursionError):
        raise InputError("this is no manifest of an export", where=str(path), cure=_AGAIN) from None
    _check_revision(manifest, path)
    _check_files(manifest, directory)
    return manifest


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _manifest(found: dict[str, Any]) -> Manifest:
    manifest = Manifest(**found)
    format_ = FORMATS.get(manifest.format)
    if format_ is None or set(manifest.files) != {*map(format_.file_of, manifest.tables)}:
        raise ValueError
    if not all(type(rows) is int for rows in manifest.tables.values()):
        raise ValueError
    return manifest


def _check_revision(manifest: Manifest, path: Path) -> None:
    ours = resources.revisions()[-1]
    if manifest.schema_revision == ours:
        return
    cure = (
        f"import it with sanctions-tracker {manifest.made_by}, then run `tracker db upgrade`"
        if manifest.schema_revision in resources.revisions()
        else f"install sanctions-tracker {manifest.made_by} or newer"
    )
    raise InputError(
        f"the export is of schema revision {manifest.schema_revision}, the program of {ours}",
        where=str(path),
        cure=cure,
    )


def _check_files(manifest: Manifest, directory: Path) -> None:
    for name, digest in manifest.files.items():
        path = directory / name
        if not path.is_file():
            raise InputError("the file is missing", where=str(path), cure=_AGAIN)
        if sha256_of(path) != digest:
            raise InputError(
                "the file is not the one that was exported: its hash differs",
                where=str(path),
                cure=_AGAIN,
            )
