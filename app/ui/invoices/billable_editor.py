"""The editor of time or an expense to invoice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.billables.billable import KIND, Billable, Work, tidied
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import BillableId
from app.domain.shared.problems import Problem
from app.services import billables
from app.services.billables import Invoiced, Opened
from app.ui.invoices.billable_form import WorkFields
from app.ui.invoices.billable_words import added, changed
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class BillableEditor(FormPage):
    """Writes one piece of work; what an invoice has taken up is only looked at."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "invoice.issue")
        self._opened: Opened | None = None
        self.fields: WorkFields | None = None
        shell.book.call(self, "invoice.issue", _("Save"))
        self.setWindowTitle(_("Work"))
        self.reread()

    def reread(self) -> None:
        known = None if self.record is None else BillableId(self.record)
        asked = (known, self.shell.held(KIND))
        self.shell.client.ask_or(self._begin, self._gone, billables.opened, *asked)

    def content(self) -> Work:
        assert self.fields is not None
        return self.fields.value()

    def _put_typed(self, content: Work) -> None:
        if self.fields is not None and self._opened is not None:
            self.fields.put(content, self._opened)

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        return (*self.fields.unreadable(), *self._warnings)

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.billable
        if before is None:
            new = (tidied(self.content()), BillableId(self.entity))
            client.do(self._added, billables.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, tidied(self.content()))
            answer = partial(self._changed, before)
            client.do(answer, billables.change, *known, refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.fields = WorkFields(self.shell, opened)
        work = opened.billable.work if opened.billable else Work()
        self.fields.put(work, opened)
        self.begin(self.fields, opened.billable.version if opened.billable else 0)
        self.titled.emit(work.text or _("New work"))
        typed = typed_in(Work, self._taken(opened.draft))
        if typed is not None and typed != work:
            self.fields.put(typed, opened)
            self.offer_typed(partial(self.fields.put, work, opened))
        if not opened.is_open:
            self.fields.setEnabled(False)
            self.shell.book.allow(self, "invoice.issue", allowed=False)
            self.shell.refuse(Invoiced(id=self.entity))
        lead_to(self, self.fields.customer)
        self.fields.customer.setFocus()

    def _think(self) -> None:
        if self.fields is not None:
            self.shell.client.ask(self._warn, billables.check, self.content())

    def _added(self, billable: Billable) -> None:
        self.done(billable.id, added((billable,)))

    def _changed(self, before: Billable, after: Billable) -> None:
        self.done(after.id, changed(before, after))
