"""Papers of deliveries: notes that are filed for good, slips, labels, customs, and pick lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from app.documents import deliveries, parcel_labels, pick_lists
from app.documents.accounting import Imprint
from app.documents.deliveries import Declared, DeliveryPaper
from app.documents.goods import Goods
from app.documents.pick_lists import PickPaper
from app.domain.archive.document import Link
from app.domain.invoices.layout import PaperKind
from app.domain.invoices.totals import totals_of
from app.domain.orders.delivery import Delivery, DeliveryLine
from app.domain.orders.delivery_findable import DELIVERY
from app.domain.orders.order import Order, OrderLine
from app.domain.orders.picking import Place, in_route_order
from app.domain.products.product import Product
from app.domain.shared.ids import DeliveryId, DeliveryLineId, LocationId, LotId, ProductId
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import NO_CUSTOMS
from app.domain.stock.lot import Lot
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.dressing import Wardrobe
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.kit_parts import KitParts
from app.services.office import Desk
from app.services.registering import Register

if TYPE_CHECKING:
    from app.documents.model import Document

_Known = tuple[Mapping[ProductId, Product], Mapping[LotId, Lot]]
TYPE = "delivery-note"
"""The type of document that the paper of a delivery is."""


def source_of(delivery_id: DeliveryId) -> str:
    """Return by what the moves and papers of a delivery are known."""
    return f"{DELIVERY}:{delivery_id}"


class DeliveryPapers:
    """Writes the papers of deliveries at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def note(self, delivery: Delivery) -> bytes:
        """Return the delivery note: as it was filed, or as it would print today."""
        filed = FiledPapers(self._desk).latest(Link(DELIVERY, delivery.id))
        return filed or _rendered(deliveries.describe(self.paper(delivery)))

    def slips(self, delivery: Delivery) -> bytes:
        """Return a packing slip for each parcel."""
        return _rendered(deliveries.describe_slips(self.paper(delivery)))

    def labels(self, delivery: Delivery) -> bytes:
        """Return a label for each parcel."""
        from app.documents.pdf.render import render_sheets  # noqa: PLC0415  loads reportlab

        return render_sheets(parcel_labels.describe(self.paper(delivery)))

    def customs(self, delivery: Delivery) -> bytes:
        """Return what customs and carriers ask of a delivery."""
        order = self._store.orders.get(delivery.order_id)
        paper = self.paper(delivery)
        declared = [
            self._declared(line, goods, order)
            for line, goods in zip(delivery.lines, paper.goods, strict=True)
            if line.product_id is not None
        ]
        return _rendered(deliveries.describe_customs(paper, declared))

    def pick_list(self, picked: Iterable[Delivery]) -> bytes:
        """Return one list for these deliveries, in the order of the way through the house."""
        company = self._store.company.get()
        say = say_in(company.language)
        imprint = Imprint(
            company, say, formats_in(company.language, company.country), self._desk.today
        )
        some = tuple(picked)
        orders = self._store.orders.get_all({one.order_id for one in some})
        of_line = {line.id: orders[one.order_id] for one in some for line in one.lines}
        waiting, parts = self._to_pick(some)
        known = self._known((*waiting, *chain.from_iterable(parts.values())))
        goods = tuple(
            self._walked((line, parts.get(line.id, ())), of_line[line.id], known)
            for line in in_route_order(waiting, self._places)
        )
        houses = [self._store.locations.get(one) for one in {one.warehouse_id for one in some}]
        names = ", ".join(sorted(one.name or one.code for one in houses))
        numbers = tuple(dict.fromkeys(orders[one.order_id].number for one in some))
        return _rendered(pick_lists.describe(PickPaper(names, numbers, goods), imprint))

    def paper(self, delivery: Delivery) -> DeliveryPaper:
        """Return all that the papers of a delivery are written from, in the customer's language."""
        order = self._store.orders.get(delivery.order_id)
        wanted, language = order.wanted, order.wanted.language
        products = (line.product_id for line in delivery.lines if line.product_id)
        kind = PaperKind.DELIVERY_NOTE
        outfit = Wardrobe(self._desk).outfit(kind, delivery.customer_id, products)
        known = self._known(delivery.lines)
        return DeliveryPaper(
            delivery=delivery,
            goods=tuple(self._goods(line, order, known) for line in delivery.lines),
            company=outfit.company,
            say=say_in(language),
            formats=formats_in(language, outfit.company.country),
            order_number=order.number,
            your_order=wanted.order_reference,
            your_reference=wanted.your_reference,
            customer_number=wanted.buyer.number if wanted.buyer else "",
            owed=self._owed(delivery, order),
            logo=outfit.logo,
            dress=outfit.dress,
        )

    def file(self, delivery: Delivery) -> None:
        """File the note of a delivery that went out, for good."""
        paper = OutgoingPaper(
            number=delivery.number,
            type=TYPE,
            about=Link(DELIVERY, delivery.id),
            content=_rendered(deliveries.describe(self.paper(delivery))),
            day=delivery.shipped_on,
            to=delivery.customer_id,
            name=delivery.customer_name,
        )
        FiledPapers(self._desk).file(paper)

    def prove(self, delivery: Delivery) -> None:
        """Link the signed paper of a delivery with it; raises NotFound."""
        if delivery.proof_id is None:
            return
        document = Register(self._desk).get(delivery.proof_id)
        link = Link(DELIVERY, delivery.id)
        if link not in self._store.document_links.of(document.id):
            self._store.document_links.add(document.id, link)

    def _known(self, lines: Iterable[DeliveryLine]) -> _Known:
        some = tuple(lines)
        ids = sorted({line.product_id for line in some if line.product_id})
        products = {one.id: one for one in self._store.products.get_all(ids)}
        lots = self._store.lots.get_all({line.lot_id for line in some if line.lot_id})
        return products, lots

    def _goods(
        self,
        line: DeliveryLine,
        order: Order,
        known: _Known,
    ) -> Goods:
        """Return a line as its papers tell it: as it was ordered, in the product's own unit."""
        products, lots = known
        wanted = order.wanted.lines[order.line(line.order_line_id).place]
        product = products.get(line.product_id) if line.product_id else None
        lot = lots.get(line.lot_id) if line.lot_id else None
        place = self._places.get(line.location_id) if line.location_id else None
        return Goods(
            description=wanted.description,
            quantity=line.quantity,
            unit=product.unit if product else wanted.unit,
            code=product.code if product else "",
            lot=lot.code if lot else "",
            expires_on=lot.expires_on if lot else None,
            place=place.code if place else "",
            parcel=line.parcel,
            scan=_scan(product, lot),
            order=order.number,
        )

    def _to_pick(
        self, picked: Iterable[Delivery]
    ) -> tuple[list[DeliveryLine], Mapping[DeliveryLineId, tuple[DeliveryLine, ...]]]:
        """Return the lines to pick, and the parts of those that are kits as one walks.

        A kit has its turn where its first part lies.
        """
        some, chooser = tuple(picked), KitParts(self._desk)
        kits, waiting = chooser.among(some), []
        parts: dict[DeliveryLineId, tuple[DeliveryLine, ...]] = {}
        for one in some:
            for line in one.lines:
                kit = None if line.location_id else kits.get(line.product_id or ProductId(0))
                if line.left > 0 and kit is not None:
                    chosen = chooser.of(kit, line, line.left, one.warehouse_id)
                    parts[line.id] = in_route_order(chosen, self._places)
                    waiting.append(replace(line, location_id=parts[line.id][0].location_id))
                elif line.left and line.location_id:
                    waiting.append(line)
        return waiting, parts

    def _walked(
        self, kit: tuple[DeliveryLine, tuple[DeliveryLine, ...]], order: Order, known: _Known
    ) -> Goods:
        """Return a line as its picker reads it, with the parts that a kit is made of."""
        line, parts = kit
        goods = self._picked(line, order, known)
        if not parts:
            return goods
        return replace(
            goods, place="", parts=tuple(self._picked(part, order, known) for part in parts)
        )

    def _picked(self, line: DeliveryLine, order: Order, known: _Known) -> Goods:
        """Return a line as its picker reads it: in the firm's own words, and what is left."""
        goods = self._goods(line, order, known)
        product = known[0].get(line.product_id) if line.product_id else None
        name = product.name_in(self._language) if product else goods.description
        return replace(goods, description=name, quantity=line.left)

    def _owed(self, delivery: Delivery, order: Order) -> tuple[Goods, ...]:
        """Return what is still to come once this delivery went out."""
        products, _lots = self._known(delivery.lines)
        counted = {} if delivery.number else _sums(delivery.lines)
        found = []
        for line in order.lines:
            rest = line.open - counted.get(line.id, Decimal(0))
            if rest > 0:
                found.append(self._rest(line, Quantity(rest), order, products))
        return tuple(found)

    def _rest(
        self, line: OrderLine, rest: Quantity, order: Order, products: Mapping[ProductId, Product]
    ) -> Goods:
        wanted = order.wanted.lines[line.place]
        product = products.get(line.product_id) if line.product_id else None
        if product is None and line.product_id is not None:
            product = self._store.products.get(line.product_id)
        unit, code = (product.unit, product.code) if product else (wanted.unit, "")
        return Goods(wanted.description, rest, unit, code)

    def _declared(self, line: DeliveryLine, goods: Goods, order: Order) -> Declared:
        """Return what the border is told of a line: its part of the net price of the order's."""
        ordered = order.line(line.order_line_id)
        net = totals_of(order.wanted).lines[ordered.place].net
        part = net.amount * line.quantity / ordered.ordered
        items = self._store.stock_items.get_all([line.product_id] if line.product_id else [])
        item = items.get(line.product_id) if line.product_id else None
        customs = item.customs if item else NO_CUSTOMS
        value: Money = money(part, net.currency)
        weight = customs.weight_g * line.quantity
        return Declared(goods, customs.code, customs.origin, weight, value)

    @cached_property
    def _language(self) -> str:
        return self._store.company.get().language

    @cached_property
    def _places(self) -> Mapping[LocationId, Place]:
        return {one.id: Place(one.route, one.code) for one in self._store.locations.all()}


def _sums(lines: Iterable[DeliveryLine]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = {}
    for line in lines:
        sums[line.order_line_id] = sums.get(line.order_line_id, Decimal(0)) + line.quantity
    return sums


def _scan(product: Product | None, lot: Lot | None) -> str:
    """Return what a scanner reads for goods: GS1 elements, a GTIN, a lot, or our own code."""
    if product is None:
        return ""
    if lot is None:
        return product.gtin or product.code
    return f"(01){product.gtin.zfill(14)}(10){lot.code}" if product.gtin else lot.code


def _rendered(document: Document) -> bytes:
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    return render(document)
