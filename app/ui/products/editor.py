"""The editor of a product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.products.form import ProductForm, form_of, tidied
from app.domain.products.product import Product, check
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem
from app.services import products
from app.services.products import Opened
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.products import deeds
from app.ui.products.form import NOTHING, ProductFields
from app.ui.products.stock_dialog import ask_stock

KIND = "product"


class ProductEditor(FormPage):
    """Writes one product."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "product.save")
        self._opened: Opened | None = None
        self.fields: ProductFields | None = None
        self.reread()

    @property
    def product_id(self) -> ProductId | None:
        """The product that is edited, or none yet."""
        return None if self.record is None else ProductId(self.record)

    def reread(self) -> None:
        asked = (self.product_id, self.shell.held(KIND))
        self.shell.client.ask_or(self._begin, self._gone, products.opened, *asked)

    def content(self) -> ProductForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None and self._opened is not None
        product = tidied(self.content()).as_product(self.product_id or ProductId(0), 1)
        codes = {one.code for one in self._opened.vat}
        return (*self.fields.unreadable(), *self.placed(check(product, codes)))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [replace(one, field=self.fields.at_its_field(one)) for one in problems]

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.product
        if before is None:
            new = (self.content(), ProductId(self.entity))
            client.do(self._saved, products.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version)
            client.do(self._saved, products.change, *known, self.content(), refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.fields = ProductFields(opened)
        product = opened.product
        form = form_of(product) if product else _empty(opened)
        self.fields.put(form)
        self.begin(self.fields, product.version if product else 0)
        self.fields.picture.chosen.connect(self._keep_picture)
        self.titled.emit(product.name_in(opened.language) if product else _("New product"))
        typed = typed_in(ProductForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        if product is not None and product.image:
            picture = self.fields.picture
            self.shell.client.ask(picture.show_picture, products.picture, product.id)
        lead_to(self, self.fields.code)
        self.fields.code.setFocus()
        if product is not None:
            self.shell.book.offer(self, {"product.stock": partial(ask_stock, *self._mine(product))})

    def _mine(self, product: Product) -> tuple[Shell, ProductEditor, ProductId]:
        return self.shell, self, product.id

    def _keep_picture(self, content: bytes) -> None:
        assert self.fields is not None
        if content:
            self.shell.client.do(self.fields.keep_image, products.keep_picture, content)
        else:
            self.fields.keep_image("")

    def _saved(self, product: Product) -> None:
        before = self._opened.product if self._opened else None
        deed = deeds.changed(before, product) if before else deeds.added((product.id,))
        self.done(product.id, deed)


def _empty(opened: Opened) -> ProductForm:
    vat = opened.vat[0].code if opened.vat else ""
    return ProductForm("", {}, "", vat, NOTHING, opened.currency)
