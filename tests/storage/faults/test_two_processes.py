"""Several processes work in one office: in turn, without gaps, and knowing of each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.storage.offices import open_office
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk, numbers, prove

SCRIPTS = 4
EACH = 5
ROOT = Path(__file__).parents[3]
SCRIPT = """
import sys
from app.storage import presence
from tests.storage.faults.clerk import Job, work
presence.PATIENCE = 90  # the last waits for three others, on a machine with other work too
sys.exit(work(Job(sys.argv[1], sys.argv[2], most=int(sys.argv[3]), wants="script")))
"""


def test_scripts_that_come_together_issue_one_after_the_other(drafts: Path, tmp_path: Path) -> None:
    acks = tmp_path / "acks"
    command = [sys.executable, "-c", SCRIPT, str(drafts), str(acks), str(EACH)]
    scripts = [subprocess.Popen(command, cwd=ROOT) for _ in range(SCRIPTS)]

    assert [script.wait(120) for script in scripts] == [0] * SCRIPTS

    assert len(numbers(acks)) == SCRIPTS * EACH
    assert prove(drafts, numbers(acks)) == numbers(acks)


def test_another_process_is_told_who_has_the_office(
    clerk: Clerk, drafts: Path, tmp_path: Path
) -> None:
    window = open_office(drafts)

    end = clerk.do(Job(str(drafts), str(tmp_path / "acks"), wants="script"))
    window.close()

    assert end != 0
    assert (tmp_path / "acks").read_text() == "! place.in-use\n"
