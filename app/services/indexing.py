"""Indexing: documents are made findable by all that is known of them and by their text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.indexed import Indexed
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.services.office import Desk

READ_AT_ONCE = 50


class Indexer:
    """Keeps the full-text index over documents: called whenever one or its text changed."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def put(self, document: Document) -> None:
        """Make a document findable as it is now; one that was disposed of is forgotten."""
        self.put_many((document,))

    def put_many(self, documents: Iterable[Document]) -> None:
        """Make documents findable as they are now; what was disposed of is forgotten."""
        kept = []
        for one in documents:
            if one.state is DocumentState.DISPOSED:
                self._store.document_index.remove(one.id)
            else:
                kept.append(one)
        self.put_named(self._named(kept))

    def put_named(self, documents: Iterable[tuple[Document, str, Record]]) -> None:
        """Make documents findable that come with their correspondents and files."""
        for some in self._read(documents):
            self._store.document_index.put_many(some)

    def put_unread(self, documents: Iterable[tuple[Document, str, Record]]) -> None:
        """Make documents findable whose files lie open and were read by nobody yet."""
        self._store.document_index.put_many(
            Indexed(one, sender, file.name, ()) for one, sender, file in documents
        )

    def tokens(self, documents: Iterable[Document]) -> frozenset[str]:
        """Return the words by which documents are found."""
        from app.storage.document_index import tokens_of  # noqa: PLC0415  loads SQLAlchemy

        return frozenset().union(*map(tokens_of, self._read(self._named(documents))))

    def _read(
        self, documents: Iterable[tuple[Document, str, Record]]
    ) -> Iterator[tuple[Indexed, ...]]:
        """Yield documents with their text, some at a time."""
        from app.storage.lists import slices  # noqa: PLC0415  loads SQLAlchemy

        for some in slices(documents, READ_AT_ONCE):
            sealed = self._store.archive.sealed.among(file.id for _one, _sender, file in some)
            names = {file.sha256 for _one, _sender, file in some if file.id not in sealed}
            texts = self._store.texts.of_all(names)
            yield tuple(
                Indexed(one, sender, file.name, _open(texts, file, sealed))
                for one, sender, file in some
            )

    def _named(self, documents: Iterable[Document]) -> Iterator[tuple[Document, str, Record]]:
        kept = tuple(documents)
        rows = self._store.document_lists.rows([one.id for one in kept])
        for one, row in zip(kept, rows, strict=True):
            yield one, row.correspondent, self._store.archive.get(one.file_id)

    def pages(self, files: Sequence[RecordId]) -> dict[RecordId, tuple[str, ...]]:
        """Return the text of each file, page by page; empty while it was not read."""
        sealed = self._store.archive.sealed.among(files)
        names = self._store.document_lists.hashes([one for one in files if one not in sealed])
        found = self._store.texts.of_all(names.values())
        return {one: found.get(names.get(one, ""), ()) for one in files}


def _open(
    texts: Mapping[str, tuple[str, ...]], file: Record, sealed: Collection[int]
) -> tuple[str, ...]:
    """Return the text of a file; of one that lies sealed none, though another has its bytes."""
    return () if file.id in sealed else texts.get(file.sha256, ())
