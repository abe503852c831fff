"""Labels: the words before a value on a page, in Finnish, Swedish, English, Thai and German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from app.domain.archive.clues.clue import LIKELY, SURE, ClueKind, Page

LABELS = {
    ClueKind.DUE: """
        eräpäivä|eräpvm|viimeinen maksupäivä|maksettava viimeistään|maksupäivä
        |förfallodag|förfallodatum|förfaller|betalas senast
        |payment due(?: date)?|due date|due by|due on|pay by|payable by
        |วันที่ครบกำหนด(?:ชำระ)?|วันครบกำหนด(?:ชำระ)?|ครบกำหนดชำระ|กำหนดชำระ(?:เงิน)?|ชำระภายใน(?:วันที่)?
        |fälligkeitsdatum|fällig(?: am| bis)?|zahlbar bis|zahlungsziel
        """,
    ClueKind.DAY: """
        laskun päivä(?:ys|määrä)?|laskun pvm|laskutuspäivä|päiväys|päivämäärä|laskupvm|pvm
        |allekirjoitettu|fakturadatum|datum
        |invoice date|date of issue|issue date|statement date|date of agreement|dated|date
        |วันที่ออกใบแจ้งหนี้|วันที่ออก|วันที่เอกสาร|ลงวันที่|วันที่ทำสัญญา|วันที่
        |rechnungsdatum|belegdatum|ausstellungsdatum
        """,
    ClueKind.NUMBER: """
        laskun numero|laskunumero|laskun nro|laskunro|lasku n:o|lasku nro|kuitin numero|kuitti nro
        |sopimusnumero|sopimuksen numero|tarjousnumero|tarjous nro
        |fakturanummer|fakturanr|faktura nr|avtalsnummer
        |(?:tax )?invoice (?:no|number|nr|id|#)|receipt (?:no|number|#)|contract (?:no|number)
        |agreement (?:no|number)|quotation (?:no|number)|policy (?:no|number)|bill (?:no|number)
        |เลขที่ใบแจ้งหนี้|เลขที่ใบกำกับภาษี|เลขที่ใบเสร็จ(?:รับเงิน)?|เลขที่สัญญา|เลขที่ใบเสนอราคา
        |เลขที่เอกสาร|เลขที่
        |rechnungsnummer|rechnungs-nr|rechnung nr|rechnungsnr|vertragsnummer|belegnummer
        """,
    ClueKind.ORDER: """
        tilausnumero|tilauksen numero|tilaus nro|ordernummer|beställningsnummer|order (?:no|number)
        |purchase order(?: no| number)?|po (?:no|number)|เลขที่ใบสั่งซื้อ|เลขที่สั่งซื้อ
        |bestellnummer|auftragsnummer
        """,
    ClueKind.CUSTOMER: """
        asiakasnumero|asiakasnro|asiakas nro|käyttöpaikkanumero|kundnummer|kundnr
        |customer (?:no|number|id)|account (?:no|number)|client (?:no|number)
        |รหัสลูกค้า|เลขที่ลูกค้า|หมายเลขลูกค้า|หมายเลขผู้ใช้ไฟฟ้า|หมายเลขบริการ|kundennummer|kunden-nr
        """,
    ClueKind.REFERENCE: """
        viitenumero|maksuviite|pankkiviite|viite|ocr(?:-nummer|-nr)?|referensnummer
        |payment reference|reference (?:no|number)|bank reference|reference|ref(?:erence)? ?[12]
        |เลขที่อ้างอิง|รหัสอ้างอิง|หมายเลขอ้างอิง|zahlungsreferenz|verwendungszweck
        """,
}
_NEAR, _ANSWERS = 60, 3
_LETTER = r"[^\W\d_ก-๛]"


@cache
def label(kind: ClueKind) -> re.Pattern[str]:
    """Return what finds the labels of a kind."""
    return labelled(LABELS[kind])


def labelled(words: str) -> re.Pattern[str]:
    """Return what finds one of these words, which may stand on several lines; never inside one."""
    joined = re.sub(r"\s*\n\s*", "", words)
    return re.compile(rf"(?<!{_LETTER})(?<!-)(?:{joined})(?!{_LETTER})", re.IGNORECASE)


def answers(
    page: Page, kind: ClueKind, value: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what answers the labels of a kind, and how sure it is: beside a label or under it."""
    for found in label(kind).finditer(page.text):
        yield from _answer(page, found.end(), value)


def _answer(page: Page, begin: int, value: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    ends = page.text.find("\n", begin)
    line_end = ends if ends >= 0 else len(page.text)
    beside = value.search(page.text, begin, min(line_end, begin + _NEAR))
    if beside:
        yield beside, SURE
        return
    under = value.search(page.text, line_end, min(len(page.text), line_end + _NEAR * _ANSWERS))
    if under and page.text.count("\n", line_end, under.start()) <= _ANSWERS:
        yield under, LIKELY
