"""A document: what is known of it, where it belongs, the proof that it is unchanged, and itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.archive.document import Document, DocumentState, Link
from app.domain.archive.found import NOWHERE, Passage
from app.domain.archive.record import Record
from app.domain.correspondence.threads import ThreadItem
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import archive, documents, einvoices, filing, threads
from app.services.documents import Seen
from app.services.links import Linked
from app.ui.archive.naming import Naming
from app.ui.archive.notices import Notices
from app.ui.archive.viewer import Viewer, can_show, is_xml
from app.ui.archive.words import day_text, money_text, type_name
from app.ui.kit.file_words import size_text
from app.ui.kit.flow import Flow
from app.ui.kit.icons import drawing
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.messages import error_sentence
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.sources import linked_text
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

UNREADABLE = frozenset(
    f"einvoices.{how}"
    for how in ("broken", "wrong-encoding", "declares-entities", "larger-than-any")
)
"""What may be wrong with XML that is shown as the text that it is."""


class DocumentCard(QWidget):
    """Shows one document at a time; ``told(seen)`` when it is known, None when there is none."""

    told = Signal(object)

    def __init__(self, shell: Shell, naming: Naming, *, is_beside_form: bool = False) -> None:
        super().__init__()
        self._shell = shell
        self._naming = naming
        self._is_beside_form = is_beside_form
        self._asked: DocumentId | None = None
        self._marked: tuple[int | None, Passage] = (None, NOWHERE)
        self.seen: Seen | None = None
        self.links: tuple[Linked, ...] = ()
        self._letters: tuple[Linked, ...] = ()
        self.name = plain_label(role="heading")
        self.facts = plain_label(role="muted")
        self.seal = plain_label()
        self._sign = QLabel()
        self._drawn = ("archive", "muted")
        self._pills = QWidget()
        self._pill_flow = Flow(theme().px(4), self._pills)
        self._around = QWidget()
        self._link_flow = Flow(theme().px(8), self._around)
        self.viewer = Viewer(shell.client.lanes)
        self.viewer.preview.told.connect(shell.say)
        self.notices = Notices(shell, self.viewer)
        self._lay_out()
        self.clear()

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self.seen.document if self.seen else None

    @property
    def record(self) -> Record | None:
        """The newest file of the document that is shown."""
        return self.seen.file if self.seen else None

    def clear(self) -> None:
        """Show no document."""
        self.seen, self._asked, self.links, self._letters = None, None, (), ()
        self._head.hide()
        self.notices.clear()
        self.viewer.say(_("Choose a document to see it."))
        self.told.emit(None)

    def ask(self, document_id: int) -> None:
        """Show a document: what is known of it at once, its content a moment later."""
        self._asked = DocumentId(document_id)
        client = self._shell.client
        client.ask_or(self._show, self._gone, documents.seen, self._asked)
        client.ask_or(self._show_links, self._gone, filing.linked, self._asked)
        about = Link("document", document_id).source
        client.ask_or(self._show_letters, self._show_none, threads.letters_about, about)

    def mark(self, document_id: int | None, passage: Passage) -> None:
        """Open a document at a passage, now or once it is here; none is opened so any more."""
        self._marked = (document_id, passage)
        if self.seen is not None:
            self._open_passage(self.seen)

    def show_version(self, number: int) -> None:
        """Show the content of an older version, and say so."""
        if self.seen is None:
            return
        version = next((one for one in self.seen.versions if one.number == number), None)
        if version is not None:
            answer = partial(self._know_version, self.seen, number)
            self._shell.client.ask(answer, archive.get, version.file_id)

    def _know_version(self, seen: Seen, number: int, file: Record) -> None:
        newest = max(one.number for one in seen.versions)
        if not can_show(file):
            self.viewer.say(_("This kind of document cannot be shown here. Export it to open it."))
            return
        told = _("Version {n} of {of}", n=number, of=newest)
        answer = partial(self._show_content, file, told if number != newest else "")
        ask_or = self._shell.client.ask_or
        ask_or(answer, self._damaged, documents.content, seen.document.id, number)

    def _show_content(self, file: Record, told: str, content: bytes) -> None:
        if self.seen is not None:
            proof = _seal_text(self.seen, is_read=True)
            words = " · ".join(part for part in (told, proof) if part)
            self._prove(words, *(("history", "warn") if told else _seal_sign(self.seen)))
            self.viewer.show_document(file, content)

    def open_source(self) -> None:
        """Open the first record that the document belongs to."""
        if self.links:
            self._open(self.links[0])

    def print_out(self) -> None:
        """Print the document, if it has pages."""
        self.viewer.preview.print_out()

    def _lay_out(self) -> None:
        px = theme().px
        self._head = QWidget()
        for label in (self.name, self.facts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        proof = QHBoxLayout()
        proof.setSpacing(px(6))
        proof.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        proof.addWidget(self.seal, 1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(px(16), px(12 if self._is_beside_form else 2), px(8), px(12))
        head.setSpacing(px(4))
        for widget in (self.name, self.facts, self._pills, self._around):
            head.addWidget(widget)
        head.addLayout(proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.notices)
        column.addWidget(self.viewer, 1)
        theme().dress(self._head, controls)
        theme().changed.connect(self._draw)

    def _show(self, seen: Seen) -> None:
        if seen.document.id != self._asked:
            return
        before, self.seen = self.seen, seen
        self._head.show()
        self.notices.ask(seen)
        self.name.setHidden(self._is_beside_form)
        self.name.setText(seen.document.title)
        self.facts.setText(" · ".join(part for part in self._facts(seen) if part))
        self._show_pills(seen.document, seen.holds)
        if before is None or before.file.id != seen.file.id:
            self._ask_content(seen)
        else:
            self._prove(_seal_text(seen, is_read=True), *_seal_sign(seen))
        self.told.emit(seen)

    def _ask_content(self, seen: Seen) -> None:
        if can_show(seen.file):
            self._prove(_("Reading and checking…"), "clock", "muted")
            self.viewer.preview.wait()
            answer = partial(self._fill, seen)
            ask_or = self._shell.client.ask_or
            ask_or(answer, self._damaged, documents.content, seen.document.id)
        else:
            self._prove(_seal_text(seen, is_read=False), *_seal_sign(seen))
            self.viewer.say(_("This kind of document cannot be shown here. Export it to open it."))

    def _facts(self, seen: Seen) -> tuple[str, ...]:
        document = seen.document
        number = _("No. {number}", number=document.serial) if document.serial else ""
        kept = _("kept until {day}", day=day_text(seen.kept_until)) if seen.kept_until else ""
        filed = formats().instant(seen.file.filed_at.astimezone())
        of_file = (
            kept,
            type_name(seen.file.media_type),
            size_text(seen.file.size),
            _came(seen, filed),
        )
        if self._is_beside_form:
            return of_file
        return (
            self._naming.type(document.type_id),
            seen.correspondent,
            day_text(document.day),
            document.reference,
            money_text(document.amount),
            number,
            document.binder,
            *of_file,
        )

    def _show_pills(self, document: Document, holds: tuple[str, ...]) -> None:
        _empty(self._pill_flow)
        stage = self._naming.stage(document.type_id, document.stage)
        lock = _("With {who}", who=document.locked_by) if document.locked_by else ""
        held = _("On hold: {holds}", holds=", ".join(holds)) if holds else ""
        said = [(lock, "warn"), (held, "warn")]
        if not self._is_beside_form:
            said += [
                (stage, "accent"),
                *((self._naming.tag(one), self._naming.hue(one)) for one in document.tags),
            ]
        for text, tone in said:
            if text:
                self._pill_flow.addWidget(Pill(text, tone, self._pills))
        self._pills.setVisible(self._pill_flow.count() > 0)

    def _show_links(self, links: tuple[Linked, ...]) -> None:
        self.links = links
        self._show_around()
        if self.seen is not None:
            self.told.emit(self.seen)

    def _show_letters(self, letters: tuple[ThreadItem, ...]) -> None:
        """Show the letters that are said to be about the document, too."""
        self._letters = tuple(
            Linked(one.kind, one.record_id, one.number or one.subject) for one in letters
        )
        self._show_around()

    def _show_none(self, _error: OfficeError) -> None:
        """Show no letters to somebody who may not read them."""
        self._show_letters(())

    def _show_around(self) -> None:
        _empty(self._link_flow)
        shown = {(one.kind, one.record_id): one for one in (*self._letters, *self.links)}
        for link in shown.values():
            button = LinkButton(self._around)
            button.lead_to(linked_text(link))
            button.clicked.connect(partial(self._open, link))
            self._link_flow.addWidget(button)
        self._around.setVisible(bool(shown))

    def _open(self, link: Linked, _is_checked: object = None) -> None:
        self._shell.open(link.kind, link.record_id)

    def _fill(self, seen: Seen, content: bytes) -> None:
        if self.seen is not None and self.seen.file.id == seen.file.id:
            self._prove(_seal_text(self.seen, is_read=True), *_seal_sign(self.seen))
            self._open_passage(seen)
            if is_xml(seen.file):
                shown = partial(self._show_pages, seen)
                plain = partial(self._show_plain, seen, content)
                ask_or = self._shell.client.ask_or
                ask_or(shown, plain, einvoices.pages, seen.document.id, 0, language())
                return
            self.viewer.show_document(seen.file, content)

    def _open_passage(self, seen: Seen) -> None:
        document_id, passage = self._marked
        self.viewer.open_at(passage if seen.document.id == document_id else NOWHERE)

    def _show_pages(self, seen: Seen, pdf: bytes) -> None:
        """Show an e-invoice as pages, which say that the XML is the original."""
        if self.seen is not None and self.seen.file.id == seen.file.id:
            self.viewer.show_pages(seen.file, pdf)

    def _show_plain(self, seen: Seen, content: bytes, error: OfficeError) -> None:
        """Show XML that is no e-invoice as the text that it is; say where it is broken."""
        if self.seen is not None and self.seen.file.id == seen.file.id:
            self.viewer.show_document(seen.file, content)
            if error.code in UNREADABLE:
                found = error_sentence(error)
                self._prove(f"{found.what} {found.why}", "alert-triangle", "warn")

    def _damaged(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self._prove(found.what, "alert-triangle", "bad")
        self.viewer.say(" ".join(part for part in (found.why, found.todo) if part))

    def _gone(self, error: OfficeError) -> None:
        if isinstance(error, NotFound):
            self.clear()
        else:
            self._shell.refuse(error)

    def _prove(self, text: str, sign: str, tone: str) -> None:
        self.seal.setText(text)
        self._drawn = (sign, tone)
        self._draw()

    def _draw(self) -> None:
        sign, tone = self._drawn
        size, colour = theme().px(16), theme().tokens.tone(tone)
        self._sign.setPixmap(drawing(sign, size, colour, self.devicePixelRatioF()))


def _empty(flow: Flow) -> None:
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _came(seen: Seen, when: str) -> str:
    """Return when a document came: it is not filed as long as it waits in the inbox."""
    if seen.document.state is DocumentState.INBOX:
        return _("taken in {when}", when=when)
    return _("filed {when}", when=when)


def _seal_text(seen: Seen, *, is_read: bool) -> str:
    is_sealed = seen.document.is_sealed or seen.file.is_sealed
    sealed = _("Sealed: it proves what was issued.") if is_sealed else ""
    is_waiting = seen.document.state is DocumentState.INBOX
    unchanged = _("Unchanged since it came.") if is_waiting else _("Unchanged since it was filed.")
    checked = unchanged if is_read else ""
    waiting = _("It waits to be filed.") if is_waiting else _("Filed for good.")
    return " ".join(part for part in (sealed, checked) if part) or waiting


def _seal_sign(seen: Seen) -> tuple[str, str]:
    is_sealed = seen.document.is_sealed or seen.file.is_sealed
    return ("shield-check", "good") if is_sealed else ("archive", "muted")
