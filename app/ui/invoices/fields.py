"""The fields around the lines: to whom, when, and what the whole invoice says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.quotes.quote import USUAL_VALIDITY
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, LayoutId
from app.domain.shared.money import MINOR_DIGITS
from app.domain.shared.quantities import EXCHANGE_PLACES
from app.services import contacts
from app.ui.invoices.discount_edit import DiscountEdit
from app.ui.invoices.making import Making, Opened
from app.ui.invoices.new_customer import ask_for_customer
from app.ui.invoices.rows import Reader
from app.ui.invoices.titles import prices_text
from app.ui.kit.early_edit import EarlyEdit
from app.ui.kit.editor import Editor, LineEditor, MultiLine
from app.ui.kit.eformats import EFORMATS
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

_FORMATS = {kind.name: kind for kind in EFormat}
_WORDS = "customer"


class Head(Form):
    """Customer and dates; the details below are folded away until they are wanted."""

    customer_picked = Signal(object)

    def __init__(self, shell: Shell, making: Making, opened: Opened) -> None:
        super().__init__()
        self._shell = shell
        self._making = making
        self.customer: Picker[ContactRow] = Picker(
            shell.client, contacts.find, _name, partial(_where, opened.company.country)
        )
        self.customer.icon = "user"
        self.customer.offer_new(self._new_text, self._new_customer)
        self.customer.picked.connect(self.customer_picked)
        self.customer.picked.connect(self._follow_customer)
        self.issued_on = DateEdit(shell.today)
        self.due_on = DateEdit(shell.today)
        self.valid_until = DateEdit(shell.today)
        self.facts = plain_label("", "muted")
        self.delivered_on = DateEdit(shell.today)
        self.terms_days = NumberEdit(0)
        self.early = EarlyEdit()
        self.our_reference = TextEdit()
        self.language: ChoiceEdit[str] = ChoiceEdit()
        self.is_gross: ChoiceEdit[str] = ChoiceEdit(_price_choices())
        self.home = opened.company.currency
        self.currency: ChoiceEdit[str] = ChoiceEdit(_currency_choices(self.home))
        self.exchange = NumberEdit(EXCHANGE_PLACES)
        self.order_reference, self.contract_reference = TextEdit(), TextEdit()
        self.period_from, self.period_to = DateEdit(shell.today), DateEdit(shell.today)
        self.eformat: ChoiceEdit[str] = ChoiceEdit(_format_choices())
        self.layout_id: ChoiceEdit[str] = ChoiceEdit(
            [("", _("Usual")), *((str(one), name) for one, name in opened.layouts.items())]
        )
        self._languages = tuple(dict.fromkeys((*opened.pack.languages, "en", *LANGUAGES)))
        self._lay_out()
        self.unfold(is_open=False)

    def content(self, base: Draft) -> Draft:
        """Return a draft with what is written here."""
        customer, terms = self.customer.value(), self.terms_days.value()
        gross = self.is_gross.value()
        written: dict[str, Any] = {
            "customer_id": ContactId(customer.id) if customer else None,
            "issued_on": self.issued_on.value(),
            "due_on": self.due_on.value(),
            "delivered_on": self.delivered_on.value(),
            "terms_days": None if terms is None else int(terms),
            "early": self.early.value(),
            "our_reference": self.our_reference.value(),
            "language": self.language.value(),
            "is_gross": None if not gross else gross == "gross",
            "currency": self.currency.value(),
            "exchange": self._rate(base),
            "order_reference": self.order_reference.value(),
            "contract_reference": self.contract_reference.value(),
            "period_from": self.period_from.value(),
            "period_to": self.period_to.value(),
            "eformat": _FORMATS.get(self.eformat.value()),
            "layout_id": LayoutId(int(self.layout_id.value() or 0)) or None,
        }
        return replace(base, **_among(written, self.paths))

    def put(self, content: Draft, customer: ContactRow | None) -> None:
        """Show a draft."""
        self.customer.put(customer)
        self.issued_on.put(content.issued_on)
        self.due_on.put(content.due_on)
        self.delivered_on.put(content.delivered_on)
        self.terms_days.put(None if content.terms_days is None else Decimal(content.terms_days))
        self.early.put(content.early)
        self.our_reference.put(content.our_reference)
        self.language.put(content.language)
        self.is_gross.put({None: "", True: "gross", False: "net"}[content.is_gross])
        self.currency.put("" if content.currency == self.home else content.currency)
        self.exchange.put(content.exchange.rate if content.exchange else None)
        self.order_reference.put(content.order_reference)
        self.contract_reference.put(content.contract_reference)
        self.period_from.put(content.period_from)
        self.period_to.put(content.period_to)
        self.eformat.put("" if content.eformat is None else content.eformat.name)
        self.layout_id.put("" if content.layout_id is None else str(content.layout_id))

    def show_usual(self, invoice: Invoice) -> None:
        """Show in empty fields what holds there: dates, terms and language as they come out."""
        issued_on = invoice.issued_on or self._shell.today()
        due_on = issued_on + timedelta(days=invoice.terms_days)
        self.issued_on.setPlaceholderText(formats().day(self._shell.today()))
        self.due_on.setPlaceholderText(formats().day(due_on))
        self.valid_until.setPlaceholderText(formats().day(issued_on + USUAL_VALIDITY))
        self.delivered_on.setPlaceholderText(formats().day(issued_on))
        self.terms_days.setPlaceholderText(str(invoice.terms_days))
        self.early.show_usual(invoice.early)
        self._show_rate(invoice)
        self._offer_languages(invoice.language)
        if not self.is_gross.value():
            usual = prices_text(is_gross=invoice.is_gross)
            self.is_gross.offer(_price_choices(usual))
        if not self.eformat.value():
            self.eformat.offer(_format_choices(_(EFORMATS[invoice.eformat])))
        self.facts.setText(" · ".join(_facts(invoice)))
        self.facts.setVisible(bool(self.facts.text()))

    def unfold(self, *, is_open: bool) -> None:
        """Show the details, or fold them away."""
        for path in self._making.details:
            self.cell(path).setVisible(is_open)

    @property
    def is_unfolded(self) -> bool:
        """Say whether the details are shown."""
        return not self.cell(self._making.details[0]).isHidden()

    @property
    def last(self) -> Editor:
        """The last field that is always shown: from the lines the keys go back to it."""
        return self._usual[-1]

    @property
    def after_customer(self) -> Editor | None:
        """The field after the customer; none where the lines come next."""
        return self._usual[1] if len(self._usual) > 1 else None

    def turn_details(self) -> None:
        """Show the details and go to the first of them, or fold them away."""
        self.unfold(is_open=not self.is_unfolded)
        start = self.cell(self._making.details[0]).editor if self.is_unfolded else self.last
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _usual(self) -> list[Editor]:
        details = self._making.details
        return [self.cell(path).editor for path in self._making.head if path not in details]

    def _lay_out(self) -> None:
        fields: dict[str, tuple[str, Editor, int]] = {
            "customer_id": (_("Customer"), self.customer, 6),
            "issued_on": (_("Date"), self.issued_on, 3),
            "due_on": (_("Due"), self.due_on, 3),
            "valid_until": (_("Valid until"), self.valid_until, 3),
            "delivered_on": (_("Delivered"), self.delivered_on, 3),
            "terms_days": (_("Days to pay"), self.terms_days, 3),
            "early": (_("Early payment"), self.early, 6),
            "our_reference": (_("Our reference"), self.our_reference, 6),
            "language": (_("Language"), self.language, 6),
            "is_gross": (_("Prices"), self.is_gross, 6),
            "currency": (_("Currency"), self.currency, 3),
            "exchange": (_("Exchange rate"), self.exchange, 3),
            "order_reference": (_("Order number"), self.order_reference, 6),
            "contract_reference": (_("Contract number"), self.contract_reference, 6),
            "period_from": (_("Period from"), self.period_from, 3),
            "period_to": (_("Period to"), self.period_to, 3),
            "eformat": (_("E-invoice"), self.eformat, 6),
            "layout_id": (_("Layout"), self.layout_id, 6),
        }
        for path in self._making.head:
            if path == self._making.details[0]:
                self.place(self.facts)
            label, editor, columns = fields[path]
            self.add(path, label, editor, columns=columns)
        self._offer_languages("")
        self.facts.hide()

    def _rate(self, base: Draft) -> Exchange | None:
        """Return the rate that is written; one that stands is still by whose word it was."""
        rate = self.exchange.value()
        if rate is None or not self.currency.value():
            return None
        if base.exchange is not None and base.exchange.rate == rate:
            return base.exchange
        return Exchange(rate, self.issued_on.value() or self._shell.today(), "")

    def _show_rate(self, invoice: Invoice) -> None:
        """Show the known rate where none is written; the company's own currency has none."""
        known = invoice.exchange
        self.exchange.setEnabled(bool(self.currency.value()))
        self.exchange.setPlaceholderText(formats().plain(known.rate) if known else "")

    def _offer_languages(self, usual: str) -> None:
        named = {code: _(LANGUAGES[code]) for code in self._languages if code in LANGUAGES}
        first = _("Usual: {language}", language=named.get(usual, usual)) if usual else _("Usual")
        self.language.offer([("", first), *named.items()])

    def _new_text(self, words: str) -> str:
        return _("New customer “{name}”…", name=words) if words else _("New customer…")

    def _new_customer(self, words: str) -> None:
        ask_for_customer(self, self._shell, words, self._take_customer)

    def _follow_customer(self, _row: object) -> None:
        """Let another customer get e-invoices and a discount in its own way again."""
        self.eformat.put("")
        self.early.put(None)

    def _take_customer(self, row: ContactRow) -> None:
        self.customer.put(row)
        self.customer.edited.emit()
        self.customer_picked.emit(row)


