"""A SHA-256 is no right to what it stands for: forms name pictures that their writer may show.

Another program is this one that forgot what it put in. In the office lie, as bytes that are
pictures: a document behind the wall of the management, what a mail brought, and a signature.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from app.domain.archive.readers import Readers
from app.domain.archive.receiving import Incoming
from app.domain.correspondence.arriving import Arrived
from app.domain.correspondence.body import Body, Image
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.correspondence.template import (
    SnippetForm,
    SnippetText,
    TemplateForm,
    TemplateText,
)
from app.domain.products.form import form_of
from app.domain.products.product import Product
from app.domain.shared.ids import DocumentId, new_id
from app.domain.shared.refusals import NotFound
from app.services import (
    admin,
    archive,
    kinds,
    letter_pictures,
    letters_out,
    mail_keeping,
    mails,
    products,
    receiving,
    signatories,
    snippets,
    templates,
)
from app.services.naming_pictures import NoSuchPicture
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.foreign_mail import with_file
from tests.services.letters import an_office
from tests.services.test_products import a_form
from tests.services.walls import reader_without
from tests.trade import AAMU

CLERK = reader_without(Readers.MANAGEMENT)


def a_picture(colour: str) -> bytes:
    out = BytesIO()
    Pillow.new("RGB", (4, 3), colour).save(out, "PNG")
    return out.getvalue()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


WALLED, ATTACHED, SIGNATURE, NOWHERE = map(a_picture, ("black", "gold", "blue", "pink"))
TEXT = b"no picture"
HIDDEN = {
    "walled": sha256(WALLED),
    "attached": sha256(ATTACHED),
    "signature": "",
    "no-picture": sha256(TEXT),
    "nowhere": sha256(NOWHERE),
}


@dataclass(frozen=True, slots=True)
class There:
    """An office with hidden pictures, as the next program sees it."""

    office: Office
    hidden: dict[str, str]


@pytest.fixture
def there(database: Database, tmp_path: Path) -> There:
    office = an_office(database)
    form = kinds.TypeForm("board", {"en": "Board"}, "general", readers=Readers.MANAGEMENT)
    board = office.do(kinds.add_type, form).result
    record = office.do(archive.file, "minutes.png", "image/png", WALLED).result
    with office.database.write() as unit:
        card = unit.documents.get(DocumentId(record.id))
        unit.documents.save(card, replace(card, type_id=board.id))
    path = tmp_path / "a.eml"
    path.write_bytes(with_file(ATTACHED, "kuva.png"))
    office.run(mails.take, (path,))
    anna = office.do(signatories.add, "Anna").result
    signed = office.do(signatories.change_picture, anna.id, SIGNATURE).result
    office.database.contents.put((TEXT,))
    forget(office)
    clerk = Office(office.database, office.clock, Actor("Clerk", CLERK))
    return There(clerk, HIDDEN | {"signature": signed.picture})


def forget(office: Office) -> None:
    office.database.contents._put_here.clear()


def shows(name: str) -> Body:
    return Body((Image(name, 60),))


def product(office: Office, name: str) -> None:
    office.do(products.add, replace(a_form(), image=name))


def added(office: Office) -> Product:
    return office.do(products.add, a_form(f"G-{new_id()}")).result


def changed_product(office: Office, name: str) -> None:
    one = added(office)
    office.do(products.change, one.id, one.version, replace(form_of(one), image=name))


def undone_product(office: Office, name: str) -> None:
    one = added(office)
    office.do(products.put_back, one.id, form_of(one), replace(form_of(one), image=name))


def letter(office: Office, name: str) -> None:
    office.do(
        letters_out.draft, OutgoingForm(addressee_id=AAMU.id, subject="Hei", body=shows(name))
    )


def changed_letter(office: Office, name: str) -> None:
    form = OutgoingForm(addressee_id=AAMU.id, subject="Hei")
    one = office.do(letters_out.draft, form).result
    office.do(letters_out.save, one.id, one.version, replace(form, body=shows(name)))


def template(office: Office, name: str) -> None:
    text = TemplateText("fi", "Hei", shows(name))
    office.do(templates.add, TemplateForm("Kirje", (text,)))


def snippet(office: Office, name: str) -> None:
    office.do(snippets.add, SnippetForm("hei", (SnippetText("fi", shows(name)),)))


def logo(office: Office, name: str) -> None:
    now = office.ask(admin.company)
    office.do(admin.put_back, now, replace(now, logo=name))


WAYS: list[Callable[[Office, str], None]] = [
    product,
    changed_product,
    undone_product,
    letter,
    changed_letter,
    template,
    snippet,
    logo,
]


def test_what_is_hidden_is_refused_as_what_is_not_there(there: There) -> None:
    told: dict[str, Any] = {}
    for called, name in there.hidden.items():
        for way in WAYS:
            with pytest.raises(NoSuchPicture) as refused:
                way(there.office, name)
            told[f"{way.__name__} {called}"] = (refused.value.code, refused.value.facts)

    assert len(told) == len(WAYS) * len(HIDDEN)
    assert set(map(str, told.values())) == {"('pictures.not-there', {})"}


def test_a_picture_that_was_put_in_is_shown_by_this_program_and_the_next(there: There) -> None:
    name = there.office.do(products.keep_picture, a_picture("red")).result

    product(there.office, name)
    for way in WAYS[1:]:
        forget(there.office)
        way(there.office, name)


def test_what_a_record_shows_may_be_shown_again_although_it_was_filed_too(there: There) -> None:
    red = a_picture("red")
    name = there.office.do(products.keep_picture, red).result
    product(there.office, name)
    letter(there.office, there.office.do(letter_pictures.keep, red).result.sha256)
    there.office.do(archive.file, "kuva.png", "image/png", red)
    forget(there.office)

    snippet(there.office, name)

    assert there.office.ask(letter_pictures.contents, (name,)) == {name: red}


def test_who_has_the_bytes_may_show_them_wherever_they_lie_too(there: There) -> None:
    name = there.office.do(products.keep_picture, WALLED).result

    assert name == there.hidden["walled"]
    product(there.office, name)


def test_no_picture_of_a_letter_is_given_out_by_its_name(there: There) -> None:
    hidden = tuple(there.hidden.values())

    assert there.office.ask(letter_pictures.contents, hidden) == {}


def test_a_preview_shows_nothing_that_is_hidden(there: There) -> None:
    form = OutgoingForm(addressee_id=AAMU.id, subject="Hei")
    drawn = there.office.do(letter_pictures.keep, a_picture("red")).result.sha256
    pages = {
        name: preview(there.office, replace(form, body=shows(name)))
        for name in (*there.hidden.values(), drawn)
    }

    assert b"/Image" in pages.pop(drawn)
    assert [name for name, page in pages.items() if b"/Subtype /Image" in page] == []
    with_hidden = replace(form, body=shows(there.hidden["walled"]))
    found = there.office.ask(letters_out.check, with_hidden)
    assert "body" in [one.field for one in found]


def preview(office: Office, form: OutgoingForm) -> bytes:
    return office.ask(letters_out.preview, office.ask(letters_out.written, form))


def test_files_come_in_by_their_bytes_and_not_by_their_names(there: There) -> None:
    for content in (WALLED, TEXT, NOWHERE):
        named = Incoming("x.png", "image/png", sha256(content), len(content))
        with pytest.raises(NotFound) as refused:
            there.office.do(receiving.keep, (named,))
        assert refused.value.code == "contents.missing"


def test_mails_come_in_by_their_bytes_and_not_by_their_names(there: There) -> None:
    for content in (WALLED, TEXT, NOWHERE):
        with pytest.raises(NotFound) as refused:
            there.office.do(mail_keeping.keep, (Arrived(sha256(content)),))
        assert refused.value.code == "contents.missing"


def test_what_the_asker_sees_may_come_in_again_by_its_name(there: There) -> None:
    record = there.office.do(archive.file, "open.png", "image/png", NOWHERE).result
    forget(there.office)
    named = Incoming("x.png", "image/png", record.sha256, record.size)

    (received,) = there.office.do(receiving.keep, (named,)).result

    assert (received.document_id, received.is_known) == (DocumentId(record.id), True)
