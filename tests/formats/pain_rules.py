"""The rules that a pain.001.001.09 of SEPA keeps, as its schema and EPC132-08 (2023) say them.

Each part names the parts that it may hold, in their order; a star marks those that it must hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

PARTY = ("Nm*", "PstlAdr", "Id")
AGENT = ("FinInstnId*",)
ACCOUNT = ("Id*", "Ccy", "Prxy")
PARTS: dict[str, tuple[str, ...]] = {
    "Document": ("CstmrCdtTrfInitn*",),
    "CstmrCdtTrfInitn": ("GrpHdr*", "PmtInf*"),
    "GrpHdr": ("MsgId*", "CreDtTm*", "NbOfTxs*", "CtrlSum*", "InitgPty*"),
    "InitgPty": ("Nm", "Id"),
    "PmtInf": (
        *("PmtInfId*", "PmtMtd*", "BtchBookg", "NbOfTxs*", "CtrlSum*", "PmtTpInf", "ReqdExctnDt*"),
        *("Dbtr*", "DbtrAcct*", "DbtrAgt*", "UltmtDbtr", "ChrgBr", "CdtTrfTxInf*"),
    ),
    "PmtTpInf": ("InstrPrty", "SvcLvl", "LclInstrm", "CtgyPurp"),
    "SvcLvl": ("Cd*",),
    "CtgyPurp": ("Cd*",),
    "ReqdExctnDt": ("Dt*",),
    "Dbtr": PARTY,
    "Cdtr": PARTY,
    "DbtrAcct": ACCOUNT,
    "CdtrAcct": ACCOUNT,
    "DbtrAgt": AGENT,
    "CdtrAgt": AGENT,
    "FinInstnId": ("BICFI", "Othr"),
    "Othr": ("Id*",),
    "CdtTrfTxInf": (
        *("PmtId*", "PmtTpInf", "Amt*", "ChrgBr", "UltmtDbtr", "CdtrAgt", "Cdtr*", "CdtrAcct*"),
        *("UltmtCdtr", "Purp", "RmtInf"),
    ),
    "PmtId": ("InstrId", "EndToEndId*"),
    "Amt": ("InstdAmt*",),
    "RmtInf": ("Ustrd", "Strd"),
}
TEXT_35 = re.compile(r".{1,35}", re.DOTALL)
LEAVES = {
    "MsgId": TEXT_35,
    "PmtInfId": TEXT_35,
    "InstrId": TEXT_35,
    "EndToEndId": TEXT_35,
    "CreDtTm": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    "NbOfTxs": re.compile(r"[0-9]{1,15}"),
    "CtrlSum": re.compile(r"[0-9]{1,15}\.[0-9]{2}"),
    "PmtMtd": re.compile("TRF"),
    "BtchBookg": re.compile("true|false"),
    "Cd": re.compile("[A-Z]{1,4}"),
    "Dt": re.compile(r"\d{4}-\d\d-\d\d"),
    "Nm": re.compile(".{1,70}", re.DOTALL),
    "IBAN": re.compile("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}"),
    "BICFI": re.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"),
    "ChrgBr": re.compile("SLEV"),
    "InstdAmt": re.compile(r"(0\.(0[1-9]|[1-9][0-9])|[1-9][0-9]{0,8}\.[0-9]{2})"),
    "Ustrd": re.compile(".{1,140}", re.DOTALL),
    "Id": TEXT_35,
}
SEPA = re.compile(r"[a-zA-Z0-9/\-?:().,'+ åäöÅÄÖ]*")


def broken(content: bytes) -> list[str]:
    """Return every rule that a file breaks."""
    return list(_broken(etree.fromstring(content)))


def _broken(part: etree._Element) -> Iterator[str]:
    name = etree.QName(part).localname
    if not len(part):
        yield from _leaf(name, part)
        return
    inside = [etree.QName(one).localname for one in part]
    known = ("IBAN*",) if name == "Id" else PARTS.get(name, ())
    names = [one.rstrip("*") for one in known]
    places = [names.index(one) for one in inside if one in names]
    if strange := set(inside) - set(names):
        yield f"{name} holds {sorted(strange)}"
    if places != sorted(places):
        yield f"{name} is out of order: {inside}"
    if lacks := {one.rstrip("*") for one in known if one.endswith("*")} - set(inside):
        yield f"{name} lacks {sorted(lacks)}"
    for one in part:
        yield from _broken(one)


def _leaf(name: str, part: etree._Element) -> Iterator[str]:
    text = part.text or ""
    rule = LEAVES.get(name)
    if rule is None or not rule.fullmatch(text):
        yield f"{name} says {text!r}"
    if name in {"Nm", "Ustrd"} and not SEPA.fullmatch(text):
        yield f"{name} has letters that no bank has to take: {text!r}"
    if name == "InstdAmt" and part.get("Ccy") != "EUR":
        yield f"{name} is in {part.get('Ccy')!r}"
