"""The contents of a binder as words."""

from __future__ import annotations

from datetime import date

from app.documents.accounting import Imprint
from app.documents.binders import Original, describe_contents
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.archive.serials import Binder
from app.domain.shared.ids import BinderId
from app.lang.formats import formats_in
from app.lang.texts import say_in

COMPANY = Company("Lumo Oy", "FI", "EUR", "fi")
A12 = Binder(BinderId(1), 1, "A 12", 1501, 1600)


def test_each_original_is_a_line_and_a_hidden_one_only_its_number() -> None:
    imprint = Imprint(COMPANY, say_in("en"), formats_in("en", "FI"), date(2026, 3, 10))
    originals = (Original(1501, date(2026, 2, 1), "Lease", "Kiinteistö Oy", "77"), Original(1502))

    text = plain(describe_contents(A12, originals, imprint))

    assert "Binder A 12" in text
    assert "Kiinteistö Oy" in text
    assert "(not shown)" in text
