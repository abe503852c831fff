"""A document in a tab of its own: its pages, and its card to be filled in beside them.

Ctrl+Enter saves the card, files what waits in the inbox, and goes on to what waits next.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.archive.document import DocumentState
from app.domain.archive.form import DocumentForm, check, form_of, tidied
from app.domain.archive.row import DocumentRow
from app.domain.contacts.row import ContactRow
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import DocumentId
from app.domain.shared.problems import Problem
from app.services import contacts, documents, filing, serials
from app.services.documents import Seen
from app.services.filing import Opened, Saved
from app.services.suggesting import Suggestion
from app.ui.archive import deeds
from app.ui.archive.card import DocumentCard
from app.ui.archive.form import DocumentFields
from app.ui.archive.holds_page import place_hold
from app.ui.archive.naming import Naming
from app.ui.archive.suggestions import SuggestionRow
from app.ui.archive.taking import take, untouched
from app.ui.archive.verbs import Verbs
from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

KIND = "document"
_TABLES = frozenset({"document", "document_tag", "document_link", "document_version", "legal_hold"})


class DocumentPage(FormPage):
    """One document: read at the right, described at the left."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        self.naming = Naming()
        super().__init__(shell, KIND, record, "document.save")
        self._opened: Opened | None = None
        self._written: DocumentForm | None = None
        self.fields: DocumentFields | None = None
        self.suggestions = SuggestionRow(shell, self.naming)
        self.suggestions.accepted.connect(self._accept)
        self.column.insertWidget(0, self.suggestions)
        self.verbs = Verbs(shell, self, self.card, self._chosen)
        self.setWindowTitle(_("Document"))
        self._offer()
        self.card.told.connect(self._told)
        shell.client.changed.connect(self._news)
        self.reread()

    @property
    def document_id(self) -> DocumentId:
        """The document that is shown."""
        return DocumentId(self.entity)

    def _ground(self) -> QWidget:
        left = QWidget()
        self.card = DocumentCard(self.shell, self.naming, is_beside_form=True)
        splitter = beside(left, self.card, (420, 620))
        splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        return left

    def reread(self) -> None:
        self.shell.client.ask_or(self._begin, self._gone, filing.opened, self.document_id)

    def content(self) -> DocumentForm:
        assert self.fields is not None
        return self.fields.value()

    def _put_typed(self, content: DocumentForm) -> None:
        if self.fields is None:
            return
        self.fields.put(content, None)
        if content.correspondent_id is not None:
            ids = (content.correspondent_id,)
            self.shell.client.ask(self._know_typed, contacts.rows, ids)

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        form = tidied(self.content())
        kind = self.naming.types.get(form.type_id) if form.type_id is not None else None
        found = check(form, kind, self.naming.tags, self.naming.fields)
        return (*self.fields.unreadable(), *found)

    def send(self) -> None:
        known = (self.document_id, self._version, self.content())
        command = filing.save_and_file if self._is_waiting() else filing.save
        self.shell.client.do(self._saved, command, *known, refused=self.refused)

    def _offer(self) -> None:
        preview = self.card.viewer.preview
        self.shell.book.offer(
            self,
            {
                **self.verbs.slots(),
                "document.source": self.card.open_source,
                "document.export": self._export,
                "document.print": self.card.print_out,
                "document.pages": preview.pages.setFocus,
                "list.find": preview.search,
                "document.accept": self.suggestions.accept_sure,
                "document.number": self._ask_number,
                "document.hold": self._ask_hold,
            },
        )
        self.verbs.allow(None)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.naming.learn(opened.sorting)
        document = opened.seen.document
        self._written = form_of(document)
        self.fields = DocumentFields(self.shell, opened, self.naming)
        self.fields.put(self._written, opened.correspondent)
        self.begin(self.fields, document.version)
        self.card.ask(document.id)
        self.suggestions.ask(document.id)
        self._name(opened.seen)
        self._take_typed(typed_in(DocumentForm, self._taken(opened.draft)))
        lead_to(self, self.fields.title)
        self.fields.title.setFocus()
        self.fields.title.selectAll()

    def _take_typed(self, typed: DocumentForm | None) -> None:
        """Go on with what was typed before and not saved."""
        if typed is None or typed == self._written or self.fields is None:
            return
        assert self._opened is not None and self._written is not None
        self._put_typed(typed)
        forget = partial(self.fields.put, self._written, self._opened.correspondent)
        self.offer_typed(forget)

    def _accept(self, some: tuple[Suggestion, ...]) -> None:
        """Write suggestions into the fields that nobody has written into meanwhile."""
        if self.fields is not None and self._written is not None:
            take(self.fields, untouched(some, self.fields.value(), self._written))

    def _know_typed(self, rows: tuple[ContactRow, ...]) -> None:
        if self.fields is not None and rows:
            self.fields.correspondent.put(rows[0])

    def _is_waiting(self) -> bool:
        document = self.card.document
        return document is not None and document.state is DocumentState.INBOX

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self._opened is not None:
            self.card.ask(self.document_id)

    def _told(self, seen: Seen | None) -> None:
        """Follow what changed elsewhere: what is written here only if nothing was typed."""
        self.verbs.allow(self.card.document)
        if seen is None or self.fields is None:
            return
        self._name(seen)
        if form_of(seen.document) == self._written:
            self._version = seen.document.version
        elif not self.fields.is_dirty:
            self.shell.client.ask(self._renew, filing.opened, self.document_id)

    def _renew(self, opened: Opened) -> None:
        if self.fields is not None and not self.fields.is_dirty:
            self.naming.learn(opened.sorting)
            self._opened, self._written = opened, form_of(opened.seen.document)
            self._version = opened.seen.document.version
            self.fields.put(self._written, opened.correspondent)
            self.standoff.opened(self._version)
            self.suggestions.ask(self.document_id)

    def _name(self, seen: Seen) -> None:
        self.titled.emit(seen.document.title)
        is_waiting = seen.document.state is DocumentState.INBOX
        text = _("Save and file") if is_waiting else ""
        self.shell.book.call(self, "document.save", text)
        hint = _("Ctrl+Enter files it and shows the next") if is_waiting else _("Ctrl+Enter saves")
        self.hint.setText(hint)

    def _saved(self, saved: Saved) -> None:
        if saved.next_id is not None:
            self.shell.open(KIND, saved.next_id)
        if saved.after.is_sealed and not saved.before.is_sealed:
            self.fields_clean()
            self.shell.say(deeds.said((saved.after,), "sealed"))
            self.finished.emit()
        else:
            self.done(saved.after.id, deeds.saved(saved.before, saved.after))

    def _ask_number(self) -> None:
        """Write the next free number, where none stands yet."""
        if self.fields is not None and self.fields.value().serial is None:
            self.shell.client.ask(self.fields.number, serials.next_free)

    def _ask_hold(self) -> None:
        self.shell.client.ask(self._place_hold, documents.rows, (self.document_id,))

    def _place_hold(self, rows: tuple[DocumentRow, ...]) -> None:
        if rows:
            place_hold(self.shell, self, rows, self.naming)

    def fields_clean(self) -> None:
        """Say that nothing that stands here waits to be kept."""
        if self.fields is not None:
            self.fields.call_clean()

    def _chosen(self) -> tuple[DocumentId, ...]:
        return (self.document_id,)

    def _export(self) -> None:
        if self.card.record is not None:
            self.verbs.export(self.card.record)
