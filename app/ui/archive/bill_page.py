"""A draft bill in a tab: what the e-invoice says in fields at the left, its pages at the right.

Nothing is booked: the bill waits for purchasing, and the XML stays the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.bills.bill import BILL, Bill, BillForm, BillState, check, tidied
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import DocumentId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import bills, einvoices
from app.services.bills import OpenedBill
from app.ui.archive.bill_form import BillFields
from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.history import Deed
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language

SAVE, ASIDE = "document.save", "bill.put-aside"


class BillPage(FormPage):
    """One draft bill; Ctrl+Enter keeps it with its document."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, BILL, record, SAVE)
        self._opened: OpenedBill | None = None
        self._found: tuple[Problem, ...] = ()
        self.fields: BillFields | None = None
        self.setWindowTitle(_("Draft bill"))
        self.hint.setText(_("Ctrl+Enter keeps the draft; nothing is booked or paid yet"))
        shell.book.call(self, SAVE, _("Keep the draft bill"))
        shell.book.offer(
            self,
            {
                ASIDE: self.turn,
                "document.source": partial(shell.open, "document", record),
                "document.pages": self.preview.pages.setFocus,
                "document.print": self.preview.print_out,
            },
        )
        self.reread()
        pages = (self.document_id, 0, language())
        shell.client.ask_or(self._show_pages, self._no_pages, einvoices.pages, *pages)

    @property
    def document_id(self) -> DocumentId:
        """The document whose bill this is."""
        return DocumentId(self.entity)

    def reread(self) -> None:
        self.shell.client.ask_or(self._begin, self._gone, bills.opened, self.document_id)

    def content(self) -> BillForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        found = (*check(tidied(self.content())), *self._found)
        return (*self.fields.unreadable(), *map(self.fields.placed, found))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [self.fields.placed(one) for one in problems]

    def send(self) -> None:
        known = (self.document_id, self._version, self.content())
        self.shell.client.do(self._kept, bills.keep, *known, refused=self.refused)

    def turn(self) -> None:
        """Put the bill aside, or let it wait again."""
        bill = self._opened.bill if self._opened else None
        if bill is not None:
            is_draft = bill.state is BillState.DRAFT
            command = bills.put_aside if is_draft else bills.take_back
            answer = partial(self._turned, is_aside=is_draft)
            self.shell.client.do(answer, command, bill.id, self._version, refused=self.refused)

    def _ground(self) -> QWidget:
        left = QWidget()
        self.preview = Preview(self.shell.client.lanes)
        self.preview.told.connect(self.shell.say)
        splitter = beside(left, self.preview, (560, 520))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        return left

    def _begin(self, opened: OpenedBill) -> None:
        self._opened = opened
        self.fields = BillFields(self.shell, opened)
        self.fields.put(opened.form)
        self.begin(self.fields, opened.bill.version if opened.bill else 0)
        self._name(opened)
        typed = typed_in(BillForm, self._taken(opened.draft))
        if typed is not None and typed != opened.form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, opened.form))
        self._is_strict = True
        self._show_problems()
        self._think()
        lead_to(self, self.fields.contact)
        self.fields.contact.setFocus()

    def _think(self) -> None:
        """Ask what else is known against the bill, as that it came in before."""
        if self.fields is not None:
            known = (self.document_id, self.content())
            self.shell.client.ask(self._know, bills.problems, *known)

    def _know(self, found: tuple[Problem, ...]) -> None:
        if self.fields is not None:
            self._found = tuple(one for one in found if one.code == bills.SAME_BILL.code)
            self._show_problems()

    def _name(self, opened: OpenedBill) -> None:
        form, bill = opened.form, opened.bill
        number = _("Bill {number}", number=form.number) if form.number else _("Draft bill")
        self.titled.emit(number)
        is_aside = bill is not None and bill.state is BillState.PUT_ASIDE
        text = _("Let the bill wait again") if is_aside else ""
        self.shell.book.call(self, ASIDE, text)
        self.shell.book.allow(self, ASIDE, allowed=bill is not None)

    def _kept(self, bill: Bill) -> None:
        before = self._opened.bill if self._opened else None
        self.done(bill.id, kept(before, bill))

    def _turned(self, bill: Bill, *, is_aside: bool) -> None:
        self._version = bill.version
        if self._opened is not None:
            self._opened = replace(self._opened, bill=bill)
            self._name(self._opened)
        self.shell.did(aside(bill) if is_aside else back(bill))

    def _show_pages(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, f"{_('Bill')}.pdf")

    def _no_pages(self, _error: OfficeError) -> None:
        """Show no pages: what is wrong is told where the bill itself is read."""


def kept(before: Bill | None, after: Bill) -> Deed:
    """Return that a draft bill was kept: it can be as it was, or be put aside where it is new."""
    text = _("Draft bill {number} is kept", number=after.form.number)
    if before is None:
        return Deed(text, bills.put_aside, (after.id, after.version), aside)
    told = (after.id, after.version, before.form)
    return Deed(text, bills.keep, told, partial(kept, after))


def aside(bill: Bill) -> Deed:
    """Return that a draft bill was put aside: it can wait again."""
    text = _("Bill {number} is put aside", number=bill.form.number)
    return Deed(text, bills.take_back, (bill.id, bill.version), back)


def back(bill: Bill) -> Deed:
    """Return that a draft bill waits again: it can be put aside."""
    text = _("Bill {number} waits for purchasing", number=bill.form.number)
    return Deed(text, bills.put_aside, (bill.id, bill.version), aside)