class Tail(Form):
    """What stands below the lines: a discount on the whole, a reference, a reason and a note."""

    def __init__(self, reader: Reader, making: Making, *, has_reason: bool = False) -> None:
        super().__init__()
        self.discount = DiscountEdit(reader)
        self.discount.setPlaceholderText(
            _(
                "{percent} or {amount}",
                percent=reader.formats.percent(Decimal(5)),
                amount=reader.formats.price(Decimal(20), reader.currency),
            )
        )
        self.your_reference = TextEdit()
        self.reason = TextEdit()
        self.note = MultiLine(2)
        fields: dict[str, tuple[str, Editor, int]] = {
            "discount": (_("Discount on all"), self.discount, 6),
            "your_reference": (_("Your reference"), self.your_reference, 6),
            "reason": (_("Reason"), self.reason, 12),
            "note": (_(making.note), self.note, 12),
        }
        for path in making.tail:
            if path != "reason" or has_reason:
                label, editor, columns = fields[path]
                self.add(path, label, editor, columns=columns)

    def content(self, base: Draft) -> Draft:
        """Return a draft with what is written here."""
        written: dict[str, Any] = {
            "discount": self.discount.value(),
            "your_reference": self.your_reference.value(),
            "reason": self.reason.value(),
            "note": self.note.value(),
        }
        return replace(base, **_among(written, self.paths))

    def show_usual(self, invoice: Invoice) -> None:
        """Show in an empty field by what the customer wants to be named."""
        self.your_reference.setPlaceholderText(invoice.your_reference)

    def put(self, content: Draft) -> None:
        """Show a draft."""
        self.discount.put(content.discount)
        self.your_reference.put(content.your_reference)
        self.reason.put(content.reason)
        self.note.put(content.note)


