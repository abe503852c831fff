"""Mail of an office for tests and benches: bills, contracts and letters of sixty senders.

Every sender has a name, marks and a house style of its own; its papers differ in their figures,
days and lines. Some arrive as scans: letters misread, the footer with the marks lost.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.shared.check_digits import business_id, mod_97, thai
from app.domain.shared.references import viitenumero
from app.lang.formats import formats_in

FIRST_DAY = date(2024, 1, 2)


@dataclass(frozen=True, slots=True)
class Trade:
    """What a sender deals in: the words of its papers, and how an office files them."""

    words: tuple[str, ...]
    tag: str
    binder: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody who sends papers; ``kinds`` are their types, the commonest first."""

    number: int
    language: str
    name: str
    iban: str
    identifier: str
    domain: str
    phone: str
    trade: Trade
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with what a clerk files it as."""

    sender: Sender
    kind: str
    file_name: str
    text: str
    day: date
    due: date | None
    minor: int
    reference: str
    is_scan: bool = False


def _trade(tag: str, binder: str, words: str) -> Trade:
    return Trade(tuple(words.split(",")), tag, binder)


TRADES = {
    "fi": (
        _trade("energia", "A1", "Sähköenergia,siirtomaksu,kWh,perusmaksu,sähkövero"),
        _trade("puhelin", "A1", "Liittymä,kuukausimaksu,datapaketti,puhelut,laajakaista"),
        _trade("tavarat", "B2", "Pakkauspahvi,teippi,lava,rahti,toimituslava"),
        _trade("kahvi", "B2", "Kahvi,papu,paahto,espresso,toimitusmaksu"),
        _trade("vakuutus", "C3", "Vakuutusmaksu,omavastuu,vakuutuskausi,turva,korvaus"),
        _trade("vuokra", "C3", "Vuokra,toimitila,neliö,lämmitys,vesimaksu"),
        _trade("autot", "D4", "Huolto,öljynvaihto,renkaat,katsastus,polttoaine"),
    ),
    "th": (
        _trade("ไฟฟ้า", "T1", "ค่าไฟฟ้า,หน่วยไฟฟ้า,ค่าบริการรายเดือน,มิเตอร์,ค่าเอฟที"),
        _trade("อินเทอร์เน็ต", "T1", "ค่าอินเทอร์เน็ต,แพ็กเกจ,ความเร็ว,เราเตอร์,ค่าเช่าอุปกรณ์"),
        _trade("สินค้า", "T2", "กล่องกระดาษ,ค่าขนส่ง,เทปกาว,พาเลท,ค่าจัดส่ง"),
        _trade("กาแฟ", "T2", "เมล็ดกาแฟ,คั่วกลาง,ถุงกระดาษ,น้ำเชื่อม,ส่งด่วน"),
        _trade("ค่าเช่า", "T3", "ค่าเช่าสำนักงาน,ค่าส่วนกลาง,ค่าน้ำ,ที่จอดรถ,เงินประกัน"),
    ),
    "en": (
        _trade("software", "E1", "Subscription,licence,seats,hosting,support plan"),
        _trade("freight", "E2", "Freight,customs,container,pallet,handling"),
        _trade("advice", "E3", "Consulting,hours,workshop,travel,review"),
        _trade("goods", "E2", "Ceramic cups,cartons,labels,packing,samples"),
        _trade("insurance", "E3", "Premium,liability,cover,excess,renewal"),
    ),
}
_HEADINGS = {
    ("fi", "bill"): ("LASKU", "Lasku", "LASKU / FAKTURA"),
    ("fi", "receipt"): ("KUITTI", "Ostokuitti"),
    ("fi", "contract"): ("SOPIMUS", "PALVELUSOPIMUS", "Toimitussopimus"),
    ("fi", "letter"): ("Tiedote asiakkaalle", "Hyvä asiakkaamme", "Hinnaston muutos"),
    ("th", "bill"): ("ใบแจ้งหนี้", "ใบกำกับภาษี", "ใบแจ้งหนี้ / ใบกำกับภาษี"),
    ("th", "receipt"): ("ใบเสร็จรับเงิน", "ใบเสร็จรับเงิน / ใบกำกับภาษี"),
    ("th", "contract"): ("สัญญาบริการ", "สัญญาเช่า"),
    ("th", "letter"): ("เรียน ท่านลูกค้า", "แจ้งเปลี่ยนแปลงราคา"),
    ("en", "bill"): ("INVOICE", "Tax invoice", "Invoice"),
    ("en", "receipt"): ("RECEIPT", "Sales receipt"),
    ("en", "contract"): ("AGREEMENT", "Service agreement"),
    ("en", "letter"): ("Dear customer", "Notice of new prices"),
}
_BODY = {
    ("fi", "contract"): "Osapuolet sopivat toimituksesta. Sopimus on voimassa toistaiseksi ja sen "
    "irtisanomisaika on kolme kuukautta. Allekirjoitettu",
    ("fi", "letter"): "Ilmoitamme, että palvelumme ehdot muuttuvat. Ystävällisin terveisin",
    ("th", "contract"): "คู่สัญญาตกลงกันดังนี้ สัญญามีผลบังคับใช้จนกว่าจะบอกเลิก ลงนามวันที่",
    ("th", "letter"): "บริษัทขอแจ้งให้ท่านทราบถึงการเปลี่ยนแปลง ขอแสดงความนับถือ",
    ("en", "contract"): "The parties agree as follows. This agreement runs until terminated with "
    "three months notice. Signed on",
    ("en", "letter"): "We would like to inform you that our terms change. Yours sincerely",
}
_SAID = {
    "fi": ("Päiväys", "Eräpäivä", "Yhteensä ilman ALV", "Maksettava yhteensä", "Laskun numero"),
    "th": ("วันที่", "วันครบกำหนดชำระ", "รวมเงินก่อนภาษี", "จำนวนเงินรวมทั้งสิ้น", "เลขที่เอกสาร"),
    "en": ("Invoice date", "Due date", "Subtotal", "Total due", "Invoice no"),
}
_NAMES = {
    "fi": ("Aallon", "Kivelän", "Rannan", "Mäkelän", "Koivun", "Lahden", "Salon", "Niemen"),
    "th": ("สยาม", "รุ่งเรือง", "เจริญชัย", "ไทยทวี", "มั่นคง", "พรทิพย์", "เมืองทอง", "ศรีนคร"),
    "en": (
        "Northgate",
        "Harbour",
        "Bluestone",
        "Ashworth",
        "Kingsley",
        "Redwood",
        "Merton",
        "Vale",
    ),
}
_ENDS = {
    "fi": ("Energia Oy", "Tele Oyj", "Tukku Oy", "Paahtimo Ky", "Turva Oy", "Kiinteistöt Oy"),
    "th": ("การไฟฟ้า จำกัด", "เทเลคอม จำกัด", "ขนส่ง จำกัด", "คอฟฟี่ จำกัด", "พร็อพเพอร์ตี้ จำกัด"),
    "en": ("Software Ltd", "Freight Inc", "Partners LLP", "Trading Ltd", "Insurance Plc"),
}
_DOMAINS = {"fi": "fi", "th": "co.th", "en": "example.com"}


def senders(count: int = 60, seed: int = 1) -> tuple[Sender, ...]:
    """Return senders in turn Finnish, Thai and English; two often share a trade."""
    chance = random.Random(seed)  # noqa: S311  made-up mail
    return tuple(_sender(number, chance) for number in range(count))


def _sender(number: int, chance: random.Random) -> Sender:
    language = ("fi", "th", "en")[number % 3]
    place = number // 3
    names, ends = _NAMES[language], _ENDS[language]
    name = f"{names[place % len(names)]} {ends[(place + place // len(names)) % len(ends)]}"
    trade = TRADES[language][place % len(TRADES[language])]
    kinds = (
        ("bill",) * 6 + (("receipt",) if number % 4 == 0 else ("bill",)) + ("contract", "letter")
    )
    return Sender(
        number,
        language,
        f"{name} {place}" if place >= len(names) * len(ends) else name,
        _iban(chance) if language == "fi" else "",
        _identifier(language, chance),
        f"sender{number}.{_DOMAINS[language]}",
        f"+{ {'fi': 358, 'th': 66, 'en': 44}[language] } {chance.randrange(10**8, 10**9)}",
        trade,
        kinds,
    )


def _iban(chance: random.Random) -> str:
    account = f"{chance.randrange(10**14):014}"
    return f"FI{mod_97(account + 'FI')}{account}"


def _identifier(language: str, chance: random.Random) -> str:
    if language == "th":
        base = f"0{chance.randrange(10**11):011}"
        return base + (thai(base) or "0")
    while language == "fi":
        base = f"{chance.randrange(1_000_000, 4_000_000)}"
        if (digit := business_id(base)) is not None:
            return f"{base}-{digit}"
    return ""


def papers(count: int = 2000, seed: int = 1, among: tuple[Sender, ...] = ()) -> Iterator[Paper]:
    """Yield papers of senders as they come in, day after day; one in eight is a poor scan."""
    chance = random.Random(seed)  # noqa: S311  made-up mail
    known = among or senders(seed=seed)
    for number in range(count):
        sender = chance.choice(known)
        day = FIRST_DAY + timedelta(days=number // 3)
        paper = _paper(sender, chance.choice(sender.kinds), day, chance)
        yield _scanned(paper, chance) if chance.random() < 0.125 else paper


def _paper(sender: Sender, kind: str, day: date, chance: random.Random) -> Paper:
    number = chance.randrange(10_000, 10_000_000)
    is_billed = kind in ("bill", "receipt")
    minor = chance.randrange(1_000, 500_000) if is_billed else 0
    due = day + timedelta(days=14) if kind == "bill" else None
    reference = viitenumero(str(number)) if sender.language == "fi" and kind == "bill" else ""
    bare = Paper(sender, kind, f"{kind}{number}.pdf", "", day, due, minor, reference)
    lines = [sender.name, chance.choice(_HEADINGS[sender.language, kind]), *_head(bare, number)]
    lines += [*(_lines(bare, chance) if is_billed else _letter(bare, chance)), *_foot(sender)]
    return replace(bare, text="\n".join(lines))


def _head(paper: Paper, number: int) -> list[str]:
    formats = formats_in(paper.sender.language)
    day, due, _net, _total, numbered = _SAID[paper.sender.language]
    if paper.kind in ("contract", "letter"):
        return [formats.day(paper.day)]
    found = [f"{day}: {formats.day(paper.day)}", f"{numbered} {number}"]
    return [*found, f"{due} {formats.day(paper.due)}"] if paper.due else found


def _lines(paper: Paper, chance: random.Random) -> list[str]:
    language = paper.sender.language
    formats, currency = formats_in(language), {"fi": "EUR", "th": "THB", "en": "GBP"}[language]
    _day, _due, net, total, _number = _SAID[language]
    words = chance.sample(paper.sender.trade.words, 3)
    found = [f"{word}   {chance.randrange(1, 90)}   {chance.randrange(1, 90)},50" for word in words]
    found.append(f"{net} {formats.money(paper.minor * 4 // 5, currency)}")
    found.append(f"{total} {formats.money(paper.minor, currency)}")
    return [*found, f"Viitenumero {paper.reference}"] if paper.reference else found


def _letter(paper: Paper, chance: random.Random) -> list[str]:
    words = ", ".join(chance.sample(paper.sender.trade.words, 2))
    return [words, _BODY[paper.sender.language, paper.kind]]


def _foot(sender: Sender) -> list[str]:
    told = {"fi": "Y-tunnus", "th": "เลขประจำตัวผู้เสียภาษี", "en": "Registered"}[sender.language]
    found = [f"{told} {sender.identifier}"] if sender.identifier else []
    if sender.iban:
        found.append(f"IBAN {sender.iban}")
    return [*found, f"info@{sender.domain}   Tel. {sender.phone}"]


def _scanned(paper: Paper, chance: random.Random) -> Paper:
    """Return a paper as a poor scanner sees it: the footer is lost, some letters are others."""
    lines = paper.text.split("\n")[:-2]
    text = "".join(
        chance.choice("oilcae") if char.isalpha() and chance.random() < 0.02 else char
        for char in "\n".join(lines)
    )
    return replace(paper, text=text, file_name=f"scan{chance.randrange(9999):04}.pdf", is_scan=True)
