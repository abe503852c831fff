"""What two people made of a record is told by the labels and texts of its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.contacts.contact import Role
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.body import written
from app.domain.shared.merging import Fate, merge
from app.domain.shared.money import Money
from app.ui.kit.form_content import Held
from app.ui.kit.merge_rows import Version, Versions, wording

BASE = ContactForm("Lumo", note="n")


def version(form: ContactForm, **told: Held) -> Version:
    return Version(form, {"name": Held("Name", form.name, form.name), **told})


def test_a_field_is_told_by_its_label_and_who_changed_it() -> None:
    mine, theirs = ContactForm("Suoni", note="n"), ContactForm("Aamu", note="n")
    parts = merge(BASE, mine, theirs).parts

    (row,) = Versions(version(BASE), version(mine), version(theirs)).rows(parts)

    assert (row.label, row.base, row.mine, row.theirs) == ("Name", "Lumo", "Suoni", "Aamu")
    assert row.fate is Fate.CLASH


def test_a_set_is_told_by_the_labels_that_are_ticked() -> None:
    box = "roles.supplier"
    mine = ContactForm("Lumo", note="n", roles=frozenset({Role.SUPPLIER}))
    parts = merge(BASE, mine, BASE).parts
    ticked = version(mine, **{box: Held("Supplier", "Yes", value=True)})
    open_one = version(BASE, **{box: Held("Supplier", "No", value=False)})

    rows = Versions(open_one, ticked, open_one).rows(parts)

    told = [(row.label, row.mine) for row in rows if row.path == "roles"]
    assert told == [("Roles", "Supplier")]


def test_a_line_is_told_by_its_number_and_what_its_rows_are_called() -> None:
    base = {"steps": ({"text": Held("Text", "a", "a"), "who": Held("Who", "", "")},)}
    mine = {"steps": ({"text": Held("Text", "b", "b"), "who": Held("Who", "", "")},)}
    told = {"steps.0.text": Held("Text", "b", "b")}
    parts = merge(base, mine, base).parts

    seen = Version(mine, told, {"steps": "Steps"})
    (row,) = Versions(Version(base), seen, Version(base)).rows(parts)

    assert (row.label, row.mine, row.theirs) == ("Steps 1: Text", "b", "a")


def test_what_stands_in_no_field_is_told_in_plain_words() -> None:
    assert wording(Decimal("1.50")) == "1.50"
    assert wording(Money(1250, "EUR")) == "€12.50"
    assert wording(date(2026, 3, 2)) == "2 Mar 2026"
    assert wording(written("One\n\nTwo")) == "One\nTwo"
    assert wording(("a", "", "b")) == "a · b"
    assert wording(2**45) == "chosen"
