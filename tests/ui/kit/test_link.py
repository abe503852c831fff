from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.kit.link import LinkButton


def test_a_link_is_there_only_with_a_place_to_lead_to(qtbot: QtBot) -> None:
    link = LinkButton()
    qtbot.addWidget(link)

    link.lead_to("Invoice 20260001")
    assert (link.isVisible(), link.text()) == (True, "Invoice 20260001")
    link.lead_to("")

    assert not link.isVisible()
