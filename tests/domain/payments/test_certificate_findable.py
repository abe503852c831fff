from __future__ import annotations

from dataclasses import replace

from app.domain.payments.certificate_findable import findable
from app.domain.payments.withholding import Side
from tests.documents.test_withholding import a_certificate


def test_a_certificate_is_found_by_the_other_party_and_what_was_paid_for() -> None:
    one = a_certificate()

    ours, theirs = findable(one), findable(replace(one, side=Side.RECEIVED))

    assert (ours.title, ours.detail) == ("WT2569-00001", one.payee.name)
    assert theirs.detail == one.payer.name
    assert "ค่าขนส่ง" in ours.words
    assert ours.amounts == (one.tax, one.amount)
