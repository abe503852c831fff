"""The editor of a rate of the office's own: a figure or a scale from a day on, with its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from app.domain.payroll.component import Band, RateTable
from app.domain.payroll.rate_lines import RateLine
from app.domain.payroll.rates import check_rate
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import RateTableId
from app.domain.shared.problems import Problem
from app.lang.rate_words import rate_name
from app.services import drafts, pay_components, pay_rules
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import DateEdit, NumberEdit, PercentEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.form_page import FormPage
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, say
from app.ui.kit.unread import unread

KIND = "pay-rate"


class RateFields(Form):
    """Fields that hold a rate: one figure, or the bands of a scale."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._before: RateTable | None = None
        self.code, self.source = TextEdit(), TextEdit()
        self.since, self.until = DateEdit(today), DateEdit(today)
        self.figure = NumberEdit()
        self.compared = CheckEdit(_("I compared it with its source today"))
        told = _("Small letters, digits, points and hyphens")
        self.add("code", _("Code"), self.code, columns=6, help_text=told)
        self.add("valid_from", _("First day"), self.since, columns=3)
        self.add("valid_until", _("Last day"), self.until, columns=3)
        self.add("value", _("Figure"), self.figure, columns=6, help_text=_("Or a scale below"))
        self.heading(_("Scale"))
        self.bands = PartRows(
            self,
            "bands",
            (
                PartField("above", _("Above"), NumberEdit, columns=6),
                PartField("percent", _("Percentage"), PercentEdit, columns=6, is_main=True),
            ),
        )
        self.place(self.bands)
        self.heading(_("Where it comes from"))
        self.add("source", _("Source"), self.source, columns=12)
        self.add("compared", "", self.compared, columns=12)
        self.cell("compared").label.hide()

    def put(self, table: RateTable) -> None:
        """Show a rate; nothing of it counts as typed."""
        self._before = table
        self.code.put(table.code)
        self.since.put(table.valid_from)
        self.until.put(table.valid_until)
        self.figure.put(table.value)
        self.bands.put([{"above": one.above, "percent": one.percent} for one in table.bands])
        self.source.put(table.source)
        self.compared.put(table.checked_on is not None)
        self.chain()
        self.call_clean()

    def value(self) -> RateTable:
        """Return the rate as it is written."""
        assert self._before is not None
        nought, kept = Decimal(0), self._before.checked_on
        bands = (Band(one["above"] or nought, one["percent"] or nought) for one in self._rows())
        return replace(
            self._before,
            code=self.code.value(),
            valid_from=self.since.value() or self._before.valid_from,
            valid_until=self.until.value(),
            value=self.figure.value(),
            bands=tuple(bands),
            source=self.source.value(),
            checked_on=(kept or self._today()) if self.compared.value() else None,
            country="",
        )

    def _rows(self) -> list[dict[str, Decimal | None]]:
        """Return the bands as they are written: nought percent counts, an empty row does not."""
        editors = (
            {name: self.bands.editor(place, name) for name in ("above", "percent")}
            for place in range(self.bands.count())
        )
        rows = ({name: one.value() for name, one in row.items()} for row in editors)
        return [row for row in rows if row["percent"] is not None]


class RateEditor(FormPage):
    """Writes a rate of the office's own; it comes before that of the country."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "pay-rate.save")
        self.fields: RateFields | None = None
        self._listed = record
        shell.client.ask_or(self._know, self._gone, pay_rules.rates)

    def content(self) -> RateTable:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        return (*unread(self.fields), *self.placed(check_rate(self.content())))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Return problems at the fields of the form; those of the scale at its first row."""
        assert self.fields is not None
        first = self.fields.bands.first_of("percent")
        return [replace(one, field=first) if one.field == "bands" else one for one in problems]

    def send(self) -> None:
        known = (self.content(), self.entity)
        self.shell.client.do(self._kept, pay_components.set_rate, *known, refused=self.refused)

    def _know(self, lines: Sequence[RateLine]) -> None:
        line = next((one for one in lines if one.id == self._listed), None)
        first = self.shell.today().replace(day=1)
        table = RateTable(RateTableId(0), "", first, None, None, (), "", None)
        if line is not None:
            begun = replace(table, code=line.code, valid_from=line.first, valid_until=line.last)
            table = line.table or begun
        self._begin(table)

    def _begin(self, table: RateTable) -> None:
        self.titled.emit(rate_name(table.code, say()) or _("New rate of pay"))
        self.fields = RateFields(self.shell.today)
        self.fields.put(table)
        self.begin(self.fields, 1 if self._listed is not None else 0)
        first = self.fields.figure if table.code else self.fields.code
        lead_to(self, first)
        first.setFocus()
        answer = partial(self._offer, table)
        self.shell.client.ask(answer, drafts.kept, KIND, self.entity)

    def _offer(self, table: RateTable, draft: FormDraft | None) -> None:
        typed = typed_in(RateTable, self._taken(draft))
        if self.fields is not None and typed is not None and typed != table:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, table))

    def _kept(self, table: RateTable) -> None:
        name = rate_name(table.code, say())
        self._close_with(table.id, _("The rate {rate} is kept", rate=name))
