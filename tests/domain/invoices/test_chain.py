"""The chain of a sale: whole from wherever it is looked at, each paper after its origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.invoices.chain import chain_of
from app.domain.invoices.invoice import Invoice, Kind, Origin, State
from app.domain.shared.ids import InvoiceId
from tests.builders import journey_6

DAY = date(2026, 3, 10)


def paper(number: int, of: Invoice | None = None, kind: Kind = Kind.INVOICE) -> Invoice:
    origin = Origin(of.id, of.number, DAY) if of else None
    return replace(
        journey_6(),
        id=InvoiceId(number),
        number=str(number),
        state=State.ISSUED,
        kind=kind,
        origin=origin,
    )


FIRST = paper(1)
NOTE = paper(2, FIRST, Kind.CREDIT_NOTE)
ANEW = paper(3, FIRST)
SECOND_NOTE = paper(4, ANEW, Kind.CREDIT_NOTE)
PAPERS = {one.id: one for one in (FIRST, NOTE, ANEW, SECOND_NOTE)}


def born_of(invoice_id: InvoiceId) -> list[InvoiceId]:
    return [one.id for one in PAPERS.values() if one.origin and one.origin.invoice_id == invoice_id]


def nothing(_: InvoiceId) -> tuple[InvoiceId, ...]:
    return ()


def test_the_whole_chain_is_seen_from_each_of_its_papers() -> None:
    seen = [chain_of(one, PAPERS.__getitem__, born_of, nothing) for one in PAPERS.values()]

    assert all(chain == seen[0] for chain in seen)
    assert [(link.number, link.depth) for link in seen[0]] == [
        ("1", 0),
        ("2", 1),
        ("3", 1),
        ("4", 2),
    ]


def test_a_credit_note_counts_against_the_sale() -> None:
    chain = chain_of(FIRST, PAPERS.__getitem__, born_of, nothing)

    assert [link.gross.minor for link in chain] == [68656, -68656, 68656, -68656]


def test_a_paper_alone_is_its_own_chain() -> None:
    (alone,) = chain_of(paper(9), PAPERS.__getitem__, nothing, nothing)

    assert (alone.number, alone.depth) == ("9", 0)


def test_papers_that_name_each_other_end_somewhere() -> None:
    one = replace(paper(1), origin=Origin(InvoiceId(2), "2", DAY))
    other = paper(2, one)
    known = {one.id: one, other.id: other}

    chain = chain_of(one, known.__getitem__, lambda made: known.keys() - {made}, nothing)

    assert sorted(link.record_id for link in chain) == [1, 2]


def test_the_parts_of_a_work_stand_before_its_final_invoice() -> None:
    final = replace(paper(5, kind=Kind.FINAL), project_id=InvoiceId(5))
    first = replace(paper(7, kind=Kind.DOWN_PAYMENT), project_id=InvoiceId(5))
    credit = replace(paper(8, first, Kind.CREDIT_NOTE), project_id=InvoiceId(5))
    gone = replace(paper(9, kind=Kind.PARTIAL), state=State.DISCARDED)
    known = {one.id: one for one in (final, first, credit, gone)}
    born = {first.id: (credit.id,)}

    def found(one: Invoice) -> list[tuple[str, int]]:
        chain = chain_of(one, known.__getitem__, lambda own: born.get(own, ()), lambda _: known)
        return [(link.number, link.depth) for link in chain]

    assert found(final) == found(first) == found(credit) == [("7", 0), ("8", 1), ("5", 0)]
