"""Returning: what comes back is put on the shelf, thrown away, or sent on; and credited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from app.domain.invoices.crediting import Take
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.orders.coming_back import require_returnable
from app.domain.orders.delivery import DeliveryLine
from app.domain.orders.delivery_findable import RETURN, findable_return
from app.domain.orders.direct import brought, require_ours
from app.domain.orders.goods_return import (
    GoodsReturn,
    Outcome,
    ReturnLine,
    ReturnState,
    Undecided,
    Verdict,
)
from app.domain.orders.order import Order
from app.domain.shared.ids import (
    LocationId,
    LotId,
    MoveId,
    OrderId,
    OrderLineId,
    ProductId,
    ReturnId,
    ReturnLineId,
    new_id,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.services import crediting
from app.services.fulfilling import Fulfilling
from app.services.kit_returns import OUT, KitReturns, Origin, down
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.stock_booking import Booking


class NothingToCredit(Refusal):
    """Nothing of a return is to be credited: nothing of it was invoiced, or stays here."""

    code = "returns.nothing-to-credit"


@dataclass(frozen=True, slots=True)
class Back:
    """So much of a line of an order that is announced to come back, of a lot if it has one."""

    line_id: OrderLineId
    quantity: Quantity
    lot_id: LotId | None = None


def source_of(return_id: ReturnId) -> str:
    """Return by what the moves of a return are known."""
    return f"{RETURN}:{return_id}"


class Returning:
    """Takes goods back at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def announce(self, order_id: OrderId, back: Iterable[Back], reason: str) -> GoodsReturn:
        """Number a return of what was delivered; raises NeverDelivered, MoreThanDelivered."""
        order = self._store.orders.take(order_id)
        some = tuple(back)
        self._require(order, some)
        number = Numbering(self._desk, self._store.company.get()).take("return", self._desk.today)
        buyer = order.wanted.buyer
        new = GoodsReturn(
            id=ReturnId(new_id()),
            version=1,
            state=ReturnState.ANNOUNCED,
            order_id=order.id,
            customer_id=order.wanted.customer_id,
            customer_name=buyer.name if buyer else "",
            lines=tuple(_line(one, order) for one in some),
            number=number,
            announced_on=self._desk.today,
            reason=reason.strip(),
        )
        self._store.returns.add(new)
        self._index(new, order.number)
        return new

    def receive(self, return_id: ReturnId, came: Mapping[ReturnLineId, Quantity]) -> GoodsReturn:
        """Note what came; raises NotAnnounced, NothingReturned, MoreThanDelivered."""
        before = self._store.returns.take(return_id)
        after = before.receive(came, self._desk.today)
        order = self._store.orders.take(before.order_id)
        some = [
            Back(line.order_line_id, line.received) for line in after.lines if line.received > 0
        ]
        self._require(order, some, before.id)
        return self.keep(before, after)

    def decide(self, return_id: ReturnId, verdicts: Mapping[ReturnLineId, Verdict]) -> GoodsReturn:
        """Put back, throw away, repair or refuse what came, all or nothing.

        What is put back is worth what it left with. Raises NotInspected, Undecided.
        """
        before = self._store.returns.take(return_id)
        after = self._placed(before.decide(verdicts, self._desk.today))
        stays = _sums((line.order_line_id, line.stays) for line in after.lines)
        if stays:
            Fulfilling(self._desk).came_back(before.order_id, stays)
        self.keep(before, after)
        self._book(after)
        return after

    def credit(self, return_id: ReturnId) -> tuple[Invoice, ...]:
        """Draft credit notes for what stays here, on the invoices that billed it.

        No more is taken than was invoiced and is left. Raises NotDecided, NothingToCredit.
        """
        before = self._store.returns.take(return_id)
        before.require_decided()
        order = self._store.orders.get(before.order_id)
        wanted = _sums(
            (line.order_line_id, line.stays) for line in before.lines if not line.is_credited
        )
        takes = self._takes(order, wanted)
        if not takes:
            raise NothingToCredit(number=before.number)
        made = tuple(
            crediting.credit(self._desk, invoice.id, tuple(some), before.reason)
            for invoice, some in takes
        )
        lines = frozenset(line.id for line in before.lines if line.stays)
        self.keep(before, before.credited(made[0].id, lines))
        return made

    def keep(self, before: GoodsReturn, after: GoodsReturn) -> GoodsReturn:
        """Write what became of a return."""
        self._store.returns.save(before, after)
        self._index(after, self._store.orders.get(after.order_id).number)
        return after

    @cached_property
    def _booking(self) -> Booking:
        return Booking(self._desk)

    def _require(self, order: Order, some: Iterable[Back], but: ReturnId | None = None) -> None:
        lines = {line.id: line for line in order.lines}
        wanted = _sums((one.line_id, one.quantity) for one in some)
        announced = self._store.returns.announced(lines.keys(), but)
        straight = brought(self._store.direct_deliveries.of_lines(lines.keys()))
        require_ours(order, wanted, straight)
        require_returnable(lines, announced, wanted)

    def _placed(self, decided: GoodsReturn) -> GoodsReturn:
        """Return a decided return whose stocked goods all have a place on the shelf.

        The parts of a kit have each their own, if nobody says where they are put.
        """
        order = self._store.orders.get(decided.order_id)
        usual = self._store.stock_items.get_all(sorted({one.product_id for one in decided.lines}))
        lines = []
        for line in decided.lines:
            item = usual.get(line.product_id)
            is_put = line.outcome is Outcome.RESTOCKED and not line.location_id
            if is_put and item is not None and not item.is_kit:
                place = item.location_id or order.warehouse_id or self._booking.places.home().id
                lines.append(replace(line, location_id=place))
            else:
                lines.append(line)
        return replace(decided, lines=tuple(lines))

    def _book(self, decided: GoodsReturn) -> None:
        """Move what stays: from the customer to its place, and from there away if it is scrap."""
        moves = [move for line in decided.lines for move in self._moves(line, decided)]
        if moves:
            self._booking.move(*moves, paper=f"{decided.number} {decided.customer_name}".strip())

    def _moves(self, line: ReturnLine, decided: GoodsReturn) -> Iterator[Move]:
        item = self._store.stock_items.get_all([line.product_id]).get(line.product_id)
        if not line.stays or item is None:
            return
        places = self._booking.places
        customer, loss = places.of(LocationKind.CUSTOMER), places.of(LocationKind.LOSS)
        kits = KitReturns(self._desk)
        origins = kits.origins(line, decided) if item.is_kit else self._origins(line, decided)
        for origin in origins:
            home = self._home(line, origin.product_id, decided)
            yield self._move(line, MoveKind.RETURN, (customer.id, home), (decided, origin))
            if line.outcome is Outcome.SCRAPPED:
                yield self._move(line, MoveKind.SCRAP, (home, loss.id), (decided, origin))

    def _home(self, line: ReturnLine, product_id: ProductId, decided: GoodsReturn) -> LocationId:
        """Return where goods are put: as was decided, at their usual place, or in the house."""
        if line.location_id:
            return line.location_id
        usual = self._store.stock_items.get_all([product_id]).get(product_id)
        if line.outcome is Outcome.RESTOCKED and usual is not None and usual.location_id:
            return usual.location_id
        order = self._store.orders.get(decided.order_id)
        return order.warehouse_id or self._booking.places.home().id

    def _move(
        self,
        line: ReturnLine,
        kind: MoveKind,
        way: tuple[LocationId, LocationId],
        of: tuple[GoodsReturn, Origin],
    ) -> Move:
        decided, origin = of
        return Move(
            id=MoveId(0),
            kind=kind,
            product_id=origin.product_id,
            quantity=origin.quantity,
            from_id=way[0],
            to_id=way[1],
            moved_on=self._desk.today,
            made_at=self._desk.now,
            lot_id=origin.lot_id,
            source=source_of(decided.id),
            reason=line.finding,
            origin=origin.move_id if kind is MoveKind.RETURN else None,
        )

    def _origins(self, line: ReturnLine, decided: GoodsReturn) -> Iterator[Origin]:
        """Yield by which moves the goods left, the latest first, and how much of each is back."""
        left = line.stays
        for sent in self._sent(line, decided):
            if left <= 0 or sent.move_id is None:
                break
            back = sum(
                (one.quantity for one in self._store.stock_moves.back_of(sent.move_id)), Decimal(0)
            )
            part = Quantity(min(left, sent.picked - back))
            if part > 0:
                left = Quantity(left - part)
                yield Origin(sent.move_id, line.product_id, part, sent.lot_id)
        if left > 0:
            raise Undecided(**decided.facts)

    def _sent(self, line: ReturnLine, decided: GoodsReturn) -> list[DeliveryLine]:
        """Return the lines by which an order's line went out, the latest first."""
        found = [
            sent
            for one in self._store.deliveries.of_order(decided.order_id)
            if one.state in OUT
            for sent in one.lines
            if sent.order_line_id == line.order_line_id and line.lot_id in {None, sent.lot_id}
        ]
        return found[::-1]

    def _takes(
        self, order: Order, wanted: Mapping[OrderLineId, Quantity]
    ) -> list[tuple[Invoice, list[Take]]]:
        """Return what is taken back of each invoice that billed these lines, the latest first."""
        rest = dict(wanted)
        found = []
        for invoice in self._billing(order):
            left = crediting.left(self._desk, invoice.id)
            takes = []
            for place, line in enumerate(invoice.lines):
                line_id = line.order_line_id
                if line_id is None or rest.get(line_id, Decimal(0)) <= 0 or str(place) not in left:
                    continue
                ours = order.line(line_id)
                factor = _factor(order, ours.place, ours.ordered)
                asked = down(Fraction(rest[line_id]) / factor)
                amount = Quantity(min(asked, left[str(place)].quantity))
                if amount > 0:
                    takes.append(Take(place, amount))
                    rest[line_id] = Quantity(rest[line_id] - down(Fraction(amount) * factor))
            if takes:
                found.append((invoice, takes))
        return found

    def _billing(self, order: Order) -> list[Invoice]:
        """Return the issued invoices that billed an order, the latest first."""
        ids = self._store.returns.billed_by([line.id for line in order.lines])
        invoices = [self._store.invoices.get(one) for one in ids]
        fit = [
            one
            for one in invoices
            if one.state is State.ISSUED and one.kind is not Kind.CREDIT_NOTE
        ]
        return sorted(fit, key=lambda one: one.id, reverse=True)

    def _index(self, one: GoodsReturn, order_number: str) -> None:
        if one.state is ReturnState.CANCELLED:
            self._store.search.remove(RETURN, one.id)
        else:
            self._store.search.put(findable_return(one, order_number, self._desk.today))


def _line(one: Back, order: Order) -> ReturnLine:
    line = order.line(one.line_id)
    if line.product_id is None:
        raise NothingReturnable(line=line.place + 1)
    return ReturnLine(
        ReturnLineId(new_id()), line.id, line.product_id, one.quantity, lot_id=one.lot_id
    )


class NothingReturnable(Refusal):
    """What is no product of ours cannot come back as goods: it is credited on its invoice."""

    code = "returns.no-product"


def _sums(parts: Iterable[tuple[OrderLineId, Quantity]]) -> dict[OrderLineId, Quantity]:
    sums: dict[OrderLineId, Quantity] = {}
    for line_id, amount in parts:
        if amount:
            sums[line_id] = Quantity(sums.get(line_id, Decimal(0)) + amount)
    return sums


def _factor(order: Order, place: int, ordered: Quantity) -> Fraction:
    """Return how much of the product's own unit one of the line's unit is."""
    return Fraction(ordered) / Fraction(order.wanted.lines[place].quantity)
