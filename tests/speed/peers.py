"""Peers: the same texts in an index of SQLite's own, in tantivy, and as files for ripgrep.

All are made in one pass and kept beside the archive. What is not installed is left out.
"""

from __future__ import annotations

import importlib
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from tests.speed.papers import kept_archive, some_papers
from tests.speed.questions import Question

CREATE = (
    "CREATE VIRTUAL TABLE bare USING fts5(t, content='', tokenize='unicode61 remove_diacritics 2')"
)
BARE = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rowid DESC LIMIT 20"
MOST_FILES = 100_000
"""Of more documents ripgrep is given no files."""
SHOWN = 20
BATCH = 2000
MOST_GREPPED = 5
"""So many questions ripgrep is asked: words, which it can find."""
Writer = Generator[None, list[str], None]


def tantivy() -> Any:
    """Return the module, or none where it is not installed."""
    try:
        return importlib.import_module("tantivy")
    except ImportError:
        return None


def kept_peers(count: int, told: Callable[[str], None]) -> Path:
    """Return the folder of all peers of an archive; made when it is asked for first."""
    folder = kept_archive(count, told).parent / "peers"
    if not folder.exists():
        began = time.perf_counter()
        making = folder.with_name("peers-making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        make_peers(making, count)
        making.rename(folder)
        told(f"made its peers in {time.perf_counter() - began:.0f} s")
    return folder


def make_peers(folder: Path, count: int) -> None:
    """Write the texts of so many documents for every peer that is there."""
    writers = [_bare_writer(folder)]
    if tantivy() is not None:
        writers.append(tantivy_writer(folder))
    if count <= MOST_FILES:
        writers.append(_files_writer(folder / "files"))
    for one in writers:
        next(one)
    texts = ("\n".join((one.document.title, *one.pages)) for one in some_papers(count))
    while batch := list(islice(texts, BATCH)):
        for writer in writers:
            writer.send(batch)
    for one in writers:
        one.close()


def _bare_writer(folder: Path) -> Writer:
    with closing(sqlite3.connect(folder / "bare.db")) as bare:
        bare.execute(CREATE)
        try:
            while True:
                some = yield
                bare.executemany("INSERT INTO bare (t) VALUES (?)", ((text,) for text in some))
                bare.commit()
        finally:
            bare.commit()


def tantivy_writer(folder: Path) -> Writer:
    """Return what is sent texts, once it was begun, and keeps them when it is closed."""
    (folder / "tantivy").mkdir()
    schema = tantivy().SchemaBuilder().add_text_field("t", stored=False).build()
    writer = tantivy().Index(schema, path=str(folder / "tantivy")).writer(256 << 20, 1)
    try:
        while True:
            for text in (yield):
                writer.add_document(tantivy().Document(t=text))
    finally:
        writer.commit()
        writer.wait_merging_threads()


def _files_writer(folder: Path) -> Writer:
    number = 0
    while True:
        place = folder / f"{number:06d}"
        place.mkdir(parents=True)
        for at, text in enumerate((yield)):
            (place / f"{at:06d}.txt").write_text(text, "utf-8")
        number += 1


class Peer(NamedTuple):
    """Whom the same is asked; of at most so many questions, where one takes long."""

    name: str
    ask: Callable[[Question], int]
    most: int | None = None


def peers_in(folder: Path, told: Callable[[str], None]) -> Iterator[Peer]:
    """Yield all who can be asked; who is not installed is named."""
    bare = sqlite3.connect(folder / "bare.db")
    with closing(bare):
        yield Peer("bare FTS5", lambda one: len(bare.execute(BARE, (one.fts5,)).fetchall()))
    if tantivy() is None or not (folder / "tantivy").exists():
        told("tantivy is not installed, or was not when the archive was made")
    else:
        yield _tantivy(folder / "tantivy")
    tool = shutil.which("rg")
    if tool is None or not (folder / "files").exists():
        told(f"ripgrep is not installed, or has no files: of over {MOST_FILES:,} it gets none")
    else:
        yield Peer("ripgrep", partial(_grepped, tool, folder / "files"), MOST_GREPPED)


def _tantivy(folder: Path) -> Peer:
    index = tantivy().Index.open(str(folder))
    searcher = index.searcher()

    def ask(one: Question) -> int:
        return len(searcher.search(index.parse_query(one.tantivy, ["t"]), SHOWN).hits)

    return Peer("tantivy", ask)


def _grepped(tool: str, folder: Path, one: Question) -> int:
    wanted = [tool, "-i", "-l", "-w", "-F", "--", one.ours.strip(), str(folder)]
    return len(subprocess.run(wanted, capture_output=True, check=False).stdout.splitlines())