def texts_of(*forms: Form) -> dict[str, str]:
    """Return what stands in every field, readable or not, by its path."""
    texts: dict[str, str] = {}
    for form in forms:
        for path, editor in _editors(form):
            texts[path] = _text(editor)
            if isinstance(editor, Picker):
                texts[_WORDS] = editor.text()
    return texts


def put_texts(texts: Mapping[str, str], customers: Mapping[int, ContactRow], *forms: Form) -> None:
    """Write texts back into the fields as they were typed."""
    for form in forms:
        for path, editor in _editors(form):
            _put_text(editor, texts.get(path, ""), customers)
            if isinstance(editor, Picker) and editor.value() is None:
                editor.setText(texts.get(_WORDS, ""))


def _currency_choices(home: str) -> list[tuple[str, str]]:
    return [("", home), *((code, code) for code in MINOR_DIGITS if code != home)]


def _among(written: Mapping[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    """Return what was written in the fields that a form has."""
    return {path: written[path] for path in paths if path in written}


def _editors(form: Form) -> Iterator[tuple[str, Editor]]:
    return ((path, form.cell(path).editor) for path in form.paths)


def _text(editor: Editor) -> str:
    match editor:
        case Picker():
            row = editor.value()
            return str(row.id) if row is not None else ""
        case ChoiceEdit():
            return str(editor.value())
        case MultiLine():
            return editor.toPlainText()
        case LineEditor():
            return editor.text()
    return ""


def _put_text(editor: Editor, text: str, customers: Mapping[int, ContactRow]) -> None:
    match editor:
        case Picker():
            editor.put(customers.get(int(text)) if text.isdecimal() else None)
        case ChoiceEdit() | MultiLine():
            editor.put(text)
        case LineEditor():
            editor.setText(text)


def _name(row: ContactRow) -> str:
    return row.name


def _where(home: str, row: ContactRow) -> str:
    parts = (row.number, row.town, row.country if row.country != home else "")
    return " · ".join(part for part in parts if part)


def _price_choices(usual: str = "") -> list[tuple[str, str]]:
    first = _("Usual: {prices}", prices=usual) if usual else _("Usual")
    return [
        ("", first),
        ("net", prices_text(is_gross=False)),
        ("gross", prices_text(is_gross=True)),
    ]


def _format_choices(usual: str = "") -> list[tuple[str, str]]:
    first = _("Usual: {kind}", kind=usual) if usual else _("Usual")
    return [("", first), *((kind.name, _(text)) for kind, text in EFORMATS.items())]


def _facts(invoice: Invoice) -> Iterator[str]:
    """Yield what the office knows of the customer, so that nobody types it again."""
    if invoice.buyer is None:
        return
    address = invoice.buyer.address
    place = f"{address.postcode} {address.town}"
    if address.country == "US":
        place = f"{address.town}, {address.region} {address.postcode}"
    yield from (part for part in (address.street, place) if part.strip(", "))
    if invoice.buyer.vat_id or invoice.buyer.business_id:
        yield invoice.buyer.vat_id or invoice.buyer.business_id
    yield many("{n} day to pay", "{n} days to pay", invoice.terms_days)
    if invoice.eformat is not EFormat.NONE:
        yield _(EFORMATS[invoice.eformat])
