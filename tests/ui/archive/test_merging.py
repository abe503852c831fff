from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import filing, kinds
from app.services.office import Office
from app.ui.archive.merging import ask_for_merge
from app.ui.archive.naming import Naming
from app.ui.kit.shell import Shell


def test_a_tag_is_not_put_together_with_one_under_it(
    qtbot: QtBot, shell: Shell, office: Office, naming: Naming
) -> None:
    cars, _leases = office.do(filing.add_tag_path, ("cars", "leases")).result
    naming.learn(office.ask(kinds.sorting))
    page = QWidget()
    qtbot.addWidget(page)
    page.show()

    dialog = ask_for_merge(page, shell, naming, cars)

    assert dialog.into.count() == 0
    buttons = {one.text(): one.isEnabled() for one in dialog.findChildren(QPushButton)}
    assert buttons == {"Cancel": True, "Put together": False}
    dialog.reject()
