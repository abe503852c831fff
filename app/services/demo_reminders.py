"""The sample company reminds: one invoice is disputed, a run waits to be looked at."""

from __future__ import annotations

from app.domain.shared.paging import View
from app.services import admin, claims, open_items, reminders
from app.services.office import Office

REASONS = {
    "fi": "Asiakas sanoo, että osa tavarasta puuttui toimituksesta.",
    "th": "ลูกค้าแจ้งว่าได้รับสินค้าไม่ครบ",
    "de": "Der Kunde sagt, ein Teil der Ware habe gefehlt.",
    "en": "The customer says that a part of the goods was missing.",
}


def tell_reminders(office: Office) -> None:
    """Dispute the newest claim that is overdue, and prepare a run over the others."""
    late = View(only=("overdue",), sort="due_on", is_descending=True)
    rows = office.ask(open_items.first, late, 10)
    if not rows:
        return
    if len(rows) > 2:
        reason = REASONS.get(office.ask(admin.company).language, REASONS["en"])
        office.do(claims.dispute, (rows[0].invoice_id,), reason)
    office.do(reminders.prepare)
