"""The file of a person prints: for the office without what is private, for personnel whole."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from app.domain.employees.employee import Employee
from app.services import archive, employee_papers, employees, photos
from app.services.office import Office
from app.services.permissions import NotAllowed
from app.storage.database import Database
from tests.employing import CLERK, IDENTITY, PRIVATE, a_form, as_role, hire
from tests.order_desk import an_ordering_office


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def maija(office: Office) -> Employee:
    """Maija, with a photo, a document and a change."""
    known = hire(office)
    out = BytesIO()
    Image.new("RGB", (60, 80), "teal").save(out, "PNG")
    after = office.do(photos.put, known.id, known.version, out.getvalue()).result
    office.do(archive.file, "todistus.pdf", "application/pdf", b"%PDF", f"employee:{known.id}")
    form = a_form(position="Head", photo_id=None)
    return office.do(employees.change, known.id, after.version, form).result


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_open_file_tells_nothing_private_even_to_who_may_read_it(
    office: Office, maija: Employee
) -> None:
    told = words(office.ask(employee_papers.page, maija.id, None, "en"))

    assert "Maija Salonen" in told
    assert "Position: Accountant → Head" in told.replace("\r\n", " ").replace("\n", " ")
    assert "todistus.pdf" in told
    for secret in (IDENTITY, "4,711.23", "4711.23", PRIVATE.health, "Salakuja"):
        assert secret not in told
    assert office.ask(employees.access_log, maija.id) == ()


def test_the_whole_file_tells_all_and_is_written_down(office: Office, maija: Employee) -> None:
    told = words(office.do(employee_papers.show_whole, maija.id, None, "en").result)

    for secret in (IDENTITY, "4,711.23", PRIVATE.health, "Salakuja 7", "Pekka Salonen"):
        assert secret in told
    looks = [one.command for one in office.ask(employees.access_log, maija.id)]
    assert looks == ["employee_papers.show_whole"]


def test_who_stands_before_the_wall_prints_the_open_file_only(
    office: Office, maija: Employee
) -> None:
    clerk = as_role(office, CLERK)

    assert IDENTITY not in words(clerk.ask(employee_papers.page, maija.id))
    with pytest.raises(NotAllowed):
        clerk.do(employee_papers.show_whole, maija.id)
