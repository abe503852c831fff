"""The sample company's mails: some came in, one waits, one went out, one is in trouble."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

from app import RESOURCES
from app.domain.correspondence import mail as moves
from app.domain.correspondence.arriving import Arrived
from app.domain.correspondence.mail import Mail, Server
from app.domain.correspondence.mail_form import AccountForm, MailForm
from app.domain.shared.codec import parsed
from app.domain.shared.ids import MailId
from app.formats.messages import message_of
from app.services import admin, mail_accounts, mail_handling, mail_keeping, mails, outbox
from app.services.office import Office

Story = Mapping[str, Any]
_PORT = 465
_REFUSED = "mail.refused"


def tell_mails(office: Office, addresses: Sequence[str]) -> None:
    """Write and take in the mails; ``addresses`` are those of contacts, the first counts most."""
    story = tomllib.loads((RESOURCES / "demo" / "mails.toml").read_text("utf-8"))
    letters = _Letters(office, story, addresses)
    for one in story["mails"]:
        letters.tell(one)


class _Letters:
    """Tells the mails of a story in one office, in their order."""

    def __init__(self, office: Office, story: Story, addresses: Sequence[str]) -> None:
        company = office.ask(admin.company)
        self._office = office
        self._home = company.language
        self._others = tuple(addresses) or ("orders@customer.example",)
        self._own = company.email or "office@company.example"
        server = Server(f"mail.{self._own.rpartition('@')[2]}", _PORT)
        form = AccountForm(
            self._in_words(story["account"]["name"]), self._own, company.name, server
        )
        self._account = office.do(mail_accounts.add, form).result
        self._last: Mail | None = None

    def tell(self, one: Story) -> None:
        """Tell one mail."""
        if one["way"] in {"came", "answer", "stranger"}:
            self._came(one)
        else:
            self._ours(one)

    def _came(self, one: Story) -> None:
        answered = self._last.message_id if one["way"] == "answer" and self._last else ""
        heads = {
            "From": one.get("from") or self._other(one),
            "To": self._own,
            "Date": format_datetime(self._at(one)),
            "Subject": self._in_words(one["subject"]),
            **({"In-Reply-To": answered} if answered else {}),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
        raw = f"{head}\r\n{self._in_words(one['words'])}".encode()
        safe = self._office.database.contents.put((raw,))
        arrived: Arrived = parsed(
            Arrived, {"sha256": safe.sha256} | message_of(raw) | {"parts": []}
        )
        (mail_id,) = self._office.do(mail_keeping.keep, (arrived,)).result
        if one.get("is_read"):
            self._office.do(mails.look_at, mail_id)
        if one.get("is_handled"):
            self._office.do(mail_handling.handle, (mail_id,))

    def _ours(self, one: Story) -> None:
        to = one.get("to") or self._other(one)
        subject, words = self._in_words(one["subject"]), self._in_words(one["words"])
        form = MailForm(self._account.id, (to,), subject=subject, text=words)
        draft = self._office.do(outbox.write, form).result
        if one["way"] != "draft":
            queued = self._office.do(outbox.queue, draft.id).result
            self._last = self._fate(queued.id, one)

    def _fate(self, mail_id: MailId, one: Story) -> Mail:
        """Let a mail be as if a server had been spoken to."""
        with self._office.database.write() as unit:
            before = unit.mails.get(mail_id)
            if one["way"] == "sent":
                return unit.mails.save(before, moves.sent(moves.begun(before), self._at(one)))
            if one["way"] == "failed":
                facts = {"answer": "550 5.1.1 User unknown", "host": self._account.smtp.host}
                return unit.mails.save(before, moves.failed(moves.begun(before), _REFUSED, facts))
            return before

    def _other(self, one: Story) -> str:
        place: int = one["who"]
        return self._others[place % len(self._others)]

    def _in_words(self, texts: Mapping[str, str]) -> str:
        return texts.get(self._home, texts["en"])

    def _at(self, one: Story) -> datetime:
        return self._office.clock.now() - timedelta(days=one["days_ago"])
