"""Clues are found in five languages, where they stand and as sure as they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.clues.amounts import money_of, usual_currency
from app.domain.archive.clues.clue import CERTAIN, SURE, Clue, ClueKind, Clues
from app.domain.archive.clues.finding import Home, clues_in
from app.domain.archive.clues.marks import keys_of_clue, own_keys
from app.domain.contacts.contact import BankAccount, Identifier, Point, PointKind
from app.domain.contacts.duplicates import Reason
from app.domain.shared.money import Money
from app.domain.shared.references import bar_code, rf, viitenumero
from tests.domain.archive.mail import papers

IBAN = "FI2112345600000785"


def read(text: str, home: Home | None = None) -> Clues:
    return clues_in((text,), home or Home("FI", "EUR"))


def said(text: str, kind: ClueKind) -> list[str]:
    return [clue.value for clue in read(text).of(kind)]


def best(text: str, kind: ClueKind) -> Clue:
    found = read(text).best(kind)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Laskun päivä 3.3.2026", "2026-03-03"),
        ("Päiväys: 3. maaliskuuta 2026", "2026-03-03"),
        ("Fakturadatum 2026-03-03", "2026-03-03"),
        ("Invoice date: March 3, 2026", "2026-03-03"),
        ("Date: 3 Mar 2026", "2026-03-03"),
        ("Date 03/03/2026", "2026-03-03"),
        ("วันที่ 3 มีนาคม 2569", "2026-03-03"),
        ("วันที่ ๓ มี.ค. ๒๕๖๙", "2026-03-03"),
        ("วันที่ 03/03/2569", "2026-03-03"),
        ("วันที่ 03/03/69", "2026-03-03"),
        ("Rechnungsdatum: 3. März 2026", "2026-03-03"),
        ("Rechnungsdatum 03.03.26", "2026-03-03"),
    ],
)
def test_the_day_of_a_document_is_read(text: str, day: str) -> None:
    found = best(text, ClueKind.DAY)

    assert (found.value, found.sureness) == (day, SURE)


@pytest.mark.parametrize(
    "text",
    [
        "Eräpäivä 17.3.2026",
        "ERÄPÄIVÄ\n17.03.2026",
        "Förfallodag 2026-03-17",
        "Due date: 17 March 2026",
        "วันครบกำหนดชำระ 17/03/2569",
        "วันที่ครบกำหนด 17 มีนาคม 2569",
        "Zahlbar bis 17.3.2026",
        "Invoice date 3.3.2026\nPayment terms: 14 days net",
        "Laskun päivä 3.3.2026\nMaksuehto: 14 pv netto",
    ],
)
def test_the_day_of_payment_is_read_or_counted_from_the_terms(text: str) -> None:
    assert said(text, ClueKind.DUE) == ["2026-03-17"]


def test_the_day_of_payment_is_not_taken_for_the_day_of_the_document() -> None:
    text = "วันที่ครบกำหนดชำระ 17/03/2569\nวันที่ 3 มีนาคม 2569"

    assert said(text, ClueKind.DAY) == ["2026-03-03"]


def test_an_american_day_names_its_month_first() -> None:
    found = read("Date: 03/04/2026", Home("US", "USD")).best(ClueKind.DAY)

    assert found
    assert found.value == "2026-03-04"


@pytest.mark.parametrize("text", ["Päiväys 31.2.2026", "Date 13/13/2026", "Tel. 12-34-5678"])
def test_a_day_that_no_calendar_has_is_none(text: str) -> None:
    assert said(text, ClueKind.DAY) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Maksettava yhteensä 1 125,50 €", "1125.50 EUR"),
        ("Yhteensä 1.125,50 EUR", "1125.50 EUR"),
        ("Total due: $1,234.50", "1234.50 USD"),
        ("Grand total £ 99.00", "99.00 GBP"),
        ("จำนวนเงินรวมทั้งสิ้น 2,345.67 บาท", "2345.67 THB"),
        ("รวมทั้งสิ้น ฿2,345.67", "2345.67 THB"),
        ("ยอดชำระ ๑,๐๐๐.๕๐ บาท", "1000.50 THB"),
        ("Zahlbetrag 1.125,50 EUR", "1125.50 EUR"),
        ("Att betala 1 125,50 SEK", "1125.50 SEK"),
        ("Amount due\n99.00 EUR", "99.00 EUR"),
        ("Yhteensä 100,00  25,50  125,50", "125.50 EUR"),
    ],
)
def test_the_amount_to_pay_is_read_in_its_currency(text: str, total: str) -> None:
    assert best(text, ClueKind.TOTAL).value == total


def test_what_is_without_tax_or_a_part_is_not_the_amount_to_pay() -> None:
    text = "Välisumma 100,00\nYhteensä ilman ALV 100,00\nALV yhteensä 25,50\nYhteensä 125,50"

    assert said(text, ClueKind.TOTAL) == ["125.50 EUR"]


def test_percents_days_and_units_are_no_amounts() -> None:
    assert said("Yhteensä 25,5 %\nMaksuehto 14 pv\nSumma 412 kWh", ClueKind.TOTAL) == []


def test_the_currency_of_most_amounts_is_the_usual_one() -> None:
    assert usual_currency("1,00 € 2,00 € $3.00") == "EUR"
    assert usual_currency("1,00") == ""
    assert money_of("125.50 EUR") == Money(12550, "EUR")


def test_references_count_only_with_a_right_check_digit() -> None:
    right = viitenumero("471100")

    assert said(f"Viitenumero {right}", ClueKind.REFERENCE) == [right]
    assert said("Viitenumero 471101", ClueKind.REFERENCE) == []
    assert said(f"Pay to {rf(right)} please", ClueKind.REFERENCE) == [rf(right)]


def test_a_finnish_bar_code_tells_account_amount_reference_and_day() -> None:
    reference = viitenumero("471100")
    code = bar_code(IBAN, reference, Money(12550, "EUR"), date(2026, 3, 17))
    assert code

    found = read(f"Virtuaaliviivakoodi {code.digits}")

    told = {clue.kind: clue.value for clue in found.found if clue.sureness == CERTAIN}
    assert told == {
        ClueKind.IBAN: IBAN,
        ClueKind.TOTAL: "125.50 EUR",
        ClueKind.REFERENCE: reference,
        ClueKind.DUE: "2026-03-17",
    }


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Laskun numero 100234", ClueKind.NUMBER, "100234"),
        ("Invoice No: INV-2026-0042", ClueKind.NUMBER, "INV-2026-0042"),
        ("เลขที่ใบแจ้งหนี้ IV6903-001", ClueKind.NUMBER, "IV6903-001"),
        ("Rechnungsnummer: R/2026/7", ClueKind.NUMBER, "R/2026/7"),
        ("Asiakasnumero 778899", ClueKind.CUSTOMER, "778899"),
        ("PO number 4500", ClueKind.ORDER, "4500"),
    ],
)
def test_numbers_are_read_beside_their_labels(text: str, kind: ClueKind, value: str) -> None:
    assert said(text, kind) == [value]


def test_only_identifiers_that_pass_their_check_are_marks() -> None:
    numbers = "Y-tunnus 1572860-0, väärä 1572860-1"
    text = f"{numbers}. IBAN FI21 1234 5600 0007 85 BIC NDEAFIHH {IBAN[:-1]}9"

    found = read(text)

    assert [(one.value, one.scheme) for one in found.of(ClueKind.IDENTIFIER)] == [
        ("15728600", "fi.business_id")
    ]
    assert [one.value for one in found.of(ClueKind.IBAN)] == [IBAN]


def test_a_thai_tax_id_counts_only_behind_its_label() -> None:
    assert said("เลขประจำตัวผู้เสียภาษี 0994000165501", ClueKind.IDENTIFIER) == ["0994000165501"]
    assert said("EAN 0994000165501", ClueKind.IDENTIFIER) == []


def test_mail_web_and_telephone_of_the_sender_are_found() -> None:
    text = "Puh. 09 617 8080  Asiakaspalvelu@Helen.fi  www.helen.fi"

    assert said(text, ClueKind.EMAIL) == ["asiakaspalvelu@helen.fi"]
    assert said(text, ClueKind.WEBSITE) == ["helen.fi"]
    assert said(text, ClueKind.PHONE) == ["09 617 8080"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Helen Oy          SÄHKÖLASKU\nEräpäivä", "bill"),
        ("MAKSUMUISTUTUS", "bill"),
        ("ใบกำกับภาษี", "bill"),
        ("ใบเสร็จรับเงิน", "receipt"),
        ("KUITTI", "receipt"),
        ("VUOKRASOPIMUS", "contract"),
        ("Service agreement\nbetween", "contract"),
        ("สัญญาเช่า", "contract"),
        ("TILIOTE", "bank-statement"),
        ("Kontoauszug", "bank-statement"),
        ("Quotation", "offer"),
        ("Pöytäkirja", "minutes"),
        ("TYÖSOPIMUS", "personnel"),
    ],
)
def test_the_kind_of_a_paper_is_read_from_its_heading(text: str, code: str) -> None:
    assert best(text, ClueKind.PAPER).value == code


def test_the_offices_own_marks_are_no_clues() -> None:
    own = own_keys(
        (Identifier("fi.business_id", "1572860-0"),),
        (BankAccount(IBAN),),
        (Point(PointKind.EMAIL, "me@lumo.fi"),),
    )

    found = read(f"1572860-0 {IBAN} me@lumo.fi you@other.fi", Home("FI", "EUR", own))

    assert [one.value for one in found.found if one.kind is not ClueKind.NAME] == ["you@other.fi"]


def test_a_mark_is_looked_up_as_contacts_keep_theirs() -> None:
    (clue,) = read("FI15728600").of(ClueKind.IDENTIFIER)

    assert keys_of_clue(clue) == (("fi:15728600", Reason.IDENTIFIER),)
    assert keys_of_clue(Clue(ClueKind.DAY, "2026-03-03", 0, 0, 1, 1)) == ()


def test_a_clue_says_where_it_stands() -> None:
    text = "x" * 50 + "\nEräpäivä: 17.3.2026\n"
    pages = ("", "", text)

    found = clues_in(pages).best(ClueKind.DUE)

    assert found
    assert (found.page, text[found.start : found.end]) == (2, "17.3.2026")
    assert found.sureness < SURE


def test_nothing_is_found_in_nothing() -> None:
    assert clues_in(()) == Clues()
    assert clues_in(("",)) == Clues()


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for clue in read(text).found:
        assert 0 <= clue.start <= clue.end <= len(text)


def test_most_papers_of_the_mail_say_day_due_amount_and_reference() -> None:
    right = {"day": 0, "due": 0, "total": 0, "reference": 0}
    some = [paper for paper in papers(300) if paper.kind == "bill" and not paper.is_scan]

    for paper in some:
        found = read(paper.text)
        day, due = found.best(ClueKind.DAY), found.best(ClueKind.DUE)
        total, reference = found.best(ClueKind.TOTAL), found.best(ClueKind.REFERENCE)
        right["day"] += bool(day and day.value == paper.day.isoformat())
        right["due"] += bool(due and paper.due and due.value == paper.due.isoformat())
        right["total"] += bool(total and money_of(total.value).minor == paper.minor)
        right["reference"] += (reference.value if reference else "") == paper.reference

    assert min(right.values()) >= 0.98 * len(some)
