"""What stands by a window from its first paint on: signs at its foot, and snippets as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.kit.foot import Foot
from app.ui.kit.shell import Shell

if TYPE_CHECKING:
    # A company names half the domain, which must not be loaded before the first paint.
    from app.domain.admin.company import Company


def load_signs() -> None:
    """Import what the signs need, and what they ask at once."""
    import app.ui.admin.backup_words  # noqa: PLC0415  as above
    import app.ui.approval_sign  # noqa: PLC0415  as above
    import app.ui.backup_sign  # noqa: PLC0415  as above
    import app.ui.health_sign  # noqa: PLC0415  as above
    import app.ui.kit.snippets  # noqa: PLC0415  as above
    import app.ui.mail_sign  # noqa: PLC0415  as above
    import app.ui.night_sign  # noqa: F401, PLC0415  as above
    from app.services import (  # noqa: F401, PLC0415  as above
        approvals,
        backups,
        health_rounds,
        mail_accounts,
        mail_queues,
        proving,
        snippet_words,
    )


def load_watch() -> None:
    """Import what watches folders and what falls due, and what it asks at once."""
    import app.ui.watching  # noqa: F401, PLC0415  as above


def put_signs(shell: Shell, foot: Foot, company: Company) -> None:
    """Watch over an office from now on: archive, mail, backups, and what is typed in its window.

    A sample company is made up: none of its mails leaves by itself, and nothing of it is backed up.
    """
    from app.ui.approval_sign import ApprovalSign  # noqa: PLC0415  as above
    from app.ui.backup_sign import BackupSign  # noqa: PLC0415  as above
    from app.ui.health_sign import HealthSign  # noqa: PLC0415  as above
    from app.ui.kit.snippets import SnippetTyping  # noqa: PLC0415  not before the first paint
    from app.ui.mail_sign import MailSign  # noqa: PLC0415  as above
    from app.ui.night_sign import NightSign  # noqa: PLC0415  as above

    foot.put(MailSign(shell, foot.window(), by_itself=not company.is_sample).button)
    foot.put(NightSign(shell).button)
    foot.put(ApprovalSign(shell).button)
    foot.put(BackupSign(shell, by_itself=not company.is_sample).button)
    foot.put(HealthSign(shell).button)
    SnippetTyping(shell, foot.window())
