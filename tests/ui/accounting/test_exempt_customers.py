from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.invoices.exemptions import Exemption
from app.domain.shared.ids import ExemptionId
from app.services import exemptions
from app.services.office import Office
from app.ui.accounting.exempt_customers import ExemptCustomers, ExemptFields
from app.ui.accounting.tax_codes_page import TaxCodesPage
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import moved, shown
from tests.windows import Settle


def test_a_certificate_of_a_customer_is_listed_with_its_name(
    qtbot: QtBot, office: Office, shell: Shell, settle: Settle
) -> None:
    customer = moved(office, "US", "USD")
    office.do(exemptions.write, Exemption(ExemptionId(9), 1, customer, "TX-1", "TX"))
    page = shown(qtbot, TaxCodesPage(shell), settle)

    page.sections.show_section("exempt")
    settle()

    pane = page.sections.current
    assert isinstance(pane, ExemptCustomers)
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    assert pane.list.item(0).text() == "Bangkok Cleaning · TX-1"
    assert isinstance(pane.form, ExemptFields)
    assert pane.form.value().number == "TX-1"
