"""Receiving: files become documents in the inbox, once each; folders that are watched; troubles.

The bytes are safe in the archive before a command here hears of them (``taking`` sees to that), so
that no transaction lasts as long as a large file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.archive.document import Document, DocumentState, Link, link_of
from app.domain.archive.file_names import shown_name, written_path
from app.domain.archive.receiving import (
    WITHIN_AN_OFFICE,
    Arrival,
    Failure,
    FolderForm,
    FolderKind,
    Incoming,
    IntakeFolder,
    Origin,
    Part,
    Received,
    Stamp,
    Trouble,
    check_folder,
)
from app.domain.archive.record import Filing, Record
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import DocumentId, IntakeFolderId, TroubleId, new_id
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.folders import machine
from app.services.filing_rules import RuleBook
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import SHOWN, Belonging, NewDocument, Register, begun
from app.services.stacks import Stacks
from app.storage.contents import Missing, Stored
from app.storage.place import InsideAnOffice, require_outside
from app.storage.resealing import Resealing

FOUND_AGAIN = SHOWN
"""Only what is in the inbox or filed is a document that was there; from the trash it would go."""


@query(Permission.ARCHIVE_READ)
def folders(desk: Desk) -> tuple[IntakeFolder, ...]:
    """Return every folder whose files are taken in, on this computer and on others.

    A type that the asker may not see is left out of what is said of a folder.
    """
    hidden = Register(desk).hidden
    return tuple(
        replace(one, form=replace(one.form, type_id=None)) if one.form.type_id in hidden else one
        for one in desk.store.intake_folders.all()
    )


@query(Permission.ARCHIVE_READ)
def taken(desk: Desk, folder_id: IntakeFolderId) -> dict[str, Stamp]:
    """Return what was taken from a folder and may lie there still, by its place in it."""
    found = desk.store.intake_folders.taken(folder_id)
    return {stamp.place: stamp for stamp in found}


@query(Permission.ARCHIVE_READ)
def is_safe(desk: Desk, folder_id: IntakeFolderId, place: str) -> bool:
    """Say whether the archive gives back the very bytes that were taken from a place."""
    found = desk.store.intake_folders.taken_at(folder_id, place)
    if not found:
        return False
    if Resealing(desk.store).has_bytes(found):
        return True
    digest = hashlib.sha256()
    for piece in desk.store.contents.get(found):
        digest.update(piece)
    return digest.hexdigest() == found


@query(Permission.ARCHIVE_READ)
def arrivals(desk: Desk, document_id: DocumentId) -> tuple[Arrival, ...]:
    """Return how often a document came in, from where and when, the first time first."""
    Register(desk).get(document_id)
    return desk.store.arrivals.of(document_id)


@query(Permission.ARCHIVE_READ)
def troubles(desk: Desk) -> tuple[Trouble, ...]:
    """Return what could not be taken in, the newest first; what is ignored is among it."""
    return desk.store.troubles.all()


@command(Permission.ARCHIVE_ARRANGE)
def add_folder(desk: Desk, form: FolderForm) -> IntakeFolder:
    """Take in the files of a folder of this computer from now on; raises Invalid."""
    new = IntakeFolder(IntakeFolderId(new_id()), 1, _tidied(desk, form, None))
    desk.store.intake_folders.add(new)
    return new


@command(Permission.ARCHIVE_ARRANGE)
def change_folder(
    desk: Desk, folder_id: IntakeFolderId, version: int, form: FolderForm
) -> IntakeFolder:
    """Replace what is said of a folder; raises Invalid, Conflict."""
    before = _folder(desk, folder_id)
    if before.version != version:
        raise Conflict(record="intake_folder", id=folder_id)
    after = before.changed(_tidied(desk, form, before))
    desk.store.intake_folders.save(before, after)
    return after


@command(Permission.ARCHIVE_ARRANGE)
def remove_folder(desk: Desk, folder_id: IntakeFolderId) -> None:
    """Take in nothing more from a folder; its files and their documents stay."""
    desk.store.intake_folders.remove(_folder(desk, folder_id))


@command(Permission.ARCHIVE_FILE)
def keep(desk: Desk, arrived: tuple[Incoming, ...]) -> tuple[Received, ...]:
    """Put files into the inbox; bytes that are there already are noted, not filed again.

    A file of a watched folder that was taken already is left out of the answer. Raises Missing
    where the bytes are not in the archive, and where they are but neither this program put them
    in nor the asker sees a document of them.
    """
    files: list[Incoming | Part] = [*arrived, *(part for one in arrived for part in one.parts)]
    reception = Reception(desk)
    reception.require_seen({one.sha256 for one in files})
    there = desk.store.contents.sizes(sorted({one.sha256 for one in files}))
    for one in files:
        if there.get(one.sha256) != one.size:
            raise Missing(sha256=one.sha256)
    return reception.receive(arrived)


@command(Permission.ARCHIVE_FILE, audited=False)
def cleared(
    desk: Desk, folder_id: IntakeFolderId, places: tuple[str, ...], ended: tuple[str, ...]
) -> None:
    """Note that files do not lie in their folder any more, and that troubles of paths are over."""
    desk.store.intake_folders.forget(folder_id, places)
    desk.store.troubles.end(ended)


@command(Permission.ARCHIVE_FILE, audited=False)
def note(desk: Desk, failures: tuple[Failure, ...]) -> None:
    """Write down what could not be taken in, once for each path."""
    for failure in failures:
        desk.store.troubles.note(failure, desk.now)


@command(Permission.ARCHIVE_FILE)
def ignore(desk: Desk, trouble_id: TroubleId, *, is_ignored: bool = True) -> Trouble:
    """Say that a trouble is of no concern, or that it is again."""
    desk.store.troubles.get(trouble_id)
    desk.store.troubles.ignore(trouble_id, is_ignored=is_ignored)
    return desk.store.troubles.get(trouble_id)


@command(Permission.ARCHIVE_FILE)
def drop(desk: Desk, trouble_id: TroubleId) -> None:
    """Forget a trouble: it is over."""
    desk.store.troubles.get(trouble_id)
    desk.store.troubles.drop(trouble_id)


def _folder(desk: Desk, folder_id: IntakeFolderId) -> IntakeFolder:
    """Return a folder; raises NotFound, also where it sorts under a type the asker may not see."""
    found = desk.store.intake_folders.get(folder_id)
    if found.form.type_id in Register(desk).hidden:
        raise NotFound(record="intake_folder", id=folder_id)
    return found


def _tidied(desk: Desk, form: FolderForm, before: IntakeFolder | None) -> FolderForm:
    """Return a form as it is kept; raises Invalid."""
    here = form.machine or machine()
    path = written_path(str(Path(form.path.strip()).absolute())) if form.path.strip() else ""
    is_scanner = form.kind is FolderKind.SCANNER
    tidy = replace(
        form,
        path=path,
        machine=here,
        tags=tuple(dict.fromkeys(form.tags)),
        split_at=form.split_at if is_scanner else frozenset(),
    )
    others = frozenset(
        one.form.path
        for one in desk.store.intake_folders.all()
        if one.form.machine == here and (before is None or one.id != before.id)
    )
    types = frozenset(desk.store.kinds.types()) - Register(desk).hidden
    problems = check_folder(tidy, types, others=others)
    if not problems:
        try:
            require_outside(Path(path) / "file")
        except InsideAnOffice:
            problems = (WITHIN_AN_OFFICE.at("path", folder=path),)
    if problems:
        raise Invalid(problems)
    tags = desk.store.kinds.tags()
    return replace(tidy, tags=tuple(tag for tag in tidy.tags if tag in tags))


class Reception:
    """Receives a batch of files at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._register = Register(desk)
        self._folders = {one.id: one for one in desk.store.intake_folders.all()}
        self._arrivals: list[Arrival] = []

    def receive(self, arrived: tuple[Incoming, ...]) -> tuple[Received, ...]:
        """Receive files in their order, then the attachments of each."""
        fresh = tuple(one for one in arrived if self._is_new(one))
        first = self._put(tuple((one, self._links(one.source)) for one in fresh))
        parts = tuple(
            (_part_of(one, part), (Link("document", mail.document_id), *_people(one)))
            for one, mail in zip(fresh, first, strict=True)
            for part in one.parts
        )
        attached = self._put(parts)
        self._desk.store.arrivals.add_all(self._arrivals)
        received = (*first, *attached)
        self._want_split(fresh, first)
        RuleBook(self._desk).sort(one.document_id for one in received if not one.is_known)
        return received

    def require_seen(self, hashes: Collection[str]) -> None:
        """Raise Missing for bytes that this program did not put in and the asker does not see."""
        contents = self._desk.store.contents
        strange = {one for one in hashes if not contents.was_put_here(one)}
        if unseen := strange - self._seen(strange).keys():
            raise Missing(sha256=min(unseen))

    def _want_split(self, fresh: tuple[Incoming, ...], first: tuple[Received, ...]) -> None:
        """Let new files be split later whose folder says what divides its stacks."""
        for one, received in zip(fresh, first, strict=True):
            folder = self._folders.get(one.stamp.folder_id) if one.stamp else None
            if folder is not None and folder.form.split_at and not received.is_known:
                Stacks(self._desk).want(received.document_id, folder.form.split_at)

    def _is_new(self, one: Incoming) -> bool:
        return one.stamp is None or self._desk.store.intake_folders.take(one.stamp, one.sha256)

    def _links(self, source: str) -> tuple[Link, ...]:
        link = link_of(source)
        return (link,) if link else ()

    def _put(self, coming: tuple[tuple[Incoming, tuple[Link, ...]], ...]) -> tuple[Received, ...]:
        """Make documents of what is new, and note the rest with the documents that are there."""
        known = self._known(coming)
        coming = tuple((self._apart(one, known), links) for one, links in coming)
        new: dict[str, tuple[Incoming, tuple[Link, ...]]] = {}
        for place, (one, links) in enumerate(coming):
            if one.as_new:
                new[f"{place}"] = (one, links)
            elif one.sha256 not in known:
                new.setdefault(one.sha256, (one, links))
        made = self._made(new)
        answer = []
        for place, (one, links) in enumerate(coming):
            key = f"{place}" if one.as_new else one.sha256
            document = made.get(key) or known[one.sha256]
            is_first = key in made and new[key][0] is one
            if not is_first:
                for link in links:
                    Belonging(self._desk).link(document, link)
            self._arrive(one, document)
            answer.append(Received(shown_name(one.name), document.id, document.title, not is_first))
        return tuple(answer)

    def _apart(self, one: Incoming, known: Mapping[str, Document]) -> Incoming:
        """Return a file of a person as new, where the same bytes lie where everybody reads."""
        there = known.get(one.sha256)
        is_open = there is not None and there.type_id not in (None, *self._register.walled)
        return replace(one, as_new=True) if is_open and _people(one) else one

    def _known(self, coming: tuple[tuple[Incoming, tuple[Link, ...]], ...]) -> dict[str, Document]:
        """Return the documents that have these bytes, and that the asker may see."""
        return self._seen({one.sha256 for one, _links in coming if not one.as_new})

    def _seen(self, hashes: Collection[str]) -> dict[str, Document]:
        store, found = self._desk.store, dict[str, Document]()
        for sha256, document in store.documents.with_bytes(sorted(hashes)):
            is_seen = document.type_id is None or document.type_id not in self._register.hidden
            if document.state in FOUND_AGAIN and is_seen:
                found.setdefault(sha256, document)
        return found

    def _made(self, new: Mapping[str, tuple[Incoming, tuple[Link, ...]]]) -> dict[str, Document]:
        """File what is new and return its documents."""
        desk = self._desk
        filed = desk.store.archive.add_stored(
            [(_filing(one), Stored(one.sha256, one.size)) for one, _links in new.values()], desk.now
        )
        made = {
            key: NewDocument(self._begun(one, record), record, links)
            for (key, (one, links)), record in zip(new.items(), filed, strict=True)
        }
        desk.store.search.put_many(self._register.keep(list(made.values())))
        return {key: one.document for key, one in made.items()}

    def _begun(self, one: Incoming, record: Record) -> Document:
        """Return a file as a document of the inbox, sorted as its folder says.

        What is put into the file of a person is in its place.
        """
        document = replace(begun(record, one.title), day=one.day)
        if _people(one):
            return replace(document, state=DocumentState.FILED)
        folder = self._folders.get(one.stamp.folder_id) if one.stamp else None
        if folder is None:
            return document
        known = self._desk.store.kinds.tags() if folder.form.tags else {}
        tags = tuple(tag for tag in folder.form.tags if tag in known)
        return replace(document, type_id=folder.form.type_id, tags=tags)

    def _arrive(self, one: Incoming, document: Document) -> None:
        self._arrivals.append(
            Arrival(
                document.id,
                self._desk.now,
                one.origin,
                shown_name(one.name),
                written_path(one.place),
                self._desk.who.name,
            )
        )


def _filing(one: Incoming) -> Filing:
    return Filing(shown_name(one.name), one.media_type, one.source)


def _part_of(mail: Incoming, part: Part) -> Incoming:
    return Incoming(
        part.name,
        part.media_type,
        part.sha256,
        part.size,
        Origin.MAIL,
        source=mail.source if _people(mail) else "",
        place=mail.title or shown_name(mail.name),
        as_new=mail.as_new,
    )


def _people(one: Incoming) -> tuple[Link, ...]:
    """Return the link to the person whose file something belongs to, or none."""
    link = link_of(one.source)
    return (link,) if link is not None and link.kind == PERSON else ()
