"""The fields that a question may name, in every language, and what may be said of them."""

from __future__ import annotations

from enum import Enum

from app.domain.archive.document import DocumentState
from app.domain.archive.spans import AMOUNTS, DAYS, DUE, RECEIVED, SERIALS, Scale
from app.domain.shared.search import folded


class Field(Enum):
    """Where a question looks; ``OWN`` is a field that the office added."""

    ANY = "any"
    TITLE = "title"
    TEXT = "text"
    NOTE = "note"
    SENDER = "from"
    REFERENCE = "ref"
    BINDER = "binder"
    FILE = "file"
    TYPE = "type"
    TAG = "tag"
    STATE = "in"
    IS = "is"
    STAGE = "stage"
    AMOUNT = "amount"
    SERIAL = "asn"
    DAY = "day"
    RECEIVED = "received"
    DUE = "due"
    OWN = "own"


class Being(Enum):
    """What a document may be asked to be (``is:sealed``)."""

    SEALED = "sealed"
    LOCKED = "locked"
    TAGGED = "tagged"
    UNTYPED = "untyped"


SCALES: dict[Field, Scale] = {
    Field.AMOUNT: AMOUNTS,
    Field.SERIAL: SERIALS,
    Field.DAY: DAYS,
    Field.RECEIVED: RECEIVED,
    Field.DUE: DUE,
}
OF_DAYS = frozenset({Field.DAY, Field.RECEIVED, Field.DUE})

_FIELDS = {
    Field.TITLE: ("title", "otsikko", "nimi", "ชื่อ", "หัวข้อ"),
    Field.TEXT: ("text", "content", "teksti", "sisältö", "ข้อความ", "เนื้อหา"),
    Field.NOTE: ("note", "notes", "huomautus", "muistiinpano", "บันทึก", "หมายเหตุ"),
    Field.SENDER: (
        *("from", "to", "sender", "correspondent", "party"),
        *("lähettäjä", "vastaanottaja", "keneltä", "kenelle", "osapuoli"),
        *("จาก", "ถึง", "ผู้ส่ง", "ผู้รับ", "คู่ติดต่อ"),
    ),
    Field.REFERENCE: ("ref", "reference", "viite", "viitenumero", "อ้างอิง", "เลขที่อ้างอิง"),
    Field.BINDER: ("binder", "folder", "mappi", "kansio", "แฟ้ม"),
    Field.FILE: ("file", "name", "tiedosto", "ไฟล์"),
    Field.TYPE: ("type", "kind", "tyyppi", "laji", "ชนิด", "ประเภท"),
    Field.TAG: ("tag", "tags", "label", "tunniste", "tagi", "asiasana", "ป้าย", "แท็ก"),
    Field.STATE: ("in", "state", "missä", "tila", "ใน", "สถานะ"),
    Field.IS: ("is", "on", "เป็น"),
    Field.STAGE: ("stage", "vaihe", "ขั้นตอน", "ขั้น"),
    Field.AMOUNT: ("amount", "sum", "total", "summa", "määrä", "ยอด", "จำนวนเงิน"),
    Field.SERIAL: ("asn", "serial", "arkistonumero", "เลขที่เอกสาร", "เลขแฟ้ม"),
    Field.DAY: (
        *("day", "date", "year", "month", "created"),
        *("päivä", "pvm", "päiväys", "vuosi", "kuukausi"),
        *("วันที่", "ปี", "เดือน"),
    ),
    Field.RECEIVED: ("received", "added", "saapunut", "lisätty", "ได้รับ", "รับเมื่อ"),
    Field.DUE: ("due", "eräpäivä", "määräpäivä", "ครบกำหนด"),
}
_STATES = {
    DocumentState.INBOX: ("inbox", "saapuneet", "กล่องเข้า", "กล่องขาเข้า"),
    DocumentState.FILED: ("file", "filed", "archive", "arkisto", "arkistoitu", "คลัง", "จัดเก็บแล้ว"),
    DocumentState.TRASHED: ("trash", "bin", "roskakori", "roskat", "ถังขยะ"),
}
_BEINGS = {
    Being.SEALED: ("sealed", "sinetöity", "ผนึก", "ผนึกแล้ว"),
    Being.LOCKED: ("locked", "lukittu", "ล็อก"),
    Being.TAGGED: ("tagged", "merkitty", "มีป้าย"),
    Being.UNTYPED: ("untyped", "tyypitön", "ไม่มีชนิด"),
}
FIELDS = {folded(name): field for field, names in _FIELDS.items() for name in names}
STATES = {folded(name): state for state, names in _STATES.items() for name in names}
BEINGS = {folded(name): being for being, names in _BEINGS.items() for name in names}


def plain_name(name: str) -> str:
    """Return a name as it is written before a colon: folded, in one word."""
    return "-".join(folded(name).split())
