"""Stages: how much of a work is invoiced before it is done, and what is no share of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Discount, Invoice, Kind
from app.domain.invoices.stages import Share, Stage, check_share, stage_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Rate
from tests.builders import a_draft, a_line, journey_6, percent


def per_cent(text: str) -> Share:
    return Share(percent=Rate(Decimal(text)))


def drafted(whole: Invoice, share: Share, vat: str = "") -> Draft:
    return stage_of(whole, Stage(Kind.DOWN_PAYMENT, share, "Down payment", vat))


def written(draft: Draft) -> list[tuple[str, str]]:
    return [(line.vat, str(line.price)) for line in draft.lines]


def test_a_share_has_a_line_for_each_vat_code_of_the_work() -> None:
    draft = drafted(journey_6(), per_cent("30"))

    assert written(draft) == [("standard", "103.52"), ("reduced", "33.86"), ("low", "34.20")]
    assert (draft.kind, draft.project_id) == (Kind.DOWN_PAYMENT, InvoiceId(1))
    assert draft.discount == Discount()
    assert draft.issued_on is None


def test_an_amount_is_shared_out_to_the_cent() -> None:
    draft = drafted(journey_6(), Share(amount=Decimal(100)))

    assert sum(line.price or 0 for line in draft.lines) == Decimal("100.00")


def test_a_share_of_prices_with_vat_has_vat_in_it() -> None:
    whole = replace(a_draft(a_line("1", "125.50")), is_gross=True)

    assert written(drafted(whole, per_cent("10"))) == [("standard", "12.55")]


def test_a_deposit_that_is_not_taxed_yet_has_one_line_of_its_own_code() -> None:
    draft = drafted(journey_6(), per_cent("10"), "none")

    assert written(draft) == [("none", "57.20")]


@pytest.mark.parametrize(
    "share",
    [
        Share(),
        per_cent("-1"),
        per_cent("101"),
        Share(amount=Decimal(-1)),
        Share(Rate(Decimal(10)), Decimal(10)),
        Share(Rate(Decimal(120)), Decimal(10)),
    ],
)
def test_a_share_is_a_per_cent_or_an_amount(share: Share) -> None:
    found = [one.code for one in check_share(share, a_draft(), ())]

    assert found == ["invoices.share-missing"]


def test_no_share_is_above_the_work() -> None:
    found = list(check_share(Share(amount=Decimal("100.01")), a_draft(), ()))

    assert [one.code for one in found] == ["invoices.share-above-work"]
    assert found[0].facts == {"amount": "100.01", "left": "100.00", "currency": "EUR"}


def test_a_discount_of_the_work_lowers_its_share() -> None:
    whole = a_draft(a_line("1", "200"), discount=percent("50"))

    assert written(drafted(whole, per_cent("50"))) == [("standard", "50.00")]
    assert list(check_share(per_cent("100"), whole, ())) == []
