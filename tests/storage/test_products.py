"""Products come back from the database as they went in, and are found by code and GTIN."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.builders import a_product

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def written(database: Database, *products: Product) -> None:
    with database.write() as unit:
        unit.products.add_all(products, NOW)


def test_a_product_comes_back_as_it_was_written(database: Database) -> None:
    product = a_product(
        names={"en": "Gadget", "fi": "Vempain", "th": "อุปกรณ์"},
        price=UnitPrice(Decimal("0.000001")),
        is_gross=True,
        gtin="6412345678907",
        note="fragile",
        image="a" * 64,
    )
    written(database, product)

    with database.read() as unit:
        found = unit.products.get(product.id)

    assert found == product


def test_a_change_counts_the_version_and_a_stale_one_is_a_conflict(database: Database) -> None:
    before = a_product()
    written(database, before)
    with database.write() as unit:
        saved = unit.products.save(before, replace(before, names={"fi": "Vempain"}), NOW)
        found = unit.products.get(before.id)

    with pytest.raises(Conflict), database.write() as unit:
        unit.products.save(before, replace(before, unit="h"), NOW)

    assert saved == found == replace(before, version=2, names={"fi": "Vempain"})


def test_what_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.products.get(ProductId(1))


def test_adding_and_saving_are_noted_for_the_audit(database: Database) -> None:
    product = a_product()
    with database.write() as unit:
        unit.products.add(product, NOW)
        unit.products.save(product, replace(product, note="new"), NOW)

        noted = [(change.record, change.before is None) for change in unit.changes.noted]

    assert noted == [(f"product:{product.id}", True), (f"product:{product.id}", False)]


def test_removed_products_leave_nothing_behind(database: Database) -> None:
    kept, gone = a_product("K"), a_product("G")
    written(database, kept, gone)

    with database.write() as unit:
        assert unit.products.used([gone.id]) == frozenset()
        unit.products.remove_all([gone.id])

    with database.read() as unit:
        assert unit.products.versions([kept.id, gone.id]) == {kept.id: 1}
