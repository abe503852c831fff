"""The story: a fixed day and a sample office that can be reached again."""

from __future__ import annotations

from pathlib import Path

from app.services import admin
from app.services.welcome import NewOffice
from app.tour.story import DAY, sample_office, ways


def test_the_sample_lies_under_its_name_and_opens_on_the_storys_day(tmp_path: Path) -> None:
    path = sample_office(tmp_path, "FI")

    office = ways(tmp_path).open(path, "", "")

    assert path.name == "Lumo & Suoni Oy.backdesk"
    assert office.ask(admin.company).is_sample
    assert office.clock.today() == DAY
    office.close()


def test_new_offices_lie_in_the_folder_of_the_tour(tmp_path: Path) -> None:
    reached = ways(tmp_path)

    place = reached.place_for("Lumo")
    reached.create(place, NewOffice("Lumo", "FI", "fi"), "").close()

    assert place.parent == tmp_path
    assert next(one.code for one in reached.countries()) == "FI"


def test_the_sample_is_made_with_progress_and_removed(tmp_path: Path) -> None:
    reached = ways(tmp_path)
    told: list[tuple[int, int]] = []

    def note(done: int, of: int) -> None:
        told.append((done, of))

    assert reached.sample is not None

    reached.sample(tmp_path / "S.backdesk", "US", note).close()
    reached.remove_sample(tmp_path / "S.backdesk")

    assert len(told) > 5
    assert not (tmp_path / "S.backdesk").exists()
