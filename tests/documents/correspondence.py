"""Letters to test with: short ones and long ones, in every layout and four languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from app.documents.letter_layouts import LETTER_LAYOUTS
from app.documents.letters import LetterPaper, describe
from app.documents.model import Document
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.correspondence.body import (
    Align,
    Block,
    Body,
    Cell,
    Item,
    Listing,
    ListKind,
    Marks,
    Paragraph,
    Style,
    Table,
    Words,
)
from app.domain.correspondence.letter import Addressee, Channel, Outgoing, OutgoingState, Signatory
from app.domain.shared.ids import LetterId, SignatoryId, ThreadId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents import papers

BOLD, ITALIC, UNDERLINED = Marks(is_bold=True), Marks(is_italic=True), Marks(is_underlined=True)


LAYOUTS = LETTER_LAYOUTS


def text(*parts: str | Words, **more: Any) -> Paragraph:
    """Return a paragraph of plain words and marked ones."""
    return Paragraph(
        tuple(Words(part) if isinstance(part, str) else part for part in parts), **more
    )


def items(*texts: str | tuple[int, str], kind: ListKind = ListKind.BULLET) -> Listing:
    """Return a listing; an item with a number stands at that level."""
    pairs = [(0, one) if isinstance(one, str) else one for one in texts]
    return Listing(tuple(Item((Words(said),), level) for level, said in pairs), kind)


def table(head: Iterable[str], *rows: Iterable[str], weights: tuple[int, ...] = ()) -> Table:
    """Return a table whose last column keeps to the right."""
    return Table(tuple(_cells(tuple(row)) for row in (head, *rows)), weights)


def _cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(
        Cell((Words(said),), Align.RIGHT if at and at == len(row) - 1 else Align.LEFT)
        for at, said in enumerate(row)
    )


FINNISH = (
    text("Hyvä Maija Meikäläinen,"),
    text(
        "kiitos viestistänne 14.11.2026. Olemme pahoillamme, että ",
        Words("Penkki Koivu 120", BOLD),
        " ei ehtinyt perille ajoissa. Viivästys johtui kuljetusliikkeen lajittelukeskuksen"
        " häiriöstä, jonka vuoksi lähetys jäi kolmeksi päiväksi Tampereelle.",
    ),
    text("Näin korjaamme asian", style=Style.HEADING),
    text("Uusi toimitusaika on ", Words("keskiviikko 25.11.2026", UNDERLINED), " klo 8–12."),
    items(
        "hyvitämme toimituskulut (12,50 €) seuraavassa laskussa",
        "kuljettaja soittaa tuntia ennen saapumista ja kantaa penkit sisälle asti, myös silloin kun"
        " hissi ei ole käytössä",
        "vanhat penkit voi palauttaa samalla kyydillä.",
    ),
    table(
        ("Tuote", "Määrä", "Toimitus"),
        ("Penkki Koivu 120", "4 kpl", "25.11.2026"),
        ("Penkki, mänty, 120 cm", "2 kpl", "25.11.2026"),
    ),
    text(
        "Jos aika ei sovi, vastaattehan tähän kirjeeseen tai soitatte numeroon +358 40 123 4567,"
        " niin sovimme uuden. ",
        Words("Pahoittelemme vaivaa.", ITALIC),
    ),
    text("Ystävällisin terveisin"),
)
GERMAN = (
    text("Sehr geehrte Frau Weiß,"),
    text(
        "vielen Dank für Ihr Schreiben vom 14.11.2026. Wir bedauern, dass die Gartenbank ",
        Words("„Linde“", BOLD),
        " nicht zum vereinbarten Termin bei Ihnen eingetroffen ist. Grund war eine Störung im"
        " Verteilzentrum unseres Spediteurs.",
    ),
    text("Wir schlagen Ihnen vor:"),
    items(
        "Lieferung am 25.11.2026 zwischen 8 und 12 Uhr",
        (1, "die Fahrerin ruft eine Stunde vorher an"),
        (1, "die Aufstellung ist kostenfrei"),
        "Gutschrift der Versandkosten von 12,50 €",
        kind=ListKind.NUMBER,
    ),
    text("Für Rückfragen sind wir gern für Sie da."),
    text("Mit freundlichen Grüßen"),
)
AMERICAN = (
    text("Dear Ms. Harper:"),
    text(
        "Thank you for your letter of November 14. We are sorry that your oak bench did not arrive"
        " on the day we promised. A sorting error at our carrier kept the shipment in Dallas for"
        " three days."
    ),
    text(
        "Your bench will now arrive on ",
        Words("Wednesday, November 25", BOLD),
        ", between 8 a.m. and noon. We have also refunded the shipping charge of $48.00 to your"
        " card. You do not need to do anything.",
    ),
    text("Thank you for your patience."),
    text("Sincerely,"),
)
THAI = (
    text("เรียน ผู้จัดการฝ่ายจัดซื้อ"),
    text(
        "ตามที่บริษัทของท่านได้มีหนังสือสอบถามเรื่องการส่งมอบน้ำดื่มล่าช้านั้น บริษัทฯ ได้ตรวจสอบแล้วพบว่า"
        "ความล่าช้าเกิดจากเหตุขัดข้องของผู้ให้บริการขนส่ง และขออภัยในความไม่สะดวกที่เกิดขึ้นเป็นอย่างยิ่ง"
    ),
    text(
        "บริษัทฯ จะจัดส่งสินค้าใหม่ใน",
        Words("วันพุธที่ 25 พฤศจิกายน 2569", BOLD),
        " ระหว่างเวลา 8.00–12.00 น. โดยไม่คิดค่าขนส่ง และได้แนบใบลดหนี้มาพร้อมหนังสือฉบับนี้แล้ว",
    ),
    text("จึงเรียนมาเพื่อโปรดทราบและขออภัยมา ณ โอกาสนี้"),
    text("ขอแสดงความนับถือ"),
)
RECEIVERS = {
    "fi": Addressee(
        "Kahvila Käki Oy",
        "Maija Meikäläinen",
        Address("Hämeenkatu 5", "", "33200", "Tampere", "", "FI"),
    ),
    "de": Addressee(
        "Café Linde GmbH",
        "Frau Erika Weiß",
        Address("Unter den Linden 12", "", "10117", "Berlin", "", "DE"),
    ),
    "en": Addressee(
        "Corner Café LLC",
        "Ms. June Harper",
        Address("1 Elm Street", "Suite 400", "60601", "Chicago", "IL", "US"),
    ),
    "th": Addressee(
        "ห้างหุ้นส่วนจำกัด กตัญญูการค้า",
        "คุณสมศรี ใจดี",
        Address("12 ซอยสุขุมวิท 21", "แขวงคลองเตยเหนือ", "10110", "เขตวัฒนา", "กรุงเทพมหานคร", "TH"),
    ),
}
SUBJECTS = {
    "fi": "Penkkien toimituksen viivästyminen",
    "de": "Lieferverzug Ihrer Bestellung 4711",
    "en": "Your order 4711 and its late delivery",
    "th": "ขออภัยในการส่งมอบสินค้าล่าช้า",
}
BODIES = {"fi": FINNISH, "de": GERMAN, "en": AMERICAN, "th": THAI}
ENCLOSURES = {
    "fi": ("Hyvityslasku 20260007", "Toimitusehdot"),
    "de": ("Gutschrift 20260007",),
    "en": ("Credit memo 20260007",),
    "th": ("ใบลดหนี้ เลขที่ 20260007 จำนวน 1 ฉบับ", "สำเนาใบส่งของ จำนวน 1 ฉบับ"),
}
COPIES = {
    "fi": ("Seppo Virtanen", "Myynti"),
    "de": ("Vertrieb",),
    "en": ("Sales",),
    "th": ("ฝ่ายขาย",),
}
SIGNATORIES = {
    "fi": Signatory(SignatoryId(1), 1, "Seppo Virtanen", "toimitusjohtaja"),
    "de": Signatory(SignatoryId(1), 1, "Jürgen Müller", "Geschäftsführer"),
    "en": Signatory(SignatoryId(1), 1, "Daniel Oakes", "President"),
    "th": Signatory(SignatoryId(1), 1, "นายวิชัย รุ่งเรือง", "กรรมการผู้จัดการ"),
}
COMPANIES: dict[str, Company] = {
    "fi": papers.FINNISH,
    "de": papers.GERMAN,
    "en": papers.AMERICAN,
    "th": papers.THAI,
}


def a_letter(language: str = "fi", **parts: Any) -> Outgoing:
    """Return an issued letter."""
    made = Outgoing(
        id=LetterId(1),
        version=1,
        state=OutgoingState.ISSUED,
        language=language,
        thread_id=ThreadId(1),
        number="OUT-2026-0042",
        dated_on=date(2026, 11, 22),
        addressee=RECEIVERS[language],
        subject=SUBJECTS[language],
        body=Body(BODIES[language]),
        enclosures=ENCLOSURES[language],
        copies_to=COPIES[language],
        your_reference="MM 14.11.",
        our_reference="SV/42",
        responsible="Anna Aalto",
    )
    return replace(made, **parts)


def a_paper(letter: Outgoing, **parts: Any) -> LetterPaper:
    """Return the paper of a letter of the company that writes its language."""
    company = COMPANIES[letter.language]
    made = LetterPaper(
        letter=letter,
        body=letter.body,
        company=company,
        say=say_in(letter.language),
        formats=formats_in(letter.language, company.country),
        signatory=SIGNATORIES[letter.language],
        answers="IN-2026-0017",
    )
    return replace(made, **parts)


def a_document(language: str = "fi", **parts: Any) -> Document:
    """Return the document of a letter."""
    return describe(a_paper(a_letter(language, **parts)))


def long_body(language: str, times: int) -> Body:
    """Return a body that says the middle of a letter again and again."""
    first, *middle, last = BODIES[language]
    return Body((first, *repeated(middle, times), last))


def repeated(blocks: Iterable[Block], times: int) -> tuple[Block, ...]:
    """Return blocks again and again."""
    return tuple(block for _ in range(times) for block in tuple(blocks))


GOLDEN = {
    "letter-finnish": lambda: a_document("fi"),
    "letter-finnish-long": lambda: a_document("fi", body=long_body("fi", 3)),
    "letter-german": lambda: a_document("de", channel=Channel.REGISTERED),
    "letter-german-form-a": lambda: a_document("de", layout="din5008a"),
    "letter-american": lambda: a_document("en"),
    "letter-thai": lambda: a_document("th"),
    "letter-thai-long": lambda: a_document("th", body=long_body("th", 4)),
}
