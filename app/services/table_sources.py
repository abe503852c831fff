"""Sources of tables: a file or what was pasted, read once, apart, and shown by its head."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from app.domain.shared.imports import Look, NotTheSameFile, Plan, Source, Table, folded
from app.formats import tables
from app.outside.apart import SECONDS, apart
from app.storage.platform import bound_process

SAMPLE = 20
PASTED = "pasted"
BOUND = partial(bound_process, 1024, SECONDS)
"""A table needs no more memory (in MiB) and time than this."""
_MARKS_OF_DATA = frozenset("0123456789@")


def name_of(source: Source) -> str:
    """Return what a source is called."""
    return source.path.name if source.path else PASTED


def table_at(source: Source, content: bytes = b"") -> Table:
    """Return the table of a file, else of the content that was pasted; raises NoSuchFile."""
    options = (source.sheet, source.encoding, source.delimiter)
    if source.path is None:
        return _read_content(content, options)
    try:
        found = source.path.stat()
    except OSError:
        raise tables.NoSuchFile(file=source.path.name) from None
    return _read_file(source.path, options, (found.st_mtime_ns, found.st_size))


def table_of(plan: Plan, content: bytes = b"") -> Table:
    """Return the table that a plan was made for; raises NotTheSameFile."""
    table = table_at(plan.source, content)
    require_same(plan, table.sha256)
    return table


def require_same(plan: Plan, sha256: str) -> None:
    """Raise NotTheSameFile when a file is another than the one that was looked at."""
    if plan.sha256 and plan.sha256 != sha256:
        raise NotTheSameFile(file=name_of(plan.source))


def header_of(table: Table) -> tuple[str, ...]:
    """Return the first row, as wide as the widest."""
    return _widened(table.rows[0], max(map(len, table.rows)))


def is_heading(row: Sequence[str]) -> bool:
    """Say whether a row looks like headings: nothing in it is a figure or an address."""
    return not any(_MARKS_OF_DATA & set(cell) for cell in row)


def outline(plan: Plan, table: Table) -> Look:
    """Return the head of a table beside the plan for it."""
    header = header_of(table)
    body = table.rows[1:] if plan.has_header else table.rows
    return Look(
        plan,
        header=header if plan.has_header else ("",) * len(header),
        sample=tuple(_widened(row, len(header)) for row in body[:SAMPLE]),
        rows=sum(1 for row in body if any(cell.strip() for cell in row)),
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        sheets=table.sheets,
    )


def signature(header: Sequence[str]) -> str:
    """Return what a heading line is remembered by."""
    return "|".join(folded(cell) for cell in header).rstrip("|")


@lru_cache(maxsize=2)
def _read_file(path: Path, options: tuple[str, ...], _state: tuple[int, int]) -> Table:
    """Read a file once: the preview and the import after it see the same table."""
    return _made(apart(tables.read_file, str(path), _named(options), bound=BOUND))


@lru_cache(maxsize=2)
def _read_content(pasted: bytes, options: tuple[str, ...]) -> Table:
    """Read what was pasted once."""
    return _made(apart(tables.read_content, pasted, _named(options), bound=BOUND))


def _named(options: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(("sheet", "encoding", "delimiter"), options, strict=True))


def _made(found: dict[str, Any]) -> Table:
    rows = tuple(tuple(str(cell) for cell in row) for row in found.pop("rows"))
    sheets = tuple(str(name) for name in found.pop("sheets", ()))
    return Table(rows=rows, sheets=sheets, **{name: str(text) for name, text in found.items()})


def _widened(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *("" for _ in range(width - len(row))))
