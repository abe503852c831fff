"""Effects: what becomes of a record says whether a second pair of eyes may be asked for it.

So no use case is forgotten, whichever command it is and however many records it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from app.domain.admin.approvals import Difference, Need, hashed
from app.domain.admin.users import SecondPair
from app.storage.deeds import Change

Side: TypeAlias = Mapping[str, Any]
Effect: TypeAlias = Callable[[Side, Side | None], bool]


def needs_of(change: Change) -> Iterator[Need]:
    """Yield for what a second pair may be asked as this becomes of a record."""
    effects = EFFECTS.get(change.record.partition(":")[0], ())
    for what, effect in effects if isinstance(change.before, dict) else ():
        if effect(change.before, change.after):
            yield Need(
                what,
                change.record,
                name_of_record(change.before),
                hashed(change.before),
                differences=_differences(what, change),
            )


def name_of_record(side: Side) -> str:
    """Return what people call a record."""
    found = (side.get(one) for one in ("number", "name", "title", "code"))
    names = [side.get("name"), *found]
    return str(next((one for one in names if isinstance(one, str) and one), ""))


def accounts_text(accounts: object) -> str:
    """Return bank accounts as a second pair compares them."""
    lines = accounts if isinstance(accounts, list) else []
    texts = (" ".join(filter(None, (one.get("iban"), one.get("bic")))) for one in lines)
    return "\n".join(texts)


def _differences(what: SecondPair, change: Change) -> tuple[Difference, ...]:
    if what is not SecondPair.BANK_DETAILS:
        return ()
    sides = (change.before, change.after or {})
    before, after = (accounts_text(side.get("accounts")) for side in sides)
    return (Difference("accounts", before, after),)


def _is_swapped(before: Side, after: Side | None) -> bool:
    """Say whether money would go to an account that was not there before."""
    known = before.get("accounts") or []
    return after is not None and any(one not in known for one in after.get("accounts") or [])


def _is_removed(_before: Side, after: Side | None) -> bool:
    return after is None


def _is_put_away(before: Side, after: Side | None) -> bool:
    return after is None or bool(after.get("is_archived") and not before.get("is_archived"))


def _is_credited(before: Side, after: Side | None) -> bool:
    is_credit = after is not None and after.get("kind") == "credit-note"
    return is_credit and _from_to(("draft",), "issued")(before, after)


def _is_undone(before: Side, after: Side | None) -> bool:
    return after is not None and not before.get("undone_on") and bool(after.get("undone_on"))


def _is_left_to_one(before: Side, after: Side | None) -> bool:
    is_four_eyes = after is not None and after.get("is_four_eyes")
    return bool(before.get("is_four_eyes")) and not is_four_eyes


def _from_to(froms: tuple[str, ...], to: str) -> Effect:
    def moved(before: Side, after: Side | None) -> bool:
        return after is not None and before.get("state") in froms and after.get("state") == to

    return moved


DELETE, CANCEL, BANK = SecondPair.DELETE, SecondPair.CANCEL, SecondPair.BANK_DETAILS

EFFECTS: dict[str, tuple[tuple[SecondPair, Effect], ...]] = {
    "contact": ((BANK, _is_swapped), (DELETE, _is_put_away)),
    "company": ((BANK, _is_swapped),),
    "product": ((DELETE, _is_put_away),),
    "account": ((DELETE, _is_removed),),
    "document": ((DELETE, _from_to(("inbox", "filed"), "trashed")),),
    "disposal_rules": ((DELETE, _is_left_to_one),),
    "note": ((DELETE, _is_removed),),
    "billable": ((DELETE, _is_removed),),
    "invoice": ((CANCEL, _is_credited),),
    "payment": ((CANCEL, _from_to(("recorded",), "reversed")),),
    "allocation": ((CANCEL, _is_undone),),
    "order": ((CANCEL, _from_to(("confirmed",), "cancelled")),),
    "delivery": ((CANCEL, _from_to(("shipped", "delivered"), "cancelled")),),
    "letter-out": ((CANCEL, _from_to(("issued", "sent", "filed"), "voided")),),
    "withholding_certificate": ((CANCEL, _from_to(("valid",), "voided")),),
}
"""By the kind of record: which pair, and what has to become of it."""
