"""One invoice for many, in a tab: who would get a draft is looked at, then all are made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.contacts.mailing import MailingList
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.shared.ids import ContactId, InvoiceId, MailingListId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import bulk, contacts, mailing_lists
from app.services.bulk import ForMany, ForOne
from app.ui.invoices.run_words import counts_text, gross_text, why_text
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.page_bar import PageBar
from app.ui.kit.picker import Picker
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

KIND, MAKE = "bulk", "invoice.issue"
_WIDEST = 720


class BulkLine:
    """One customer, as a line of a table."""

    def __init__(self, one: ForOne) -> None:
        self.id = one.contact_id
        self.one = one


COLUMNS: tuple[Column[BulkLine], ...] = (
    Column(mark("Customer"), lambda line: line.one.name, width=200),
    Column(
        mark("Language"),
        lambda line: _(LANGUAGES.get(line.one.language, line.one.language)),
        width=96,
    ),
    Column(mark("Amount"), lambda line: gross_text(line.one.gross), right=True, width=104),
    Column(
        mark("What is made"),
        lambda line: _("Skipped") if line.one.is_skipped else _("A draft"),
        tone=lambda line: "bad" if line.one.is_skipped else "accent",
        is_pill=True,
        width=104,
    ),
    Column(mark("Remark"), lambda line: why_text(line.one.problems), width=220),
)


class BulkPage(RecordPage):
    """Makes one draft for each customer on a list; Ctrl+Enter makes them, undo takes them back."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._content: Draft | None = None
        self._chosen: dict[ContactId, str] = {}
        self.setWindowTitle(_("To many customers"))
        self.head = PageBar(_("To many customers"), shell.book, (MAKE,))
        self.form = Form()
        self.list: ChoiceEdit[int] = ChoiceEdit([(0, _("No list"))])
        self.customer: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.town
        )
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.table: ShortTable[BulkLine] = ShortTable(_("Customers"), COLUMNS)
        self.table.give_room(COLUMNS[-1].title)
        self._lay_out()
        self.list.edited.connect(self.refresh)
        self.customer.picked.connect(self._choose)
        self.table.opened.connect(partial(shell.open, "contact"))
        shell.book.offer(self, {MAKE: self.make, "list.refresh": self.refresh})
        shell.book.call(self, MAKE, _("Make the drafts"))
        shell.book.allow(self, MAKE, allowed=False)
        lead_to(self, self.list)
        shell.client.ask(self._offer_lists, mailing_lists.lists)
        shell.client.ask_or(self._begin, self._gone, bulk.content, InvoiceId(record or 0))

    def refresh(self) -> None:
        """Look again who would get what."""
        if self._content is not None:
            client, told = self.shell.client, (self._content, *self._receivers())
            client.ask_or(self._show, self.shell.refuse, bulk.preview, *told)

    def make(self) -> None:
        """Make a draft for each who can get one."""
        if self._content is None:
            return
        self.shell.book.allow(self, MAKE, allowed=False)
        told = (self._content, *self._receivers())
        work = self.shell.client.work(self._made, bulk.make, *told, refused=self._not_made)
        self.shell.watch(work, _("Making the drafts"))

    def _receivers(self) -> tuple[MailingListId | None, tuple[ContactId, ...]]:
        chosen = self.list.value()
        return (MailingListId(chosen) if chosen else None), tuple(self._chosen)

    def _lay_out(self) -> None:
        px = theme().px
        self.form.add("list_id", _("Mailing list"), self.list, columns=6)
        self.form.add("contact_ids", _("Add a customer"), self.customer, columns=6)
        self.form.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.form)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)

    def _offer_lists(self, lists: Sequence[MailingList]) -> None:
        self.list.offer([(0, _("No list")), *((one.id, one.form.name) for one in lists)])

    def _begin(self, content: Draft) -> None:
        self._content = content
        self.list.setFocus()
        self.refresh()

    def _choose(self, row: ContactRow | None) -> None:
        if row is not None:
            self.customer.put(None)
            self._chosen[row.id] = row.name
            self.refresh()

    def _show(self, found: Sequence[ForOne]) -> None:
        self.table.show_rows([BulkLine(one) for one in found])
        self.told.setText(_counts(found))
        is_any = any(not one.is_skipped for one in found)
        self.shell.book.allow(self, MAKE, allowed=is_any)

    def _made(self, outcome: ForMany) -> None:
        made, skipped = len(outcome.made), len(outcome.skipped)
        told = many("{n} draft made", "{n} drafts made", made)
        if skipped:
            told = f"{told} · {many('{n} skipped', '{n} skipped', skipped)}"
        ids = tuple(one.invoice_id for one in outcome.made if one.invoice_id is not None)
        if ids:
            self.shell.did(
                Deed(told, bulk.undo, (ids,), gone=_("The drafts are discarded"), is_long=True)
            )
        else:
            self.shell.say(told)
        self.finished.emit()

    def _not_made(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.refresh()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()


def _counts(found: Sequence[ForOne]) -> str:
    if not found:
        return _("Choose a list, or add customers: each gets a draft of its own.")
    ready = [one for one in found if not one.is_skipped]
    made = many("{n} draft", "{n} drafts", len(ready))
    return counts_text(made, (one.gross for one in ready), len(found) - len(ready))
