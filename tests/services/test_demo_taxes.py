from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.payments.withholding import Return
from app.outside.clock import FixedClock
from app.services import demo, exemptions, tax_codes, withholding
from app.services.permissions import Actor
from tests.builders import TODAY


@pytest.mark.parametrize(("country", "certificates"), [("TH", 2), ("US", 0)])
def test_sample_companies_have_taxes_of_their_country(
    tmp_path: Path, country: str, certificates: int
) -> None:
    office = demo.create_sample(
        tmp_path / "Sample.backdesk", country, FixedClock(TODAY), Actor("Ann")
    )

    found = office.ask(withholding.certificates, TODAY, TODAY)

    assert len(found) == certificates
    if country == "TH":
        assert office.ask(withholding.tax_list, Return.PND53, TODAY).tax.minor == 24500
    else:
        assert [one.code for one in office.ask(tax_codes.own_codes)] == ["il_springfield"]
        assert [one.number for one in office.ask(exemptions.all_exemptions)] == ["E-9995-1234-07"]
    office.close()
