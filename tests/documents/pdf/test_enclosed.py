from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from app.documents.attachments import Attachment, Relation
from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.judging import faults
from tests.documents.pdf.test_metadata import FACTUR_X

XML = Attachment(
    "factur-x.xml",
    "text/xml",
    b"<rsm:CrossIndustryInvoice/>",
    Relation.ALTERNATIVE,
    datetime(2026, 2, 27, 12, 30, tzinfo=UTC),
    "Invoice as data",
)
LIST = replace(XML, name="Käyttö.csv", mime="text/csv", content=b"a;b\n", relation=Relation.DATA)


def with_files(*attachments: Attachment) -> bytes:
    return render(replace(papers.finnish(), attachments=attachments, schemas=(FACTUR_X,)))


def test_an_attached_file_is_read_back_as_it_was() -> None:
    reader = PdfReader(BytesIO(with_files(XML, LIST)), strict=True)

    assert {name: parts[0] for name, parts in reader.attachments.items()} == {
        "factur-x.xml": XML.content,
        "Käyttö.csv": LIST.content,
    }


def test_an_attached_file_says_what_it_is_to_the_paper() -> None:
    root: Any = PdfReader(BytesIO(with_files(XML)), strict=True).root_object

    (spec,) = (one.get_object() for one in root["/AF"])
    stream = spec["/EF"]["/F"].get_object()
    assert (spec["/AFRelationship"], spec["/UF"]) == ("/Alternative", "factur-x.xml")
    assert (spec["/Desc"], stream["/Subtype"]) == ("Invoice as data", "/text/xml")
    assert stream["/Params"]["/ModDate"] == "D:20260227123000+00'00'"
    assert stream["/Params"]["/Size"] == len(XML.content)


def test_a_file_with_files_inside_keeps_the_rules() -> None:
    assert faults(with_files(XML, LIST), "3a", "ua1") == []


def test_files_inside_belong_to_the_identity_of_the_file() -> None:
    content = with_files(XML)
    other = with_files(replace(XML, content=b"<other/>"))

    assert content == with_files(XML) and content[-200:] != other[-200:]
