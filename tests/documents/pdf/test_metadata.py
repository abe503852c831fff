from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from app.documents.attachments import Entry, Schema
from app.documents.pdf.metadata import Claim, Facts, packet

FACTS = Facts("Invoice <1> & more", "Puu ja Penkki Oy", "Pyörä", "fi")
FACTUR_X = Schema(
    "fx",
    "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
    "Factur-X PDFA Extension Schema",
    (Entry("DocumentFileName", "factur-x.xml", "Name of the embedded XML invoice file"),),
)


def texts(content: bytes) -> dict[str, str]:
    """Return the last text of every element, by its name without namespace."""
    root = ET.fromstring(content.decode("utf-8"))  # noqa: S314  we wrote it
    return {one.tag.rpartition("}")[2]: (one.text or "").strip() for one in root.iter()}


def test_a_packet_says_title_author_subject_and_language() -> None:
    said = packet(FACTS, Claim.TAGGED).decode("utf-8")

    for text in ("Invoice &lt;1&gt; &amp; more", "Puu ja Penkki Oy", "Pyörä", "<rdf:li>fi<"):
        assert text in said


def test_a_packet_claims_what_it_is_told_to_claim() -> None:
    tagged, unicode = (texts(packet(FACTS, claim)) for claim in (Claim.TAGGED, Claim.UNICODE))
    nothing = packet(FACTS, None)

    assert tagged["conformance"] == "A" and "valueType" in tagged
    assert unicode["conformance"] == "U" and "schema" not in unicode
    assert b"conformance" not in nothing and b"pdfuaid" not in nothing


def test_words_of_other_standards_are_said_and_explained() -> None:
    said = packet(FACTS, Claim.UNICODE, (FACTUR_X,))

    assert b"<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>" in said
    assert texts(said)["namespaceURI"] == FACTUR_X.namespace


@given(st.text(st.characters()))
def test_any_title_makes_a_packet_that_can_be_read(title: str) -> None:
    assert texts(packet(Facts(title, title, title, "en"), Claim.TAGGED))["part"]


def test_signs_of_xml_in_a_title_are_read_back_as_they_were() -> None:
    title = "<a href=\"x\">&amp;</a> 'q'"

    root = ET.fromstring(packet(Facts(title, "", "", "en"), None).decode("utf-8"))  # noqa: S314  ours

    found = root.find(".//{http://purl.org/dc/elements/1.1/}title")
    assert found is not None and "".join(found.itertext()).strip() == title
