"""Amounts in texts: what is to be paid, and in which currency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from app.domain.archive.clues.clue import GUESSED, LIKELY, SURE, Clue, ClueKind, Page
from app.domain.archive.clues.labels import labelled
from app.domain.shared.money import Money, minor_digits, money
from app.domain.shared.refusals import Refusal

SIGNS = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euroa": "EUR",
    "$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "฿": "THB",
    "thb": "THB",
    "บาท": "THB",
    "baht": "THB",
    "sek": "SEK",
    "kr": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "chf": "CHF",
    "jpy": "JPY",
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<before>{_SIGN})\s?)?"
    r"(?P<figures>\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?)(?:,-)?"
    rf"(?:\s?(?P<after>{_SIGN})(?!\w))?(?![\w/%-]|[.,:]\d| ?%| ?kWh| ?pv| ?days| ?วัน| ?kk)",
    re.IGNORECASE,
)
_STRONG = labelled("""
maksettava yhteensä|maksettavaa yhteensä|yhteensä maksettava|maksettava|maksettavaa|loppusumma
|laskun loppusumma|laskun summa|laskun yhteissumma|att betala|total due|total to pay|amount due
|amount payable|balance due|grand total|total amount|please pay|amount to pay|invoice total
|จำนวนเงินรวมทั้งสิ้น|จำนวนเงินที่ต้องชำระ|ยอดที่ต้องชำระ|ยอดชำระ|ยอดเงินสุทธิ|รวมทั้งสิ้น|รวมเงินทั้งสิ้น
|ยอดรวมสุทธิ|ยอดสุทธิ|zahlbetrag|rechnungsbetrag|gesamtbetrag|endbetrag|zu zahlen
""")
_WEAK = labelled(
    "yhteensä|summa|totalt|total|amount|ยอดรวม|จำนวนเงินรวม|รวมเงิน|รวม|summe|gesamt|betrag"
)
_NOT_THIS = re.compile(
    r"ilman|veroton|\balv|moms|\bvat\b|excl|netto|\bnet\b|sub ?-?total|välisumma|zwischensumme|"
    r"ust\b|mwst|\btax\b(?! invoice)|ภาษีมูลค่าเพิ่ม|ก่อนภาษี|ก่อน vat|discount|alennus|ส่วนลด",
    re.IGNORECASE,
)
_LOOKED_UNDER = 120


def totals_in(page: Page, currency: str = "") -> Iterator[Clue]:
    """Yield what a page says is to be paid; ``currency`` is that of amounts without a sign."""
    usual = usual_currency(page.text) or currency
    strong = list(_labelled(page, _STRONG, usual, SURE))
    weak = list(_labelled(page, _WEAK, usual, LIKELY))
    yield from strong
    largest = max((_minor(clue) for clue in weak), default=0)
    for clue in weak:
        if not any(clue.start == other.start for other in strong) and _minor(clue) == largest:
            yield clue
    if not strong and not weak and (guessed := _largest(page, usual)):
        yield guessed


def usual_currency(text: str) -> str:
    """Return the currency that most amounts of a text bear, or none."""
    signs = Counter(
        SIGNS[sign.casefold()]
        for found in AMOUNT.finditer(text)
        if (sign := found["before"] or found["after"])
    )
    return signs.most_common(1)[0][0] if signs else ""


def read_amount(found: re.Match[str], currency: str) -> Money | None:
    """Return the amount that was found, or none where it is not one in its currency."""
    sign = found["before"] or found["after"]
    code = SIGNS[sign.casefold()] if sign else currency
    figures = re.sub(r"[ '’]", "", found["figures"])
    whole, mark, cents = _parted(figures)
    if not code or (not sign and not cents):
        return None
    try:
        if len(cents) > minor_digits(code):
            return None
        return money(Decimal(f"{whole}{'.' if mark else ''}{cents}"), code)
    except Refusal:
        return None


def _parted(figures: str) -> tuple[str, str, str]:
    """Return the whole part without its marks, the decimal mark and what stands behind it."""
    is_decimal = len(figures) > 3 and figures[-3] in ".,"
    whole = figures[:-3] if is_decimal else figures
    return re.sub(r"[.,]", "", whole), "." if is_decimal else "", figures[-2:] if is_decimal else ""


def _labelled(page: Page, words: re.Pattern[str], currency: str, sureness: int) -> Iterator[Clue]:
    for found in words.finditer(page.text):
        ends = page.text.find("\n", found.end())
        line_end = ends if ends >= 0 else len(page.text)
        begins = page.text.rfind("\n", 0, found.start()) + 1
        before, after = page.text[begins : found.start()], page.text[found.end() : line_end]
        if _NOT_THIS.search(before[-30:]) or _NOT_THIS.search(after[:25]):
            continue
        beside = _last(page, found.end(), line_end, currency)
        if beside:
            yield page.clue(ClueKind.TOTAL, beside[1], beside[0], sureness)
        elif under := _last(page, line_end, _end_of_next_line(page, line_end), currency):
            yield page.clue(ClueKind.TOTAL, under[1], under[0], sureness - 10)


def _end_of_next_line(page: Page, line_end: int) -> int:
    ends = page.text.find("\n", line_end + 1)
    stop = ends if ends >= 0 else len(page.text)
    return min(stop, line_end + _LOOKED_UNDER)


def _last(page: Page, begin: int, end: int, currency: str) -> tuple[tuple[int, int], str] | None:
    """Return the last amount of a stretch: where a line has several, the total stands last."""
    last = None
    for found in AMOUNT.finditer(page.text, begin, end):
        if amount := read_amount(found, currency):
            last = (found.span(), written(amount))
    return last


def _largest(page: Page, currency: str) -> Clue | None:
    read = ((read_amount(found, currency), found) for found in AMOUNT.finditer(page.text))
    amounts = [(one.minor, one, found) for one, found in read if one and found["figures"][-3:-2]]
    signed = [each for each in amounts if each[2]["before"] or each[2]["after"]]
    if not signed:
        return None
    _minor_units, amount, found = max(signed, key=lambda each: each[0])
    return page.clue(ClueKind.TOTAL, written(amount), found.span(), GUESSED)


def written(amount: Money) -> str:
    """Return an amount as clues keep it: ``686.56 EUR``."""
    return f"{amount.amount} {amount.currency}"


def money_of(value: str) -> Money:
    """Return the amount of a clue."""
    amount, _space, currency = value.partition(" ")
    return money(Decimal(amount), currency)


def _minor(clue: Clue) -> int:
    return money_of(clue.value).minor
