"""A list of what the office keeps about taxes, beside the form of the chosen one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from app.domain.accounting.tax_codes import TaxCode
from app.domain.contacts.row import ContactRow
from app.domain.invoices.exemptions import Exemption
from app.domain.payments.contractors import ContractorPayment
from app.services import contacts
from app.ui.kit.history import Deed
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from collections.abc import Callable

    from app.services.office import Desk

One = TypeVar("One", TaxCode, Exemption, ContractorPayment)
Held = TypeVar("Held", Exemption, ContractorPayment)
NEW, SAVE, AWAY = "entry.new", "entry.post", "tax.put-away"


class TaxPane(ListedForm[One]):
    """Lists records, those put away last; every change can be taken back."""

    def __init__(self, shell: Shell, strip: Strip, name: str, table: str) -> None:
        super().__init__(shell, strip, name)
        self.kept: tuple[One, ...] = ()
        self._table = table
        self.bar.add(shell.book.button(AWAY))
        ways = {NEW: self.begin_new, SAVE: self.save, AWAY: self.turn, "list.refresh": self.ask}
        shell.book.offer(self, ways)
        shell.book.call(self, NEW, _("New"))
        shell.book.call(self, SAVE, _("Save"))
        shell.client.changed.connect(self._news)

    @property
    @abstractmethod
    def change_command(self) -> Callable[[Desk, One], One]:
        """The command that changes one of them."""

    @abstractmethod
    def text_of(self, one: One) -> str:
        """Return how one of them is called."""

    @abstractmethod
    def wanted(self) -> One:
        """Return what stands in the form."""

    @property
    @abstractmethod
    def write_command(self) -> Callable[[Desk, One], One]:
        """The command that adds a new one."""

    def lines(self) -> Sequence[tuple[One, str]]:
        ordered = sorted(self.kept, key=_is_away)
        return [(one, self._line(one)) for one in ordered]

    def show_form(self) -> None:
        super().show_form()
        is_away = self.chosen is not None and self.chosen.is_archived
        self.shell.book.allow(self, AWAY, allowed=self.chosen is not None)
        self.shell.book.call(self, AWAY, _("Take back") if is_away else _("Put away"))

    def send(self) -> None:
        wanted, before = self.wanted(), self.chosen
        client = self.shell.client
        if before is None:
            client.do(self._added, self.write_command, wanted, refused=self.refused)
        else:
            answer = partial(self._changed, before)
            client.do(answer, self.change_command, wanted, refused=self.refused)

    def turn(self) -> None:
        """Put the chosen one away, or take it back."""
        if (before := self.chosen) is not None:
            wanted = replace(before, is_archived=not before.is_archived)
            answer = partial(self._changed, before)
            self.shell.client.do(answer, self.change_command, wanted, refused=self.refused)

    def show_kept(self, kept: tuple[One, ...]) -> None:
        """List what is kept."""
        self.kept = kept
        self.fill()

    def _added(self, new: One) -> None:
        gone = replace(new, is_archived=True)
        text = _("{name} is added", name=self.text_of(new))
        self.shell.did(replace(self._deed(gone, new), text=text))
        self.saved(new)

    def _changed(self, before: One, after: One) -> None:
        self.shell.did(self._deed(before, after))
        self.saved(after)

    def _deed(self, before: One, after: One) -> Deed:
        """Return that one was changed: it can be as it was."""
        as_it_was = replace(before, version=after.version)
        again = partial(self._deed, after)
        text = _("{name} saved", name=self.text_of(after))
        return Deed(text, self.change_command, (as_it_was,), again)

    def _line(self, one: One) -> str:
        text = self.text_of(one)
        return _("{name} (put away)", name=text) if one.is_archived else text

    def _news(self, tables: frozenset[str]) -> None:
        if self._table in tables:
            self.ask()


class NamedPane(TaxPane[Held]):
    """A list of what contacts have; it knows the contacts that it names."""

    def __init__(self, shell: Shell, strip: Strip, name: str, table: str) -> None:
        super().__init__(shell, strip, name, table)
        self._names: dict[int, ContactRow] = {}

    def contact_of(self, one: Held) -> ContactRow | None:
        """Return whose it is, once it is known."""
        return self._names.get(one.contact_id)

    def take(self, kept: tuple[Held, ...]) -> None:
        """Show what was read, with the names of its contacts."""
        self.kept = kept
        ids = tuple(dict.fromkeys(one.contact_id for one in kept))
        self.shell.client.ask(self._take_names, contacts.rows, ids)

    def _take_names(self, rows: tuple[ContactRow, ...]) -> None:
        self._names = {row.id: row for row in rows}
        self.fill()


def _is_away(one: TaxCode | Exemption | ContractorPayment) -> bool:
    return one.is_archived
