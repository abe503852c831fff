"""The words of people and their contracts, in the window and on paper, by what they are kept as."""

from __future__ import annotations

from app.lang.texts import mark

STANDINGS = {
    "employed": mark("Employed"),
    "coming": mark("Coming"),
    "left": mark("Has left"),
}
LEAVINGS = {
    "resigned": mark("Resigned"),
    "dismissed": mark("Dismissed"),
    "term-ended": mark("The term ended"),
    "probation": mark("During the probation"),
    "retired": mark("Retired"),
    "agreed": mark("By agreement"),
    "died": mark("Died"),
}
CONTRACTS = {
    "permanent": mark("Permanent"),
    "fixed-term": mark("Fixed term"),
    "on-call": mark("On call"),
    "apprentice": mark("Apprentice"),
}
STATES = {
    "draft": mark("Draft"),
    "signed": mark("Signed"),
    "replaced": mark("Replaced"),
    "ended": mark("Ended"),
    "discarded": mark("Discarded"),
}
BASES = {
    "month": mark("a month"),
    "hour": mark("an hour"),
    "day": mark("a day"),
    "week": mark("a week"),
}
FIELDS = {
    "name": mark("Name"),
    "called": mark("Called"),
    "title": mark("Form of address"),
    "position": mark("Position"),
    "department": mark("Department"),
    "manager": mark("Manager"),
    "workplace": mark("Workplace"),
    "work_email": mark("Work e-mail"),
    "work_phone": mark("Work phone"),
    "language": mark("Language of papers"),
    "photo": mark("Photo"),
    "private": mark("Private facts"),
}
"""The facts of a person that a change can change."""
