"""Recalls at work: the list of who got a lot as a file, on paper, and as a list to write to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.pdf.render import render
from app.documents.recalls import Named, describe
from app.domain.contacts.mailing import MailingForm, MailingList
from app.domain.shared.ids import ContactId, LotId
from app.domain.stock.recalls import Recall
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services import lots, mailing_lists
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.STOCK_READ)
def page(desk: Desk, lot_id: LotId, language: str = "") -> bytes:
    """Return the recall list of a lot as PDF; raises NotFound."""
    return _Recalling(desk, lot_id, language).pdf()


@query(Permission.OFFICE_EXPORT)
def export(
    desk: Desk, target: Path, lot_id: LotId, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the recall list of a lot to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite, TooLong, NotFound.
    """
    work = _Recalling(desk, lot_id, language)
    exported = Exported(target, len(work.recall.sent))
    return write_rows(desk.store.company.get(), work.cells(), exported, replace=replace)


@command(Permission.CONTACTS_CHANGE)
def write_to(desk: Desk, lot_id: LotId, language: str = "") -> MailingList:
    """Keep who got a lot as a mailing list and return it: letters and mails are written to it.

    Once it is there, who got some since is added to it. Raises NotFound.
    """
    work = _Recalling(desk, lot_id, language)
    ids = tuple(one.contact_id for one in work.recall.got if one.contact_id is not None)
    form = MailingForm(work.title, added=tuple(ContactId(one) for one in ids))
    for one in mailing_lists.lists(desk, with_archived=True):
        if one.form.name == form.name:
            return mailing_lists.change(desk, one.id, one.version, form)
    return mailing_lists.add(desk, form)


class _Recalling:
    """Knows one lot, its product and who got it, in one language."""

    def __init__(self, desk: Desk, lot_id: LotId, language: str) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._say = say_in(language or self._company.language)
        self.recall: Recall = lots.recall(desk, lot_id)
        self._product = desk.store.products.get(self.recall.lot.product_id)

    @property
    def title(self) -> str:
        """What the list of who got the lot is called."""
        say, slots = self._say, {"lot": self.recall.lot.code, "product": self._product.code}
        return say("Recall of lot {lot} of {product}", **slots)

    def pdf(self) -> bytes:
        """Return the list on paper."""
        spoken = self._say.language
        formats = formats_in(spoken, self._company.country)
        named = Named(
            self._product.code,
            self._product.name_in(spoken),
            self._product.unit,
            self._reach(),
        )
        imprint = Imprint(self._company, self._say, formats, self._desk.today)
        return render(describe(self.recall, named, imprint))

    def cells(self) -> Iterator[Row]:
        """Yield the list for a spreadsheet, its headings first."""
        say, reach = self._say, self._reach()
        yield (
            *(say("Customer"), say("How to reach them"), say("Delivery note"), say("Day")),
            *(say("Quantity"), say("Unit"), say("Code"), say("Lot")),
        )
        for one in self.recall.sent:
            what = (self._product.unit, self._product.code, self.recall.lot.code)
            who = (one.name, reach.get(one.name, ""))
            yield (*who, one.number, one.day.isoformat(), one.quantity, *what)

    def _reach(self) -> dict[str, str]:
        """Return how to reach everybody who got some, by their names."""
        ids = {one.contact_id for one in self.recall.got if one.contact_id is not None}
        found = {one.id: one for one in self._desk.store.contacts.get_all(sorted(ids))}
        return {
            one.name: ", ".join(point.value for point in found[one.contact_id].points)
            for one in self.recall.got
            if one.contact_id in found
        }
