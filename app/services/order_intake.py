"""Intake of orders: files of customers and shops are looked at, previewed, and become drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.orders.checks import REFERENCE_USED
from app.domain.orders.findable import KIND
from app.domain.orders.order import Order, OrderState
from app.domain.orders.proposal import KNOWN_BEFORE, REPEATED, USUAL, Choices, Proposal
from app.domain.shared.ids import ContactId, ImportId, OrderId, new_id
from app.domain.shared.imports import (
    AlreadyTakenBack,
    ImportKind,
    ImportRun,
    Look,
    Plan,
    Source,
    UsedSince,
)
from app.domain.shared.refusals import NotFound, Refusal
from app.services.contact_intake import ContactIntake
from app.services.intake import Candidate
from app.services.office import Desk
from app.services.order_matching import Match, OrderMatching
from app.services.order_sources import OrderSources
from app.services.ordering import FORM, Ordering
from app.services.permissions import Permission, command, query
from app.services.table_sources import name_of
from app.storage.imports import Item

STEP = 20
MOST_ORDERS = 20_000
_CUSTOMER = "customer"


class TooManyOrders(Refusal):
    """There are more orders in the files than are taken in in one go."""

    code = "orders.intake-too-many"


class NothingChosen(Refusal):
    """None of the orders that were chosen can be taken in."""

    code = "orders.intake-nothing-chosen"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was taken in: the run that undo takes back, the drafts, and the new customers."""

    run: ImportRun
    orders: tuple[OrderId, ...]
    customers: tuple[ContactId, ...]


@query(Permission.OFFICE_IMPORT)
def look(desk: Desk, sources: tuple[Source, ...], pasted: bytes = b"") -> tuple[Look, ...]:
    """Return the head of each table of orders and a plan for it; XML needs no columns."""
    reading = OrderSources(desk)
    return tuple(reading.look(one, pasted) for one in sources)


@query(Permission.OFFICE_IMPORT)
def preview(
    desk: Desk, plans: tuple[Plan, ...], pasted: bytes = b"", choices: Choices = USUAL
) -> tuple[Proposal, ...]:
    """Return the orders that files ask for, with all problems; nothing is written.

    Raises NotTheSameFile, TooManyOrders.
    """
    return tuple(one.proposal for one in _matches(desk, plans, pasted, choices))


@command(Permission.OFFICE_IMPORT)
def accept(
    desk: Desk,
    plans: tuple[Plan, ...],
    chosen: tuple[str, ...] | None = None,
    pasted: bytes = b"",
    choices: Choices = USUAL,
) -> TakenIn:
    """Keep the chosen orders, or all that are fit, as drafts: all or nothing.

    Raises NothingChosen, NotTheSameFile, TooManyOrders.
    """
    desk.who.role.require(Permission.ORDERS_CHANGE, "order_intake.accept")
    matches = _matches(desk, plans, pasted, choices)
    wanted = None if chosen is None else set(chosen)
    fit = [one for one in matches if one.proposal.is_fit]
    taken = [one for one in fit if wanted is None or one.proposal.key in wanted]
    if not taken:
        raise NothingChosen
    fresh = _new_customers(desk, taken)
    drafts = _drafts(desk, taken, fresh)
    run = _run(desk, plans, len(taken), len(matches) - len(taken))
    _note(desk, run, plans, pasted)
    items = [
        Item(place, order.id, match.proposal.key)
        for place, (order, match) in enumerate(zip(drafts, taken, strict=True), start=1)
    ]
    items += [Item(-place, one, _CUSTOMER) for place, one in enumerate(fresh.values(), start=1)]
    desk.store.imports.add_items(run.id, items)
    return TakenIn(run, tuple(one.id for one in drafts), tuple(fresh.values()))


@command(Permission.OFFICE_IMPORT)
def take_back(desk: Desk, run_id: ImportId) -> ImportRun:
    """Remove the drafts and the customers that an intake made; raises UsedSince and others."""
    desk.who.role.require(Permission.ORDERS_CHANGE, "order_intake.take_back")
    before = desk.store.imports.get(run_id)
    if before.kind is not ImportKind.ORDERS:
        raise NotFound(import_run=run_id)
    if before.taken_back_at is not None:
        raise AlreadyTakenBack(name=before.name)
    items = desk.store.imports.items(run_id)
    orders = [OrderId(one.record) for one in items if one.row > 0]
    customers = [ContactId(one.record) for one in items if one.row < 0]
    _require_untouched(desk, orders)
    after = replace(before, taken_back_at=desk.now)
    desk.store.imports.take_back(before, after)
    desk.store.orders.remove_all(orders)
    desk.store.search.remove_many((KIND, one) for one in orders)
    _require_unused(desk, customers)
    desk.store.contacts.remove_all(customers)
    desk.store.search.remove_many(("contact", one) for one in customers)
    return after


