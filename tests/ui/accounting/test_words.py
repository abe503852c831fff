from __future__ import annotations

from app.domain.accounting.chart import AccountKind
from app.domain.accounting.journal import Journal
from app.ui.accounting.words import credit, debit, journal_name, kind_name


def test_every_kind_and_every_journal_has_a_name() -> None:
    assert len({kind_name(kind) for kind in AccountKind}) == len(AccountKind)
    assert len({journal_name(journal) for journal in Journal}) == len(Journal)


def test_an_amount_stands_on_one_side_only() -> None:
    assert (debit(125, "EUR"), credit(125, "EUR")) == ("1.25", "")
    assert (debit(-125, "EUR"), credit(-125, "EUR")) == ("", "1.25")
    assert (debit(0, "EUR"), credit(0, "EUR")) == ("", "")
