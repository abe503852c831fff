"""Tax codes that the office writes itself: a place, and what each authority takes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.accounting.tax_codes import TaxCode, TaxRate
from app.domain.shared.ids import TaxCodeId, new_id
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, Level
from app.services import tax_codes
from app.ui.accounting.tax_pane import TaxPane
from app.ui.accounting.tax_words import CATEGORIES, LEVELS, choices
from app.ui.kit.fields import ChoiceEdit, DateEdit, PercentEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk


class CodeFields(Form):
    """What is written of a code: a row for each rate, from its day."""

    def __init__(self, shell: Shell, one: TaxCode | None) -> None:
        super().__init__()
        self._before = one or TaxCode(TaxCodeId(new_id()), 1, "", "")
        self._shell = shell
        self.code, self.name, self.region = TextEdit(), TextEdit(), TextEdit()
        self.category: ChoiceEdit[Category] = ChoiceEdit(choices(CATEGORIES))
        self.postcodes, self.note = TextEdit(), TextEdit()
        self._lay_out()
        self._show_code(self._before)

    def value(self) -> TaxCode:
        """Return the code as it is written; a row without a day or a rate is left out."""
        return replace(
            self._before,
            code=self.code.value(),
            name=self.name.value(),
            category=self.category.value(),
            rates=tuple(_rate(row) for row in self.rates.values() if row["since"]),
            note=self.note.value(),
            region=self.region.value(),
            postcodes=tuple(self.postcodes.value().replace(",", " ").split()),
        )

    def _show_code(self, one: TaxCode) -> None:
        self.code.put(one.code)
        self.name.put(one.name)
        self.category.put(one.category)
        self.region.put(one.region)
        self.postcodes.put(" ".join(one.postcodes))
        self.note.put(one.note)
        self.rates.put([_row(rate) for rate in one.rates])

    def _lay_out(self) -> None:
        short = _("As lines of invoices are written with it, such as tx_houston")
        self.add("code", _("Short code"), self.code, columns=4, help_text=short)
        self.add("name", _("Name"), self.name, columns=8)
        self.add("category", _("Kind of sale"), self.category, columns=4)
        place = _("Two letters: deliveries there get this code")
        self.add("region", _("State"), self.region, columns=3, help_text=place)
        begins = _("Their beginnings, such as 770; empty: all of the state")
        self.add("postcodes", _("Postcodes"), self.postcodes, columns=5, help_text=begins)
        self.add("note", _("Words on the invoice"), self.note, columns=12)
        self.heading(_("Rates and who takes them"))
        self.rates = PartRows(
            self,
            "rates",
            (
                PartField("name", _("Authority"), TextEdit, columns=3),
                PartField("authority", _("Its code"), TextEdit, columns=2),
                PartField("level", _("Kind"), partial(ChoiceEdit, choices(LEVELS)), columns=3),
                PartField("since", _("From"), partial(DateEdit, self._shell.today), columns=2),
                PartField("rate", _("Rate"), PercentEdit, columns=2, is_main=True),
            ),
        )
        self.place(self.rates)


class OwnCodes(TaxPane[TaxCode]):
    """Lists the codes that the office wrote, and edits the chosen one."""

    recorded = "tax_code"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Own tax codes"), "tax_code")
        self.ask()

    @property
    def change_command(self) -> Callable[[Desk, TaxCode], TaxCode]:
        return tax_codes.change

    @property
    def write_command(self) -> Callable[[Desk, TaxCode], TaxCode]:
        return tax_codes.write

    def ask(self) -> None:
        self.shell.client.ask(self.show_kept, tax_codes.own_codes)

    def make_form(self) -> Form:
        return CodeFields(self.shell, self.chosen)

    def wanted(self) -> TaxCode:
        assert isinstance(self.form, CodeFields)
        return self.form.value()

    def text_of(self, one: TaxCode) -> str:
        return f"{one.code} · {one.name}"

    def at(self, field: str) -> str:
        assert isinstance(self.form, CodeFields)
        rates = self.form.rates
        if field == "rates":
            return rates.first_of("rate")
        return rates.place_of(field) if field.startswith("rates.") else field


def _rate(row: dict[str, Any]) -> TaxRate:
    rate = Rate(row["rate"] or Decimal(0))
    return TaxRate(row["since"], rate, row["authority"], row["name"], row["level"])


def _row(rate: TaxRate) -> dict[str, Any]:
    return {
        "name": rate.name,
        "authority": rate.authority,
        "level": rate.level or Level.STATE,
        "since": rate.since,
        "rate": rate.rate,
    }
