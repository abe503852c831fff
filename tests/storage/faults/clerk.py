"""A clerk in a process of its own, who can be killed: forks for each job it is given.

Reads jobs as JSON lines, answers each with the id of the process that does it, and with how that
ended. What a clerk acknowledges is written to a file at once, number by number.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.correspondence.letter import Channel
from app.domain.correspondence.merging import RunState
from app.domain.invoices.invoice import State
from app.domain.shared.ids import InvoiceId, LetterId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal, Unavailable
from app.outside.clock import FixedClock
from app.services import (
    dispatching,
    invoices,
    letters_out,
    merge_runs,
    stacks,
    taking,
    taking_back,
)
from app.services.office import Office
from app.services.permissions import Actor
from app.services.rounds import Rounds
from app.storage import place
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.trade import drafted, opened_books

FAULT, REFUSED = 3, 4
SMALL_BALLAST = 64 << 10


@dataclass(frozen=True, slots=True)
class Job:
    """Issue drafts of an office, or take in what lies in ``scans``, or an exported archive.

    ``splits`` says that the stacks which it holds are split, ``letters`` that letters are issued,
    ``mails`` that its mailings are.

    The disk may record, or fail at the n-th write from then on.
    """

    folder: str
    acks: str
    most: int = 1000
    record: str = ""
    fail_at: int = 0
    errno: int = 28
    is_for_ever: bool = False
    wants: str = "window"
    scans: str = ""
    export: str = ""
    splits: bool = False
    letters: bool = False
    mails: bool = False


def main() -> None:
    """Do the jobs that come, each in a fork."""
    practise()
    for line in sys.stdin:
        job = Job(**json.loads(line))
        child = os.fork()
        if child == 0:
            os._exit(work(job))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def practise() -> None:
    """Issue an invoice in an office that is gone then: each fork finds loaded what that takes.

    A clerk who begins by loading is killed there more often than at work.
    """
    vars(place)["BALLAST_BYTES"] = SMALL_BALLAST
    with TemporaryDirectory(prefix="backdesk-practice-") as folder:
        path = Path(folder) / "Practice.backdesk"
        office = Office(create_office(path), FixedClock(TODAY), Actor("Maija"))
        opened_books(office)
        drafted(office)
        office.close()
        if work(Job(str(path), str(Path(folder) / "acks"))):
            raise SystemExit(1)


def work(job: Job) -> int:
    _watch(job)
    acks = os.open(job.acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        office = Office(
            open_office(Path(job.folder), wants=job.wants), FixedClock(TODAY), Actor("Maija")
        )
        if job.export:
            office.run(taking_back.take_back, Path(job.export))
        post(office, job, acks)
        drafts = office.ask(invoices.spine, View(only=(State.DRAFT.value,)))
        for draft in list(drafts)[: job.most]:
            number = office.do(invoices.issue, InvoiceId(draft)).result.number
            os.write(acks, f"{number}\n".encode())
        office.close()
    except Unavailable as fault:
        os.write(acks, f"! {fault.code}\n".encode())
        return FAULT
    except Refusal as refusal:
        os.write(acks, f"! {refusal.code}\n".encode())
        return REFUSED
    except BaseException as error:  # noqa: BLE001  a fork must not return into its parent's work
        os.write(acks, f"? {error!r}\n".encode())
        return 1
    return 0


def post(office: Office, job: Job, acks: int) -> None:
    """Do what a job asks for with papers and letters."""
    if job.scans:
        receive(office, Path(job.scans), acks)
    if job.splits:
        split(office, acks)
    if job.letters:
        issue_letters(office, acks, job.most)
    if job.mails:
        issue_mailings(office, acks)


def issue_letters(office: Office, acks: int, most: int) -> None:
    """Issue drafts of letters and send each."""
    drafts = office.ask(letters_out.spine, View(only=("draft",)))
    for draft in list(drafts)[:most]:
        letter = office.do(letters_out.issue, LetterId(draft)).result
        os.write(acks, f"{letter.number}\n".encode())
        office.do(dispatching.send, letter.id, Channel.POST)


def issue_mailings(office: Office, acks: int) -> None:
    """Issue the mailings that were prepared, a few letters at once."""
    vars(merge_runs)["BATCH"] = 3
    for row in office.ask(merge_runs.runs):
        if row.run.state is RunState.PREPARED:

            def note(done: int, of: int) -> None:
                os.write(acks, f"{done} of {of}\n".encode())

            office.run_watched(note, merge_runs.issue, row.id)


def receive(office: Office, scans: Path, acks: int) -> None:
    """Look into the watched folder until nothing lies there any more, a few files at once."""
    taking.BATCH_FILES = 2
    going = Rounds(office)
    while any(path.is_file() for path in scans.iterdir()):
        for received in going.look().received:
            os.write(acks, f"{received.name}\n".encode())


def split(office: Office, acks: int) -> None:
    """Split what waits to be split, one after the other."""
    while office.run(stacks.split_some, 0).done:
        os.write(acks, b"split\n")


def _watch(job: Job) -> None:
    if job.record or job.fail_at:
        disk = ctypes.CDLL(None)
        disk.disk_watch(job.folder.encode(), job.record.encode())
        disk.disk_fail(job.fail_at, job.errno, int(job.is_for_ever))


def asked(job: Job) -> str:
    """Return a job as the line that a clerk reads."""
    return json.dumps(asdict(job)) + "\n"


if __name__ == "__main__":
    main()
