"""Orders are read from files, from the archive and from what was pasted, as they are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.ids import DocumentId
from app.domain.shared.imports import Plan, Source
from app.formats.tables import NoSuchFile
from app.services import archive, order_intake
from app.services.office import Office
from tests.formats.einvoices.orders import ORDER, order_xml

ROWS = b"Order number;Customer;Product;Quantity;Unit price\nA-1;Aamu;Pump;2;5,00\n"


def plan_for(office: Office, source: Source, pasted: bytes = b"") -> Plan:
    return office.ask(order_intake.look, (source,), pasted)[0].plan


def references(office: Office, plan: Plan, pasted: bytes = b"") -> list[str]:
    return [one.reference for one in office.ask(order_intake.preview, (plan,), pasted)]


def test_xml_has_no_columns_and_a_table_has(office: Office) -> None:
    xml, table = plan_for(office, Source(ORDER)), plan_for(office, Source(), ROWS)

    assert xml.columns == ()
    assert table.columns == ("reference", "customer", "product", "quantity", "price")
    assert references(office, xml) == ["PO-4711"]
    assert references(office, table, ROWS) == ["A-1"]


def test_what_lies_in_the_archive_is_read_from_there(office: Office) -> None:
    filed = office.do(archive.file, "o.xml", "application/xml", order_xml()).result
    table = office.do(archive.file, "o.csv", "text/csv", ROWS).result

    for record, expected in ((filed, "PO-4711"), (table, "A-1")):
        plan = plan_for(office, Source(document_id=DocumentId(record.id)))
        assert references(office, plan) == [expected]


def test_a_file_that_is_not_there_is_told(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        office.ask(order_intake.look, (Source(tmp_path / "none.xml"),))
