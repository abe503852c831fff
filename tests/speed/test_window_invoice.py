"""An invoice that is measured is written as a clerk writes it: keys, figures, a long paste."""

from __future__ import annotations

from pathlib import Path

from tests.speed.bench_window import told
from tests.speed.offices import make_office


def test_an_invoice_is_opened_typed_and_pasted_into(tmp_path: Path) -> None:
    office = tmp_path / "Lumo.backdesk"
    make_office(office, 20)

    found = told(str(tmp_path), "tests.speed.window_invoice", str(office), "60", "4")

    assert {"first", "open", "key few", "key many", "gap paste"} <= found.keys()
    assert found["paste shown"] <= found["paste figures"] <= found["paste page"]
    assert all(figure > 0 for name, figure in found.items() if "gap" not in name)
