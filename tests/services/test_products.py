"""Products are found, listed, added, changed and put away through the office."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from app.domain.products.form import ProductForm, form_of
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import Conflict, Invalid
from app.services import drafts, products
from app.services.door import do as do_json
from app.services.office import Office
from tests import foreign


def a_form(code: str = "G-1", name: str = "Gadget", gtin: str = "") -> ProductForm:
    price = UnitPrice(Decimal("129.90"))
    return ProductForm(code, {"fi": name}, "pcs", "standard", price, "EUR", gtin=gtin)


def added(office: Office, *forms: ProductForm) -> list[Product]:
    return [office.do(products.add, form).result for form in forms]


def found(office: Office, words: str) -> list[str]:
    return [row.code for row in office.ask(products.find, words)]


def test_a_new_product_is_tidied_and_kept(office: Office) -> None:
    form = replace(a_form(" G-1 "), names={"fi": " Vempain ", "en": " "}, gtin="6 412345 678907")

    (product,) = added(office, form)

    assert (product.code, product.gtin, dict(product.names)) == (
        "G-1",
        "6412345678907",
        {"fi": "Vempain"},
    )
    assert office.ask(products.get, product.id) == product


def test_a_code_in_use_is_refused_in_any_case(office: Office) -> None:
    added(office, a_form("G-1"))

    with pytest.raises(Invalid) as refused:
        office.do(products.add, a_form("g-1"))

    (problem,) = refused.value.problems
    assert (problem.code, problem.facts) == (
        "products.code-taken",
        {"code": "g-1", "name": "Gadget"},
    )


def test_a_change_counts_the_version_and_a_stale_one_is_a_conflict(office: Office) -> None:
    (product,) = added(office, a_form())
    form = replace(form_of(product), names={"fi": "Vempain"})

    changed = office.do(products.change, product.id, 1, form).result
    same = office.do(products.change, product.id, 2, form)

    assert (changed.version, same.result, "product" in same.changed) == (2, changed, False)
    assert found(office, "vempain") == ["G-1"]
    with pytest.raises(Conflict):
        office.do(products.change, product.id, 1, a_form())


def test_an_exact_code_comes_before_codes_that_begin_so_and_words(office: Office) -> None:
    added(office, a_form("A-10"), a_form("A-1"), a_form("X", "Cable A-1"))

    assert found(office, "a-1") == ["A-1", "A-10", "X"]
    assert found(office, "") == ["A-1", "A-10", "X"]


def test_a_scanned_gtin_finds_its_product(office: Office) -> None:
    (product,) = added(office, a_form(gtin="6412345678907"))

    assert office.ask(products.by_code_or_gtin, "06412345678907") == product
    assert office.ask(products.by_code_or_gtin, " g-1 ") == product
    assert office.ask(products.by_code_or_gtin, "nothing") is None
    assert found(office, "6412345678907") == ["G-1"]


def test_lists_are_asked_for_by_words_and_order(office: Office) -> None:
    gadget, cable = added(office, a_form("G-1", "Gadget"), a_form("C-1", "Cable"))

    assert list(office.ask(products.spine, View(sort="name"))) == [cable.id, gadget.id]
    assert list(office.ask(products.spine, View(words="gad"))) == [gadget.id]
    assert [row.code for row in office.ask(products.first, View(), 1)] == ["C-1"]
    assert [row.id for row in office.ask(products.rows, (gadget.id, ProductId(1)))] == [gadget.id]


def test_what_is_put_away_leaves_lists_and_pickers_until_it_is_taken_back(office: Office) -> None:
    (product,) = added(office, a_form())

    moved = office.do(products.put_away, (product.id,)).result
    gone = (found(office, "gadget"), list(office.ask(products.spine, View())))
    back = office.do(products.take_back, (product.id,)).result

    assert (moved, gone, back) == ((product.id,), ([], []), (product.id,))
    assert found(office, "gadget") == ["G-1"]


def test_a_picture_is_kept_with_the_product(office: Office) -> None:
    given = foreign.a_picture(Image.new("RGB", (30, 20), "#123456"))
    sha256 = office.do(products.keep_picture, given + b"SECRET TRAILER").result
    plain, pictured = added(office, a_form("A"), replace(a_form("B"), image=sha256))

    kept = office.ask(products.picture, pictured.id)
    assert Image.open(BytesIO(kept)).size == (30, 20)
    assert b"SECRET" not in kept
    assert office.ask(products.picture, plain.id) == b""


@pytest.mark.parametrize("content", [b"", b"png", b"<svg/>", foreign.a_picture_bomb()])
def test_what_is_no_picture_is_not_kept_for_a_product(office: Office, content: bytes) -> None:
    with pytest.raises(products.NotAPicture) as refused:
        office.do(products.keep_picture, content)

    assert refused.value.facts == {"size": len(content)}


def test_a_script_adds_a_product(office: Office) -> None:
    form = {
        "code": "G-1",
        "names": {"fi": "Vempain"},
        "unit": "kpl",
        "vat": "standard",
        "price": "129.90",
        "currency": "EUR",
    }

    made = do_json(office, "products.add", {"form": form})

    assert (made["code"], made["price"], made["version"]) == ("G-1", "129.90", 1)


def test_a_new_product_that_was_typed_is_opened_again_and_added_under_its_own_id(
    office: Office,
) -> None:
    office.do(drafts.keep, "product", 71, 0, {})

    again = office.ask(products.opened, ProductId(71))
    fresh = office.ask(products.opened, None, frozenset({71}))
    product = office.do(products.add, a_form("H-1"), ProductId(71)).result

    assert again.product is None and again.draft is not None
    assert fresh.product is None and fresh.draft is None
    assert product.id == 71
    assert office.ask(drafts.all_kept) == ()


def test_a_change_is_put_back_unless_somebody_changed_it_again(office: Office) -> None:
    before = office.do(products.add, a_form("H-1")).result
    wanted = replace(form_of(before), note="Ours")
    ours = office.do(products.change, before.id, before.version, wanted).result

    back = office.do(products.put_back, before.id, form_of(ours), form_of(before)).result

    assert back.note == ""
    with pytest.raises(Conflict):
        office.do(products.put_back, before.id, form_of(ours), form_of(before))


def test_an_id_that_is_taken_is_not_given_twice(office: Office) -> None:
    kept = office.do(products.add, a_form("H-1")).result

    with pytest.raises(Conflict):
        office.do(products.add, a_form("H-2"), kept.id)
