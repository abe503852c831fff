"""What kind of paper a text is: by its heading, in five languages, as the code of our types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.archive.clues.clue import GUESSED, LIKELY, SURE, Clue, ClueKind, Page
from app.domain.archive.clues.marks import BETWEEN

WORDS = {
    "personnel": "työsopimus|palkkalaskelma|palkkatodistus|payslip|employment contract|สลิปเงินเดือน"
    "|lohnabrechnung|arbeitsvertrag|anställningsavtal|lönebesked",
    "bank-statement": "tiliote|kontoutdrag|bank statement|account statement|statement of account"
    "|รายการเดินบัญชี|kontoauszug",
    "financial-statement": "tilinpäätös|bokslut|financial statements?|งบการเงิน|jahresabschluss",
    "minutes": "pöytäkirja|minutes of|รายงานการประชุม|sitzungsprotokoll",
    "insurance": "vakuutuskirja|vakuutustodistus|försäkringsbrev|insurance policy|certificate of "
    "insurance|กรมธรรม์|versicherungsschein",
    "tax": "verotuspäätös|veroilmoitus|ennakkoverolippu|skattebeslut|tax assessment|tax return"
    "|ภ\\.ง\\.ด\\.|steuerbescheid",
    "receipt": "kuitti|ostokuitti|kassakuitti|kvitto|(?:sales |official )?receipt|ใบเสร็จรับเงิน"
    "|quittung|kassenbon|kassenbeleg",
    "bill": "maksumuistutus|hyvityslasku|betalningspåminnelse|payment reminder|credit note|mahnung"
    "|lasku|faktura|(?:tax )?invoice|ใบแจ้งหนี้|ใบแจ้งค่าไฟฟ้า|ใบแจ้งค่าน้ำ|ใบแจ้งค่าบริการ|ใบกำกับภาษี"
    "|ใบเตือน|rechnung|bill",
    "contract": "sopimus|avtal|contract|agreement|lease|สัญญา|vertrag",
    "offer": "tarjous|offert|quotation|quote|offer|ใบเสนอราคา|angebot|kostenvoranschlag",
}
_COMPOUNDS = "lasku|faktura|rechnung|sopimus|avtal|vertrag|tarjous|kuitti"
_HEADING_LINES, _HEADING = 20, 48
_LETTER = r"[^\W\d_ก-๛]"
_PATTERNS = {
    code: re.compile(rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})", re.IGNORECASE)
    for code, words in WORDS.items()
}
_COMPOUND = {
    code: re.compile(rf"(?<!{_LETTER}){_LETTER}{{3,30}}(?:{tails})(?!{_LETTER})", re.IGNORECASE)
    for code, words in WORDS.items()
    if (tails := "|".join(part for part in _COMPOUNDS.split("|") if part in words.split("|")))
}


def papers_in(page: Page) -> Iterator[Clue]:
    """Yield which kinds of paper the first page may be; a line of its own says it best."""
    if page.number > 0:
        return
    at = 0
    for place, line in enumerate(page.text.split("\n")):
        for part in BETWEEN.split(line) if place < _HEADING_LINES else (line,):
            begins = at + line.index(part)
            for code, found in _kinds(part):
                span = (begins + found.start(), begins + found.end())
                yield page.clue(ClueKind.PAPER, code, span, _sureness(part, found, place))
        at += len(line) + 1


def _kinds(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    for code, pattern in _PATTERNS.items():
        found = pattern.search(line)
        if not found and code in _COMPOUND:
            found = _COMPOUND[code].search(line)
        if found:
            yield code, found


def _sureness(line: str, found: re.Match[str], place: int) -> int:
    """Weigh a word: alone on a line near the top it is a heading, in a sentence hardly anything."""
    bare = line.strip(" -–—:*#")
    if place >= _HEADING_LINES:
        return GUESSED - 20
    if len(bare) <= found.end() - found.start() + 2:
        return SURE + 2
    is_head = len(bare) <= _HEADING and line.strip().startswith(found[0])
    if is_head:
        return LIKELY + 5 if not re.match(r"\s*[:.]", line[found.end() :]) else LIKELY - 15
    return GUESSED if len(bare) <= _HEADING else GUESSED - 15
