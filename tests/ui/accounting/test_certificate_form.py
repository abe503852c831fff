from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.payments.withholding import Return
from app.services.certificate_forms import Opened
from app.services.office import Office
from app.ui.accounting.certificate_form import NOBODY, CertificateFields
from app.ui.kit.shell import Shell
from tests.ui.accounting.taxed import a_certificate, moved


def test_a_form_gives_back_what_it_was_given(qtbot: QtBot, office: Office, shell: Shell) -> None:
    payee = moved(office, "TH", "THB")
    typed = a_certificate(payee)
    fields = CertificateFields(shell, Opened("THB", "TH", typed))
    qtbot.addWidget(fields)

    fields.begin(Opened("THB", "TH", typed))

    found = fields.value()
    assert (found.rows, found.form, found.contact_id) == (typed.rows, Return.PND53, NOBODY)
    assert fields.place_of("rows.0.tax").endswith("tax")
    assert fields.place_of("number") == "number"


def test_what_cannot_be_read_is_told(qtbot: QtBot, shell: Shell) -> None:
    fields = CertificateFields(shell, Opened("THB", "TH"))
    qtbot.addWidget(fields)
    fields.begin(Opened("THB", "TH"))

    fields.day.setText("someday")
    fields.rows.editor(0, "amount").setText("a lot")
    fields.rows.editor(0, "paid_on").setText("soon")

    assert len(list(fields.unreadable())) == 3
