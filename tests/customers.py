"""The customers of journey 2: a table of 1,000 rows, three of them bad, two there already."""

from __future__ import annotations

from app.domain.shared import check_digits

ROWS = 1000
HEADINGS = "Nimi;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka;ALV-tunnus;Tilinumero"


def business_id(number: int) -> str:
    """Return a right Finnish business id of this number, or of the next that has one."""
    digits = f"{number:07}"
    check = check_digits.business_id(digits)
    return f"{digits}-{check}" if check else business_id(number + 1)


BUSINESS_IDS = (business_id(1_000_000 + 200 * 7), business_id(1_000_000 + 300 * 7))
"""What two rows share with customers that are there before."""


def journey_rows() -> list[str]:
    """Return the rows; the 17th has a wrong VAT id, the 42nd no name, the 100th a wrong IBAN."""
    rows = [
        f"Asiakas {no:04};{business_id(1_000_000 + no * 7)};Katu {no};{no % 99999:05};Tampere;;"
        for no in range(1, ROWS + 1)
    ]
    rows[16] = "Väärä ALV Oy;;Katu 17;00017;Tampere;FI12345670;"
    rows[41] = ";;Katu 42;00042;Tampere;;"
    rows[99] = "Väärä tili Oy;;Katu 100;00100;Tampere;;FI49 5000 9420 0287 31"
    return rows


def table_of_customers() -> bytes:
    """Return the table as a Finnish spreadsheet on Windows saves it."""
    return "\r\n".join((HEADINGS, *journey_rows())).encode("cp1252")
