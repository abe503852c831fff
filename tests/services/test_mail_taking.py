"""No mail from outside is lost: what cannot be read is kept whole, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.correspondence.mail import Mail
from app.domain.shared.ids import MailId
from app.domain.shared.paging import View
from app.formats import messages
from app.services import mail_taking, mails
from app.services.office import Cancelled, Office
from tests.databases import on_sqlite
from tests.foreign_mail import BROKEN, PLAIN, a_message, with_file

pytestmark = on_sqlite


def written(folder: Path, *contents: bytes) -> tuple[Path, ...]:
    paths = tuple(folder / f"{at}.eml" for at in range(len(contents)))
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def got(office: Office, mail_id: MailId) -> Mail:
    return office.ask(mails.get, mail_id)


def test_a_mail_is_kept_whole_with_what_it_says(office: Office, tmp_path: Path) -> None:
    told = office.run(mails.take, written(tmp_path, PLAIN))

    (mail_id,) = told.kept
    mail = got(office, mail_id)
    assert (mail.subject, mail.sender) == ("Kysymys hänestä", "maija@aamu.example")
    assert office.ask(mails.message, mail_id) == PLAIN
    assert (told.odd, told.failures) == ((), ())


def test_whatever_strangers_send_is_kept_and_told(office: Office, tmp_path: Path) -> None:
    box = tmp_path / "all.mbox"
    box.write_bytes(
        b"".join(
            b"From a@x Tue\n" + one.replace(b"\r\n", b"\n") + b"\n\n" for one in (*BROKEN, PLAIN)
        )
    )

    told = office.run(mails.take, (box,))

    assert len(told.kept) == len(BROKEN) + 1
    assert told.odd
    assert all(got(office, one).code.startswith("mail.") for one in told.odd)
    assert got(office, told.kept[-1]).subject == "Kysymys hänestä"


def test_a_bomb_that_is_attached_is_not_unpacked(office: Office, tmp_path: Path) -> None:
    bomb = b"PK\x03\x04" + b"\0" * 5000
    told = office.run(mails.take, written(tmp_path, with_file(bomb, "bomb.zip")))

    (part,) = got(office, told.kept[0]).attachments
    assert (part.name, part.size) == ("bomb.zip", len(bomb))


def test_files_that_cannot_be_read_keep_no_other_back(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LARGEST", 2000)
    fine, large = written(tmp_path, PLAIN, b"x" * 3000)

    told = office.run(mails.take, (tmp_path / "none.eml", large, fine))

    assert [one.code for one in told.failures] == ["files.cannot-read", "mail.too-large"]
    assert len(told.kept) == 1


def test_a_reader_that_breaks_breaks_one_mail(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_taking, "messages_of", breaks_at_bad)

    told = office.run(mails.take, written(tmp_path, PLAIN, a_message("bad")))

    assert [got(office, one).code for one in told.kept] == ["", "mail.not-read"]
    assert got(office, told.kept[1]).subject == "1.eml"


def breaks_at_bad(contents: tuple[bytes, ...]) -> list[dict[str, object]]:
    if any(b"bad" in one for one in contents):
        raise MemoryError
    return messages.messages_of(contents)


def test_who_cancels_keeps_what_was_taken(office: Office, tmp_path: Path) -> None:
    paths = written(tmp_path, PLAIN, a_message("toinen"))

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.run_watched(stop, mails.take, paths)

    assert len(office.ask(mails.spine, View())) == 1
