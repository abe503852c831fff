"""The form of a contact: its fields, in the order a clerk fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Point, Terms
from app.domain.contacts.countries import NAMES
from app.domain.contacts.form import ContactForm
from app.domain.shared.early import NO_EARLY_PAYMENT
from app.domain.shared.identifiers import written
from app.domain.shared.ids import LayoutId
from app.domain.shared.money import money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import NotANumber
from app.domain.shared.readings import NO_EARLY
from app.domain.shared.refusals import refused_at
from app.ui.contacts.listing import ROLES
from app.ui.contacts.words import ADDRESS_USES, KINDS, POINTS
from app.ui.kit.early_edit import EarlyEdit
from app.ui.kit.editor import CheckEdit, MultiLine
from app.ui.kit.eformats import EFORMATS
from app.ui.kit.fields import ChoiceEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.schemes import SCHEMES, scheme_name
from app.ui.kit.texts import _

_NO_PARTY = frozenset({"gtin", "iban", "bic"})


class ContactFields(Form):
    """Fields that hold a ContactForm; ``postcoded(row)`` when a postcode was left."""

    postcoded = Signal(object)

    def __init__(
        self, country: str, currency: str, schemes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._country = country
        self._schemes = tuple(schemes)
        self._currency = currency
        self.name = TextEdit()
        self.number = TextEdit()
        self.kind = ChoiceEdit([(kind, _(text)) for kind, text in KINDS.items()])
        self.roles = {role: CheckEdit(_(text)) for role, text in ROLES.items()}
        self.days = NumberEdit(0)
        self.early = EarlyEdit()
        self.limit = MoneyEdit(currency)
        self.language = ChoiceEdit(
            [("", _("As the office")), *((code, _(text)) for code, text in LANGUAGES.items())]
        )
        self.layout_id: ChoiceEdit[LayoutId | None] = ChoiceEdit([(None, _("As the office"))])
        self.eformat = ChoiceEdit([(kind, _(text)) for kind, text in EFORMATS.items()])
        self.is_reminder_stopped = CheckEdit(_("Send no reminders"))
        self.is_mailing_stopped = CheckEdit(_("Leave out of mailings"))
        self.note = MultiLine(3)
        self._lay_out()

    def offer_layouts(self, layouts: Mapping[LayoutId, str]) -> None:
        """Offer the layouts that papers can have."""
        usual: list[tuple[LayoutId | None, str]] = [(None, _("As the office"))]
        self.layout_id.offer([*usual, *layouts.items()])

    def put(self, form: ContactForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.name.put(form.name)
        self.number.put(form.number)
        self.kind.put(form.kind)
        for role, box in self.roles.items():
            box.put(role in form.roles)
        self.addresses.put([_cells(one) for one in form.addresses] or [self._blank_address()])
        self.points.put([_cells(one) for one in form.points])
        self.identifiers.put([_cells(one) for one in form.identifiers])
        self.accounts.put([_cells(one) for one in form.accounts])
        days = form.terms.days
        self.days.put(None if days is None else Decimal(days))
        limit = form.terms.credit_limit
        self.limit.put(limit.amount if limit else None)
        self.language.put(form.terms.language)
        self.layout_id.put(form.terms.layout_id)
        self.eformat.put(form.terms.eformat)
        early = form.terms.early
        self.early.put(early if early.percent else None)
        self.is_reminder_stopped.put(form.terms.is_reminder_stopped)
        self.is_mailing_stopped.put(form.terms.is_mailing_stopped)
        self.note.put(form.note)
        self.chain()
        self.call_clean()

    def value(self) -> ContactForm:
        """Return what stands in the fields."""
        return ContactForm(
            name=self.name.value(),
            kind=self.kind.value(),
            roles=frozenset(role for role, box in self.roles.items() if box.value()),
            number=self.number.value(),
            addresses=tuple(Address(**values) for values in self.addresses.values()),
            points=tuple(Point(**values) for values in self.points.values()),
            identifiers=tuple(Identifier(**values) for values in self.identifiers.values()),
            accounts=tuple(BankAccount(**values) for values in self.accounts.values()),
            terms=self._terms(),
            note=self.note.value(),
        )

    def at_its_field(self, problem: Problem) -> str:
        """Return the path of the field that a problem of the contact belongs to."""
        part = problem.field.partition(".")[0]
        rows = {
            "addresses": self.addresses,
            "points": self.points,
            "identifiers": self.identifiers,
            "accounts": self.accounts,
        }
        return rows[part].place_of(problem.field) if part in rows else problem.field

    def unreadable(self) -> tuple[Problem, ...]:
        """Return what was typed into number fields and is no number, or too large a one."""
        found = [
            Problem(path, NotANumber.code, {"value": editor.text()})
            for path, editor in (("terms.days", self.days), ("terms.credit_limit", self.limit))
            if not editor.is_readable()
        ]
        if not self.early.is_readable():
            found.append(NO_EARLY.at("terms.early", text=self.early.text()))
        amount = self.limit.value()
        if amount is not None and not found:
            found += refused_at("terms.credit_limit", partial(money, amount, self._currency))
        return tuple(found)

    def _terms(self) -> Terms:
        days, amount = self.days.value(), self.limit.value()
        is_kept = amount is not None and not self.unreadable()
        return Terms(
            days=None if days is None else int(days),
            credit_limit=money(amount, self._currency) if amount is not None and is_kept else None,
            language=self.language.value(),
            early=self.early.value() or NO_EARLY_PAYMENT,
            eformat=self.eformat.value(),
            layout_id=self.layout_id.value(),
            is_reminder_stopped=self.is_reminder_stopped.value(),
            is_mailing_stopped=self.is_mailing_stopped.value(),
        )

    def _lay_out(self) -> None:
        self.add("name", _("Name"), self.name, columns=6)
        self.number.setPlaceholderText(_("The next one"))
        self.add("number", _("Number"), self.number, columns=3)
        self.add("kind", _("Kind"), self.kind, columns=3)
        for role, box in self.roles.items():
            self.add(f"roles.{role.value}", _(ROLES[role]), box, columns=3)
        self.addresses = self._group(_("Addresses"), "addresses", self._address_fields())
        self.points = self._group(_("Ways to reach"), "points", self._point_fields())
        self.identifiers = self._group(_("Identifiers"), "identifiers", self._identifier_fields())
        self.accounts = self._group(_("Bank accounts"), "accounts", self._account_fields())
        self.addresses.added.connect(self._follow_postcode)
        self.heading(_("Terms"))
        self.add("terms.days", _("Days to pay"), self.days, columns=3)
        self.add("terms.early", _("Early payment"), self.early, columns=3)
        self.add("terms.credit_limit", _("Credit limit"), self.limit, columns=3)
        self.add("terms.language", _("Language of papers"), self.language, columns=3)
        self.add("terms.layout_id", _("Layout of papers"), self.layout_id, columns=3)
        self.add("terms.eformat", _("E-invoice"), self.eformat, columns=3)
        self.add("terms.is_reminder_stopped", _("Reminders"), self.is_reminder_stopped, columns=3)
        self.add("terms.is_mailing_stopped", _("Mailings"), self.is_mailing_stopped, columns=3)
        self.add("note", _("Note"), self.note, columns=12)

    def _group(self, title: str, path: str, fields: tuple[PartField, ...]) -> PartRows:
        self.heading(title)
        more = _("Add an address") if path == "addresses" else ""
        rows = PartRows(self, path, fields, more)
        self.place(rows)
        return rows

    def _address_fields(self) -> tuple[PartField, ...]:
        uses = [(use, _(text)) for use, text in ADDRESS_USES.items()]
        names = sorted(NAMES.items(), key=lambda entry: (entry[0] != self._country, entry[1]))
        return (
            PartField("use", _("Use"), partial(ChoiceEdit, uses), columns=4),
            PartField("street", _("Street address"), TextEdit, columns=8, is_main=True),
            PartField("extra", _("Second line"), TextEdit, columns=4, is_main=True),
            PartField("postcode", _("Postcode"), TextEdit, columns=2, is_main=True),
            PartField("town", _("Town"), TextEdit, columns=6, is_main=True),
            PartField("region", _("Region or province"), TextEdit, columns=6, is_main=True),
            PartField("country", _("Country"), partial(ChoiceEdit, names), columns=6),
        )

    def _point_fields(self) -> tuple[PartField, ...]:
        kinds = [(kind, _(text)) for kind, text in POINTS.items()]
        return (
            PartField("kind", _("Way"), partial(ChoiceEdit, kinds), columns=3),
            PartField("value", _("Address or number"), TextEdit, columns=5, is_main=True),
            PartField("label", _("Whose"), TextEdit, columns=4),
        )

    def _identifier_fields(self) -> tuple[PartField, ...]:
        rest = (one for one in SCHEMES if one not in self._schemes and one not in _NO_PARTY)
        schemes = [(scheme, scheme_name(scheme)) for scheme in (*self._schemes, *rest)]
        return (
            PartField("scheme", _("Identifier"), partial(ChoiceEdit, schemes), columns=5),
            PartField("value", _("Value"), TextEdit, columns=7, is_main=True),
        )

    def _account_fields(self) -> tuple[PartField, ...]:
        return (
            PartField("iban", _("IBAN"), TextEdit, columns=8, is_main=True),
            PartField("bic", _("BIC"), TextEdit, columns=4),
        )

    def _blank_address(self) -> dict[str, Any]:
        return {"country": self._country}

    def _follow_postcode(self, editors: Any) -> None:
        editors["country"].put(self._country)
        editors["postcode"].editingFinished.connect(partial(self.postcoded.emit, editors))


def _cells(part: Address | Point | Identifier | BankAccount) -> dict[str, Any]:
    """Return what a row shows of a part; identifiers and accounts as people write them."""
    cells = {one.name: getattr(part, one.name) for one in fields(part)}
    if isinstance(part, Identifier):
        cells["value"] = written(part.scheme, part.value)
    elif isinstance(part, BankAccount):
        cells["iban"] = written("iban", part.iban)
    return cells
