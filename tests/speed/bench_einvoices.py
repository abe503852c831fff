"""An e-invoice of 20 lines: written, read and checked, beside lxml doing only the XML of it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from lxml import etree

from app.domain.invoices.einvoice_rules import check_sending
from app.domain.invoices.proofreading import differences
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.writers import WRITERS, write
from tests.builders import TODAY, a_draft, a_line, percent
from tests.domain.invoices.test_etax_rules import THAI_BUYER
from tests.einvoices import SENDING, billed, issued
from tests.speed.bench import Figure, Site, bench

LINES = tuple(a_line("3", f"{number}.95", "19", percent("5")) for number in range(1, 21))


@bench("e-invoices", row=7, sized=False)
def e_invoices(site: Site) -> Iterator[Figure]:
    for eformat in WRITERS:
        invoice = issued(a_draft(*LINES, discount=percent("2")), eformat, buyer=THAI_BUYER)
        bill, xml = billed(invoice), write(billed(invoice))
        tree = etree.fromstring(xml)

        wrote = median(site.alone(lambda: write(billed(invoice))))  # noqa: B023  measured at once
        bare = median(site.alone(lambda: etree.tostring(tree)))  # noqa: B023  measured at once
        yield Figure(f"{eformat.value} written", wrote, bare, "lxml writes the tree", at_most=10)

        def check() -> object:
            found = read_xml(xml, "a.xml")  # noqa: B023  measured at once
            assert differences(bill, found) == ()  # noqa: B023  measured at once
            return check_sending(invoice, SENDING, TODAY)  # noqa: B023  measured at once

        read = median(site.alone(check))
        parsed = median(site.alone(lambda: etree.fromstring(xml)))  # noqa: B023  measured at once
        yield Figure(
            f"{eformat.value} read and checked", read, parsed, "lxml parses it", at_most=20
        )
    assert EFormat.NONE not in WRITERS
