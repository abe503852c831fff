"""The screens: every module and every kind of record has its picture."""

from __future__ import annotations

from app.tour.screens import SCREENS
from app.ui.modules import MODULES


def test_every_module_is_photographed() -> None:
    shown = {screen.module for screen in SCREENS if not screen.keys or screen.keys == ("Alt+1",)}

    assert shown == {module.name for module in MODULES}


def test_every_page_of_a_record_is_photographed() -> None:
    kinds = {kind for module in MODULES for kind in module.records}
    elsewhere = {"invoice", "note"}
    in_thailand = {"certificate", "certificates", "certificate-form", "tax-list"}
    in_america = {"contractors", "nec-list"}
    same_page = {"product-import", "entry-copy", "letter-of-document", "mail-to", "contract-new"}

    not_here = elsewhere | same_page | in_thailand | in_america
    assert kinds - not_here == {screen.name for screen in SCREENS} & kinds
