"""Electronic addresses of parties (BT-34, BT-49): a code of the EAS list, and an id of its kind."""

from __future__ import annotations

_CODES = (
    "0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0170 0183 0184 "
    "0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 "
    "0209 0210 0211 0212 0213 0215 0216 0217 0218 0219 0220 0221 0225 0230 0235 0240 9910 "
    "9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 "
    "9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 "
    "9950 9951 9952 9953 9957 9959 EM "
)
EAS = frozenset(_CODES.split())
"""Every code of an electronic address that people are likely to be given (CEF EAS)."""

EMAIL, LEITWEG, OVT = "EM", "0204", "0216"
CHECKED = {
    "0037": "fi.ovt",
    "0088": "gtin",
    "0204": "de.leitweg",
    "0212": "fi.business_id",
    "0213": "fi.vat",
    "0216": "fi.ovt",
    "9930": "de.vat",
}
"""The identifiers whose form or check digit we know, by the code of their addresses."""
FOREIGN = {
    "0007": (r"\d{10}", "se.orgnr", "5560360793"),
    "0151": (r"\d{11}", "au.abn", "51824753556"),
    "0184": (r"DK\d{8}", "dk.cvr", "DK13585628"),
    "0192": (r"\d{9}", "no.orgnr", "974760673"),
    "0208": (r"\d{10}", "be.vat", "0403019261"),
}
"""Numbers of other countries that Peppol checks: how they are written, who checks, an example."""
VAT_ENDPOINTS = {"DE": "9930", "FI": "0213"}
"""The code of an address that is a VAT id, by its country."""


def split_endpoint(value: str) -> tuple[str, str]:
    """Return the code and the id of an address that is written as one: ``0204:991-03730-19``."""
    code, _colon, inner = value.partition(":")
    return (code, inner) if inner else ("", code)
