"""Products: found, listed, added, changed, put away and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.products.findable import KIND, findable
from app.domain.products.form import ProductForm, form_of, tidied
from app.domain.products.product import Product, check
from app.domain.products.row import ProductRow
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ProductId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Conflict, Invalid, Refusal
from app.domain.shared.vat import NoRateYet
from app.services import drafts
from app.services.country import Country
from app.services.fresh_pictures import drawn, fresh
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.permissions import Permission, command, query

LARGEST_PICTURE = 20 << 20
MOST_FOUND = 5000
"""How many of the newest hits a list of found products holds."""


@dataclass(frozen=True, slots=True)
class VatChoice:
    """A VAT code that a product may have, with the rate it has today, if it has one."""

    code: str
    names: Mapping[str, str]
    rate: Rate | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A product as it is looked at."""

    product: Product
    vat: VatChoice


@dataclass(frozen=True, slots=True)
class Opened:
    """A product as it is edited, or what a new one begins with.

    ``draft`` is what was typed and not saved, ``vat`` the codes with their rates of today.
    """

    product: Product | None
    language: str
    currency: str
    vat: tuple[VatChoice, ...]
    draft: FormDraft | None


class NotAPicture(Refusal):
    """The picture of a product is a PNG or JPEG of at most 20 MiB; ``size`` is that of the file."""

    code = "products.not-a-picture"


CODE_TAKEN = Rule("products.code-taken", "code", "name")


