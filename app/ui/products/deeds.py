"""What was done with products, and the command that takes each back."""

from __future__ import annotations

from functools import partial

from app.domain.products.form import form_of
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.services import products
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, language, many


def changed(before: Product, after: Product) -> Deed:
    """Return that a product was changed: it can be as it was, unless it was changed again."""
    forms = (form_of(after), form_of(before))
    text = _("{name} saved", name=after.name_in(language()))
    return Deed(text, products.put_back, (after.id, *forms), partial(changed, after))


def added(ids: tuple[ProductId, ...]) -> Deed:
    """Return that products were added, or came back: they can be put away."""
    text = many("{n} product added", "{n} products added", len(ids))
    return Deed(text, products.put_away, (ids,), removed)


def removed(ids: tuple[ProductId, ...]) -> Deed:
    """Return that products were put away: they can be taken back."""
    text = many("{n} product put away", "{n} products put away", len(ids))
    return Deed(text, products.take_back, (ids,), added)
