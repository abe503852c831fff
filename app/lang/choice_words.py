"""Choices in words: what a choice in a record is called where no form is around it."""

from __future__ import annotations

from collections.abc import Mapping

from app.lang.terms import TERMS
from app.lang.texts import Say, mark

CHOICES: Mapping[str, str] = {
    "accrued": mark("accrued"),
    "advance": mark("in advance"),
    "arrears": mark("in arrears"),
    "asset": mark("asset"),
    "assigned": mark("assigned"),
    "check": mark("to be checked"),
    "code": mark("Product code"),
    "counting": mark("being counted"),
    "daily": mark("daily"),
    "disposed": mark("destroyed"),
    "everyone": mark("everybody"),
    "fifo": mark("first in, first out"),
    "filed": mark("put away in the file"),
    "full": mark("of everything"),
    "hand-over": mark("handed over"),
    "in": mark("incoming"),
    "inbox": mark("in the inbox"),
    "letter-in": mark("incoming letter"),
    "letter-out": mark("outgoing letter"),
    "liability": mark("liability"),
    "loss": mark("loss"),
    "mileage": mark("mileage"),
    "ok": mark("good"),
    "open": mark("not closed yet"),
    "out": mark("outgoing"),
    "pay": mark("to be paid"),
    "per-diem": mark("daily allowance"),
    "picking": mark("being picked"),
    "position": mark("Number of the line"),
    "post": mark("by post"),
    "prepared": mark("prepared"),
    "proposed": mark("proposed"),
    "quarantined": mark("quarantined"),
    "queued": mark("waiting to be sent"),
    "registered": mark("registered"),
    "review": mark("looked at again"),
    "shipment": mark("sent goods"),
    "six-days": mark("six days a week"),
    "statement": mark("Statement of account"),
    "submitted": mark("handed in"),
    "tax": mark("Tax rate"),
    "time": mark("hours of work"),
    "under-way": mark("under way"),
    "whole": mark("the whole day"),
    "work": mark("hours of work"),
    "working": mark("working days"),
    "waiting": mark("waiting"),
    "withdrawn": mark("withdrawn"),
    "billing": mark("for invoices"),
}
"""Choices that are not called by their own name; others are told by that."""


def choice_text(told: str, say: Say) -> str:
    """Return a choice in words."""
    known = CHOICES.get(told) or TERMS.get(told)
    return say(known or told.replace("-", " ").replace("_", " ").capitalize())
