"""The editor of an entry by hand, empty or begun as a copy of another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.accounting.journal import Entry
from app.domain.accounting.writing import EntryForm, check_entry
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import EntryId
from app.domain.shared.problems import Problem
from app.services import entries
from app.services.entries import FORM, Opened
from app.ui.accounting.entry_form import EntryFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class EntryEditor(FormPage):
    """Writes one entry; posted, it never changes."""

    def __init__(
        self, shell: Shell, record: int | None = None, original: EntryId | None = None
    ) -> None:
        super().__init__(shell, FORM, record, "entry.post")
        self._opened: Opened | None = None
        self.fields: EntryFields | None = None
        self.hint.setText(_("Ctrl+Enter posts · F4 fills in the difference"))
        shell.book.offer(self, {"entry.balance": self._balance})
        wanted = (original, record, shell.held(FORM))
        shell.client.ask_or(self._begin, self._gone, entries.opened, *wanted)

    def content(self) -> EntryForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None and self._opened is not None
        accounts = {one.id: one for one in self._opened.accounts}
        codes = frozenset(one.code for one in self._opened.vat)
        found = check_entry(self.content(), accounts, codes)
        return (*self.fields.unreadable(), *self.placed(found))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        lines = self.fields.lines
        placed = [replace(one, field=lines.place_of(one.field)) for one in problems]
        first = lines.first_of("account")
        return [replace(one, field=first) if _is_lost(one) else one for one in placed]

    def send(self) -> None:
        client = self.shell.client
        client.do(self._posted, entries.post, self.content(), self.entity, refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.fields = EntryFields(self.shell, opened)
        self.fields.put(opened.form)
        self.begin(self.fields, 0)
        self.titled.emit(_("New entry"))
        typed = typed_in(EntryForm, self._taken(opened.draft))
        if typed is not None and typed != opened.form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, opened.form))
        elif opened.form.lines:
            self.fields.touch()
        lead_to(self, self.fields.booked_on)
        self.fields.booked_on.setFocus()

    def _balance(self) -> None:
        if self.fields is not None:
            self.fields.fill_difference()

    def _posted(self, entry: Entry) -> None:
        if self.fields is not None:
            self.fields.call_clean()
        self.shell.say(_("Entry {number} posted", number=entry.number))
        self.finished.emit()


def _is_lost(problem: Problem) -> bool:
    """Say whether a problem is of a line that is not there: the entry has none."""
    return problem.field.startswith("lines.")