def _matches(
    desk: Desk, plans: Sequence[Plan], pasted: bytes, choices: Choices
) -> tuple[Match, ...]:
    wishes = tuple(OrderSources(desk).wishes(plans, pasted))
    if len(wishes) > MOST_ORDERS:
        raise TooManyOrders(most=str(MOST_ORDERS))
    matching = OrderMatching(desk, choices)
    found: list[Match] = []
    for place, wish in enumerate(wishes):
        if place % STEP == 0:
            desk.progress(place, len(wishes) * 2)
        found.append(matching.match(wish))
    return _told_again(desk, found)


def _told_again(desk: Desk, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return proposals with what was asked for before: in an earlier file, or twice in these."""
    keys = [one.proposal.key for one in matches if one.proposal.key]
    known = desk.store.imports.known(ImportKind.ORDERS, keys)
    heads = {one.id: one for one in desk.store.order_lists.heads(list(known.values()))}
    seen: dict[str, Proposal] = {}
    references: dict[tuple[str, str], str] = {}
    told = []
    for one in matches:
        proposal = one.proposal
        head = heads.get(OrderId(known.get(proposal.key, 0)))
        problems = list(proposal.problems)
        if head is not None and head.state is not OrderState.CANCELLED:
            proposal = replace(proposal, known=OrderId(head.id))
            named = head.number or head.order_reference or "–"
            problems.append(KNOWN_BEFORE.at("reference", order=named))
        elif proposal.key and proposal.key in seen:
            problems.append(REPEATED.at("reference", file=seen[proposal.key].file))
        elif twin := references.get(_reference(proposal)):
            facts = {"reference": proposal.reference, "number": twin}
            problems.append(REFERENCE_USED.at("order_reference", **facts))
        seen.setdefault(proposal.key, proposal)
        if proposal.reference:
            references.setdefault(_reference(proposal), proposal.file)
        told.append(one._replace(proposal=replace(proposal, problems=tuple(problems))))
    return tuple(told)


def _reference(proposal: Proposal) -> tuple[str, str]:
    return proposal.customer_name.casefold(), proposal.reference.casefold()


def _new_customers(desk: Desk, taken: Iterable[Match]) -> dict[str, ContactId]:
    """Make contacts of the customers whom nobody knew, each once, and return them by their form."""
    fresh = {repr(one.party.fresh): one.party.fresh for one in taken if one.party.fresh}
    intake = ContactIntake(desk, ".")
    candidates = [
        Candidate(place, key, form.name, form)
        for place, (key, form) in enumerate(fresh.items(), start=1)
    ]
    if not candidates:
        return {}
    desk.who.role.require(Permission.CONTACTS_CHANGE, "order_intake.accept")
    return dict(zip(fresh, map(ContactId, intake.create(candidates)), strict=True))


def _drafts(desk: Desk, taken: Sequence[Match], fresh: Mapping[str, ContactId]) -> list[Order]:
    ordering = Ordering(desk)
    kept = []
    for place, one in enumerate(taken):
        if place % STEP == 0:
            desk.progress(len(taken) + place, len(taken) * 2)
        written = one.proposal.written
        if written is None:
            continue
        if one.party.fresh:
            customer = fresh[repr(one.party.fresh)]
            written = replace(written, content=replace(written.content, customer_id=customer))
        kept.append(ordering.add(ordering.written(written, OrderId(new_id())), written))
    return kept


def _run(desk: Desk, plans: Sequence[Plan], created: int, refused: int) -> ImportRun:
    first = name_of(plans[0].source)
    return ImportRun(
        id=ImportId(new_id()),
        kind=ImportKind.ORDERS,
        at=desk.now,
        who=desk.who.name,
        name=first if len(plans) == 1 else f"{first} + {len(plans) - 1}",
        sha256=plans[0].sha256,
        created=created,
        refused=refused,
        twins=0,
    )


def _note(desk: Desk, run: ImportRun, plans: Sequence[Plan], pasted: bytes) -> None:
    """Write down the run, and how the columns of its first table were read."""
    table = next((plan for plan in plans if plan.columns), None)
    header = OrderSources(desk).signature(table, pasted) if table else ""
    desk.store.imports.add(run, header, table.columns if table else ())


def _require_untouched(desk: Desk, orders: Sequence[OrderId]) -> None:
    """Raise UsedSince when a draft is none any more, was changed, or somebody writes on it."""
    found = desk.store.orders.get_all(orders)
    touched = [
        one
        for one in found.values()
        if one.version > 1
        or one.state is not OrderState.DRAFT
        or desk.store.drafts.kept(FORM, one.id, desk.who.name) is not None
    ]
    if touched:
        first = touched[0]
        named = first.number or first.wanted.order_reference or "–"
        raise UsedSince(count=len(touched), name=named)


def _require_unused(desk: Desk, customers: Sequence[ContactId]) -> None:
    """Raise UsedSince when a customer was changed or something else refers to it."""
    versions = desk.store.contacts.versions(customers)
    changed = {one for one, version in versions.items() if version > 1}
    if touched := desk.store.contacts.used(customers) | changed:
        name = ContactIntake(desk, ".").title(min(touched))
        raise UsedSince(count=len(touched), name=name)
