"""The certificate of tax withheld (50 ทวิ) and the list of a month, as paper.

The certificate follows the form of the Revenue Department: its words are Thai in every language,
its rows stand where the form has them, and it is printed twice, for the payee to file and to keep.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.accounting import Imprint, period, report
from app.documents.addresses import address_lines
from app.documents.model import (
    Align,
    Block,
    Carried,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    Layout,
    Letterhead,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Tone,
)
from app.documents.withholding_words import (
    BORNE,
    BOXES,
    CERTIFIED,
    COPIES,
    FORMS,
    FUNDS,
    INCOMES,
    SIGNED,
    THAI_FORMS,
    TITLE,
    TITLE_OF_LAW,
)
from app.domain.payments.withholding import (
    Borne,
    Certificate,
    Income,
    ListedRow,
    Party,
    Return,
    TaxList,
    Withheld,
)
from app.domain.shared.identifiers import written
from app.domain.shared.money import Money
from app.lang.formats import Formats, formats_in
from app.lang.words import in_words

HEAD_OFFICE = "สำนักงานใหญ่"
TICKED, BLANK = "[X]", "[  ]"
THAI = "th"


def describe_certificate(one: Certificate, imprint: Imprint) -> Document:
    """Return the certificate, both copies of it."""
    copies = [_copy(one, place, imprint) for place in range(len(COPIES))]
    blocks: list[Block] = list(copies[0])
    for copy in copies[1:]:
        blocks += [PageBreak(), *copy]
    return Document(
        language=THAI,
        title=TITLE,
        name=f"{TITLE} {one.number}",
        letterhead=Letterhead(TITLE_OF_LAW),
        layout=Layout.REPORT,
        facts=tuple(_numbers(one)),
        blocks=tuple(blocks),
        page_of="หน้า {page} จาก {pages}",
    )


def _numbers(one: Certificate) -> Iterator[Fact]:
    if one.book:
        yield Fact("เล่มที่", one.book)
    yield Fact("เลขที่", one.number, Tone.STRONG)
    yield Fact("วันที่ออก", _thai().day(one.day))


def _copy(one: Certificate, place: int, imprint: Imprint) -> tuple[Block, ...]:
    home = imprint.company.country
    spelled = in_words(one.tax, THAI)
    return (
        Paragraph(COPIES[place], Tone.QUIET),
        _party("ผู้มีหน้าที่หักภาษี ณ ที่จ่าย", one.payer, home),
        _party("ผู้ถูกหักภาษี ณ ที่จ่าย", one.payee, home),
        Paragraph(_boxes(one.form)),
        _incomes(one),
        Paragraph(f"รวมเงินภาษีที่หักนำส่ง (ตัวอักษร)  {spelled}", Tone.STRONG),
        Paragraph(FUNDS, Tone.QUIET),
        Paragraph(_borne(one.borne)),
        Paragraph(CERTIFIED),
        Paragraph(SIGNED.format(day=_thai().day(one.day))),
    )


def _party(title: str, one: Party, home: str) -> Facts:
    branch = "" if one.is_person else _branch(one.branch)
    texts = (
        ("ชื่อ", one.name),
        ("เลขประจำตัวผู้เสียภาษีอากร (13 หลัก)", written("th.tin", one.tax_id)),
        ("สาขา", branch),
        ("ที่อยู่", " ".join(address_lines(one.address, home))),
    )
    return Facts(tuple(Fact(label, text) for label, text in texts if text), title)


def _branch(number: str) -> str:
    return HEAD_OFFICE if number in {"", "00000"} else f"สาขาที่ {number}"


def _boxes(form: Return) -> str:
    """Return the boxes of the returns, the one of this certificate ticked."""
    ticked = THAI_FORMS[form]
    boxes = [f"{TICKED if one == ticked else BLANK} {one}" for one in BOXES]
    rows = ("ลำดับที่ในแบบ", "   ".join(boxes[:4]), "   ".join(boxes[4:]))
    return "\n".join(rows)


def _incomes(one: Certificate) -> Grid:
    """Return the rows of the form: each kind of income, with what was paid of it."""
    columns = (
        Column("ประเภทเงินได้พึงประเมินที่จ่าย", weight=1),
        Column("วัน เดือน ปี\nที่จ่าย"),
        Column("จำนวนเงินที่จ่าย", Align.RIGHT),
        Column("ภาษีที่หัก\nและนำส่งไว้", Align.RIGHT),
    )
    rows: list[Row] = []
    for income in Income:
        paid = [row for row in one.rows if row.income is income]
        rows += [_income(income, row) for row in paid] or [Row((INCOMES[income], "", "", ""))]
    sums = ("รวมเงินที่จ่ายและภาษีที่หักนำส่ง", "", _amount(one.amount), _amount(one.tax))
    rows.append(Row(sums, RowKind.SUM))
    return Grid(columns, tuple(rows))


def _income(income: Income, row: Withheld) -> Row:
    name = INCOMES[income]
    words = f"{name}\n{row.words}" if row.words else name
    return Row((words, _thai().day(row.paid_on), _amount(row.amount), _amount(row.tax)))


def _borne(borne: Borne) -> str:
    boxes = (f"{TICKED if one is borne else BLANK} {text}" for one, text in BORNE.items())
    return "ผู้จ่ายเงิน   " + "   ".join(boxes)


def describe_list(found: TaxList, imprint: Imprint) -> Document:
    """Return the list of a month: every payment, and what is to be handed over."""
    say = imprint.say
    facts = {
        say("Period"): period(found.month, found.last, imprint.formats),
        say("Payments"): str(len(found.rows)),
        say("Currency"): found.amount.currency,
    }
    if not found.rows:
        blocks: tuple[Grid | Paragraph, ...] = (
            Paragraph(say("Nothing was withheld in this month.")),
        )
    else:
        blocks = (_listed(found, imprint),)
    return report(imprint, say(FORMS[found.form]), facts, blocks)


def _listed(found: TaxList, imprint: Imprint) -> Grid:
    say = imprint.say
    right = Align.RIGHT
    columns = (
        Column(say("No."), right),
        Column(say("Tax ID")),
        Column(say("Payee"), weight=1),
        Column(say("Paid on")),
        Column(say("Description"), weight=1),
        Column(say("Rate"), right),
        Column(say("Amount"), right),
        Column(say("Tax"), right),
    )
    amount = tax = 0
    rows = []
    for one in found.rows:
        amount, tax = amount + one.row.amount.minor, tax + one.row.tax.minor
        sums = (_written(amount, found, imprint), _written(tax, found, imprint))
        rows.append(Row(_cells(one, imprint), carried=sums))
    whole = (_written(amount, found, imprint), _written(tax, found, imprint))
    rows.append(Row(("", "", say("Total"), "", "", "", *whole), RowKind.SUM, whole))
    return Grid(
        columns,
        tuple(rows),
        Carried((6, 7), say("Carried forward"), say("Brought forward")),
    )


def _cells(one: ListedRow, imprint: Imprint) -> tuple[str, ...]:
    formats, row = imprint.formats, one.row
    name = "\n".join(part for part in (one.payee.name, one.number) if part)
    return (
        str(one.place),
        written("th.tin", one.payee.tax_id),
        name,
        formats.day(row.paid_on),
        row.words or INCOMES[row.income],
        formats.percent(row.rate),
        formats.amount(row.amount.minor, row.amount.currency),
        formats.amount(row.tax.minor, row.tax.currency),
    )


def _written(minor: int, found: TaxList, imprint: Imprint) -> str:
    return imprint.formats.amount(minor, found.amount.currency)


def _amount(amount: Money) -> str:
    return _thai().amount(amount.minor, amount.currency)


def _thai() -> Formats:
    return formats_in(THAI, "TH")
