"""A sent quote: its facts to read and copy, what was chosen, what came of it, and its page."""

from __future__ import annotations

from app.domain.quotes.choosing import figures_of, line_figures
from app.domain.quotes.quote import Quote, State
from app.services import chains, quotes
from app.services.quoting import source_of
from app.ui.invoices.paper_view import Paper, PaperView
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class SentView(PaperView):
    """Shows a quote that can never change again; its figures are those of what counts."""

    def __init__(self, shell: Shell, quote: Quote) -> None:
        source, totals = source_of(quote.id), figures_of(quote)
        queries = quotes.pdf, chains.around_quote
        facts = _facts(quote)
        super().__init__(shell, Paper(quote.id, quote.number, source, totals, facts, *queries))
        self.quote = quote


def _facts(quote: Quote) -> dict[str, str]:
    day, offer = formats().day, quote.offer
    decided = day(quote.decided_on) if quote.decided_on else ""
    is_taken = quote.state in {State.ACCEPTED, State.ORDERED}
    return {
        _("Customer"): offer.buyer.name if offer.buyer else "",
        _("Date"): day(offer.issued_on) if offer.issued_on else "",
        _("Valid until"): day(quote.valid_until) if quote.valid_until else "",
        _("Version"): str(quote.revision) if quote.revision > 1 else "",
        _("Accepted on") if is_taken else _("Closed on"): decided,
        _("Chosen"): _chosen(quote),
        _("Reason"): quote.reason,
        _("Your reference"): offer.your_reference,
        _("Our reference"): offer.our_reference,
    }


def _chosen(quote: Quote) -> str:
    """Return what the customer took beside the firm positions, one on a line."""
    figures = line_figures(quote.offer)
    return "\n".join(
        f"{' '.join(quote.offer.lines[place].description.split())} · "
        f"{formats().money(figures[place].net.minor, figures[place].net.currency)}"
        for place in quote.chosen
    )
