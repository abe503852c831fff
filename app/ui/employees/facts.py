"""What the office may know of a person, in words, and a grid of such facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.contacts.address import block
from app.domain.employees.contract import Contract
from app.domain.employees.employee import PayAccount, Private
from app.domain.employees.identity import MASK
from app.domain.shared.identifiers import written
from app.services.employees import SeenPerson
from app.ui.employees.words import KINDS, LEAVINGS, STANDINGS, day_text, span_text
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

Fact = tuple[str, str]


class FactGrid(QWidget):
    """Facts under each other, each with its word before it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts in place of those before; one without a text is left out."""
        self.empty()
        for line, (title, text) in enumerate(one for one in facts if one[1]):
            value = plain_label(text, "text")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(plain_label(title, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignTop)

    def empty(self) -> None:
        """Show nothing."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def texts(self) -> tuple[str, ...]:
        """Return what is shown, in the order of reading."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        labels = (item.widget() for item in items if item is not None)
        return tuple(str(one.property("text")) for one in labels if one is not None)


class FactPane(Scrolled):
    """Facts at the top of what room there is, scrolled where there is less."""

    def __init__(self) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.grid = FactGrid()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme().px(8), theme().px(8), 0)
        column.addWidget(self.grid)
        column.addStretch(1)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts in place of those before."""
        self.grid.show_facts(facts)


def facts_of(seen: SeenPerson) -> Iterator[Fact]:
    """Yield what the office may know of a person as of a day."""
    employee, profile = seen.employee, seen.record.profile
    yield _("Called"), profile.name.called
    yield _("Position"), profile.position
    yield _("Department"), seen.department
    yield _("Manager"), seen.manager
    yield _("Workplace"), profile.workplace
    yield _("Work e-mail"), profile.work_email
    yield _("Work phone"), profile.work_phone
    yield _("Employment"), span_text(employee.starts_on, employee.ends_on)
    if employee.leaving is not None:
        yield _("Left because"), _(LEAVINGS[employee.leaving])
    if seen.contract is not None:
        yield _("Contract"), contract_text(seen.contract)
    yield _("Uses Backdesk as"), employee.user
    if profile.language:
        yield _("Language of papers"), _(LANGUAGES.get(profile.language, profile.language))


def contract_text(contract: Contract) -> str:
    """Return a contract in one line."""
    hours = _("{hours} h a week", hours=formats().decimal(contract.hours))
    span = span_text(contract.starts_on, contract.ends_on)
    return " · ".join((_(KINDS[contract.kind]), hours, span))


def standing_text(seen: SeenPerson) -> str:
    """Return number and standing of a person, and the day where it is not today."""
    return " · ".join((seen.employee.number, _(STANDINGS[seen.standing])))


def masked_facts() -> Iterator[Fact]:
    """Yield what is private, as it stands while nobody asked for it."""
    for title in (_("Identity number"), _("Born"), _("Home"), _("Account"), _("Emergency")):
        yield title, MASK


def private_facts(private: Private, country: str) -> Iterator[Fact]:
    """Yield what is private of a person."""
    state = f" ({private.identity_country})" if private.identity_country else ""
    yield _("Identity number"), private.identity_number + state
    yield _("Born"), day_text(private.born_on)
    yield _("Nationality"), private.nationality
    yield _("Home"), "\n".join(block(private.address, "", country)).strip()
    yield _("Home phone"), private.phone
    yield _("Home e-mail"), private.email
    yield _("Account"), account_text(private.account)
    for one in private.emergency:
        yield (
            _("Emergency"),
            " · ".join(part for part in (one.name, one.relation, one.phone) if part),
        )
    yield _("Health"), private.health
    yield _("Note"), private.note


def account_text(account: PayAccount) -> str:
    """Return an account in one line."""
    iban = written("iban", account.iban) if account.iban else ""
    parts = (iban, account.bic, account.bank_code, account.number, account.holder)
    return "  ".join(part for part in parts if part)
