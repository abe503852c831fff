"""Reasons: why something is suggested for a document, in the words of its reader."""

from __future__ import annotations

from collections.abc import Mapping

from app.lang.texts import Say, mark

REASONS: Mapping[str, str] = {
    "found": mark("It says “{text}” on page {page}"),
    "words": mark("The words {words}"),
    "paper": mark("The heading “{text}”"),
    "contact.identifier": mark("The contact has the number {text}"),
    "contact.account": mark("The contact has the account {text}"),
    "contact.email": mark("The contact has the address {text}"),
    "contact.phone": mark("The contact has the telephone {text}"),
    "contact.domain": mark("The contact's mail comes from {text}"),
    "contact.name": mark("The name {text} stands at the top"),
}
MARKS: Mapping[str, str] = {
    "mark": mark("{text} stands on others of this sender, too"),
    "name": mark("“{text}” stands on others of this sender, too"),
}
_LONGEST = 60


def reason(code: str, facts: Mapping[str, str], say: Say) -> str:
    """Return a reason as a sentence; one that has no sentence is named and never hidden."""
    told = {name: _short(value) for name, value in facts.items()}
    count = int(facts.get("count") or 0)
    match code:
        case "sender":
            return say.many("Same sender as {n} other", "Same sender as {n} others", count)
        case "amount":
            return say.many("Same amount as {n} other", "Same amount as {n} others", count)
        case "title":
            return say.many("Named like {n} other", "Named like {n} others", count)
    text = REASONS.get(code) or MARKS.get(code)
    return say(text, **told) if text else code


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
