"""What is done with products has its opposite, and that has its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.products.form import ProductForm, form_of
from app.domain.shared.quantities import UnitPrice
from app.services import products
from app.services.office import Office
from app.ui.kit.history import Deed
from app.ui.products.deeds import added, changed

FORM = ProductForm("G-1", {"fi": "Aamu"}, "kpl", "standard", UnitPrice(Decimal(1)), "EUR")


def done(office: Office, deed: Deed) -> Deed:
    """Take a deed back, and return what was done by that."""
    assert deed.after is not None
    return deed.after(office.do(deed.command, *deed.arguments).result)


def test_an_added_product_is_put_away_and_comes_back(office: Office) -> None:
    product = office.do(products.add, FORM).result

    gone = done(office, added((product.id,)))
    is_gone = office.ask(products.get, product.id).is_archived
    back = done(office, gone)

    assert is_gone
    assert not office.ask(products.get, product.id).is_archived
    assert (gone.text, back.text) == ("1 product put away", "1 product added")


def test_a_changed_product_is_as_it_was_and_changed_again(office: Office) -> None:
    before = office.do(products.add, FORM).result
    wanted = replace(form_of(before), note="Ring twice")
    after = office.do(products.change, before.id, before.version, wanted).result

    back = done(office, changed(before, after))
    was = office.ask(products.get, before.id).note
    done(office, back)

    assert was == ""
    assert office.ask(products.get, before.id).note == "Ring twice"