@query(Permission.PRODUCTS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of a list of products in its order."""
    return desk.store.product_lists.spine(view, _among(desk, view.words))


@query(Permission.PRODUCTS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[ProductRow, ...]:
    """Return the first rows of a list of products."""
    lists = desk.store.product_lists
    return lists.rows(lists.first(view, size, _among(desk, view.words)))


@query(Permission.PRODUCTS_READ)
def rows(desk: Desk, ids: tuple[ProductId, ...]) -> tuple[ProductRow, ...]:
    """Return the rows of these products; what is gone is left out."""
    return desk.store.product_lists.rows(ids)


@query(Permission.PRODUCTS_READ)
def get(desk: Desk, product_id: ProductId) -> Product:
    """Return a whole product; raises NotFound."""
    return desk.store.products.get(product_id)


@query(Permission.PRODUCTS_READ)
def seen(desk: Desk, product_id: ProductId) -> Seen:
    """Return a product with its VAT of today, as a card shows it; raises NotFound."""
    product = desk.store.products.get(product_id)
    unknown = VatChoice(product.vat, {}, None)
    return Seen(product, {one.code: one for one in vat_choices(desk)}.get(product.vat, unknown))


@query(Permission.PRODUCTS_READ)
def opened(
    desk: Desk, product_id: ProductId | None = None, held: frozenset[int] = frozenset()
) -> Opened:
    """Return what an editor needs to begin with; raises NotFound.

    Without an id it is a new one, or one that was typed and left, but for those that are held.
    """
    company = desk.store.company.get()
    if product_id is None:
        draft = drafts.waiting(desk, KIND, held)
    else:
        draft = desk.store.drafts.kept(KIND, product_id, desk.who.name)
    is_new = product_id is None or (draft is not None and draft.is_new)
    found = None if is_new or product_id is None else desk.store.products.get(product_id)
    return Opened(found, company.language, company.currency, vat_choices(desk), draft)


@query(Permission.PRODUCTS_READ)
def by_code_or_gtin(desk: Desk, text: str) -> Product | None:
    """Return the product that has exactly this code or GTIN, or none: what a scanner asks."""
    lists = desk.store.product_lists
    found = lists.with_code(text.strip()) or lists.with_gtin(text.strip())
    return None if found is None else desk.store.products.get(found)


@query(Permission.PRODUCTS_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[ProductRow, ...]:
    """Return products in use: an exact code or GTIN first, then codes that begin so, then words."""
    lists = desk.store.product_lists
    asked = words.strip()
    if not asked:
        return lists.rows(lists.first(View(sort="code"), limit))
    exact = (lists.with_code(asked), lists.with_gtin(asked))
    hits = desk.store.search.find(words, limit * 3, {KIND})
    ordered = (*exact, *lists.starting_with(asked, limit), *(hit.entity_id for hit in hits))
    found = lists.rows(tuple(dict.fromkeys(one for one in ordered if one is not None)))
    return tuple(row for row in found if not row.is_archived)[:limit]


@command(Permission.PRODUCTS_CHANGE)
def add(desk: Desk, form: ProductForm, product_id: ProductId | None = None) -> Product:
    """Add a product, under the id that a form has given it.

    Raises Invalid, Conflict, NoSuchPicture.
    """
    if product_id is not None and desk.store.products.get_all((product_id,)):
        raise Conflict(record="product", id=product_id)
    kept = tidied(form)
    _require_picture(desk, kept, "")
    _require_right(desk, kept, None)
    product = kept.as_product(product_id or ProductId(new_id()), 1)
    desk.store.products.add(product, desk.now)
    desk.store.drafts.drop(KIND, product.id, desk.who.name)
    _index(desk, product)
    return product


@command(Permission.PRODUCTS_CHANGE)
def change(desk: Desk, product_id: ProductId, version: int, form: ProductForm) -> Product:
    """Replace what is known of a product.

    Raises Invalid, NoSuchPicture, or Conflict if it changed since.
    """
    before = desk.store.products.get(product_id)
    if before.version != version:
        raise Conflict(product=product_id)
    kept = tidied(form)
    _require_picture(desk, kept, before.image)
    _require_right(desk, kept, product_id)
    desk.store.drafts.drop(KIND, product_id, desk.who.name)
    if kept == form_of(before):
        return before
    after = replace(kept.as_product(product_id, version), is_archived=before.is_archived)
    saved = desk.store.products.save(before, after, desk.now)
    _index(desk, saved)
    return saved


@command(Permission.PRODUCTS_CHANGE)
def put_back(desk: Desk, product_id: ProductId, now: ProductForm, wanted: ProductForm) -> Product:
    """Undo a change: ``wanted`` again, if it still is as in ``now``; else raises Conflict."""
    before = desk.store.products.get(product_id)
    if form_of(before) != now:
        raise Conflict(product=product_id)
    return change(desk, product_id, before.version, wanted)


@command(Permission.PRODUCTS_CHANGE)
def put_away(desk: Desk, ids: tuple[ProductId, ...]) -> tuple[ProductId, ...]:
    """Put products into the archive and return those moved; ``take_back`` undoes it."""
    return _move(desk, ids, to_archive=True)


@command(Permission.PRODUCTS_CHANGE)
def take_back(desk: Desk, ids: tuple[ProductId, ...]) -> tuple[ProductId, ...]:
    """Take products back from the archive and return those that were there."""
    return _move(desk, ids, to_archive=False)


def _drawn(picture: bytes) -> bytes:
    made = fresh(picture) if len(picture) <= LARGEST_PICTURE else None
    if made is None:
        raise NotAPicture(size=len(picture))
    return made


@command(Permission.PRODUCTS_CHANGE, before=_drawn)
def keep_picture(desk: Desk, picture: bytes) -> str:
    """Keep a picture as it is drawn anew and return its SHA-256 for a form; raises NotAPicture."""
    return desk.store.contents.put((drawn(desk.ready, _drawn, picture),)).sha256


@query(Permission.PRODUCTS_READ)
def picture(desk: Desk, product_id: ProductId) -> bytes:
    """Return the picture of a product, or nothing."""
    image = desk.store.products.get(product_id).image
    return b"".join(desk.store.contents.get(image)) if image else b""


@query(Permission.PRODUCTS_READ)
def vat_choices(desk: Desk) -> tuple[VatChoice, ...]:
    """Return the VAT codes of our country with their rates of today."""
    return tuple(_vat(desk))


def _vat(desk: Desk) -> Iterator[VatChoice]:
    for code in Country(desk).pack.vat:
        try:
            rate = code.rate_on(desk.today)
        except NoRateYet:
            rate = None
        yield VatChoice(code.code, code.names, rate)


def _index(desk: Desk, product: Product) -> None:
    language = desk.store.company.get().language
    desk.store.search.put(findable(product, language, desk.today))


def _move(desk: Desk, ids: tuple[ProductId, ...], *, to_archive: bool) -> tuple[ProductId, ...]:
    moved = []
    for done, product_id in enumerate(ids):
        desk.progress(done, len(ids))
        before = desk.store.products.get(product_id)
        if before.is_archived is not to_archive:
            after = replace(before, is_archived=to_archive)
            desk.store.products.save(before, after, desk.now)
            moved.append(product_id)
    return tuple(moved)


def _require_picture(desk: Desk, form: ProductForm, before: str) -> None:
    if form.image and form.image != before:
        NamedPictures(desk).require((form.image,))


def _require_right(desk: Desk, form: ProductForm, product_id: ProductId | None) -> None:
    """Raise Invalid when something in the form must be mended."""
    codes = Country(desk).pack.vat_codes()
    found = check(form.as_product(ProductId(0), 1), codes)
    problems = (*found, *_code_taken(desk, form.code, product_id))
    if any(not problem.is_warning for problem in problems):
        raise Invalid(problems)


def _code_taken(desk: Desk, code: str, product_id: ProductId | None) -> tuple[Problem, ...]:
    holder = desk.store.product_lists.with_code(code)
    if holder is None or holder == product_id:
        return ()
    language = desk.store.company.get().language
    name = desk.store.products.get(holder).name_in(language)
    return (CODE_TAKEN.at("code", code=code, name=name),)


def _among(desk: Desk, words: str) -> tuple[int, ...] | None:
    if not words.strip():
        return None
    return tuple(hit.entity_id for hit in desk.store.search.find(words, MOST_FOUND, {KIND}))
