"""Works in parts agree with the books, in whatever order they are begun, credited and paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from app.domain.accounting.chart import AccountUse
from app.domain.invoices.deducting import left_to_deduct
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.invoices.stages import Share
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Rate
from app.services import staging
from tests.chances import few
from tests.paying import balance
from tests.services.test_payments_machine import PICK, PRICES, Billing, opened_folder
from tests.trade import a_content, a_written_line, drafted

SHARES = st.sampled_from(("10", "33.33", "50", "100"))


class Working(Billing):
    """Clerks also begin works, invoice parts of them, finish them, and credit any paper by line."""

    def __init__(self) -> None:
        super().__init__()
        self.works: list[InvoiceId] = []

    @rule(price=PRICES)
    def a_work_is_begun(self, price: str) -> None:
        lines = (a_written_line("3", price), a_written_line("1", price, "reduced"))
        content = a_content(*lines, eformat=EFormat.FACTURX)
        self.works.append(drafted(self.office, content).id)

    @precondition(lambda self: self.works)
    @rule(pick=PICK, share=SHARES, how=st.sampled_from((staging.down_payment, staging.partial)))
    def a_part_is_invoiced(self, pick: int, share: str, how: Callable[..., Any]) -> None:
        wanted = Share(percent=Rate(Decimal(share)))
        self._issue(how, self._work(pick), wanted)

    @precondition(lambda self: self.works)
    @rule(pick=PICK)
    def a_work_is_finished(self, pick: int) -> None:
        self._issue(staging.final, self._work(pick))

    @precondition(lambda self: self.works)
    @rule(pick=PICK)
    def a_work_is_issued_as_it_stands(self, pick: int) -> None:
        self._issue_draft(self._work(pick))

    @invariant()
    def the_papers_of_a_work_are_taken_off_once(self) -> None:
        advances = 0
        for work in self.works:
            papers = self._papers(work)
            left = left_to_deduct(papers)
            assert all(one.net.minor >= 0 and one.tax.minor >= 0 for one in left)
            advances += sum(one.net.minor for one in left if one.kind is Kind.DOWN_PAYMENT)
            finals = [one for one in papers if one.kind is Kind.FINAL]
            if len(finals) == 1 and not any(one.kind is Kind.CREDIT_NOTE for one in papers):
                self._require_whole(finals[0], papers)
        assert balance(self.office, AccountUse.ADVANCES) == -advances

    def _require_whole(self, final: Invoice, papers: list[Invoice]) -> None:
        """Hold all papers of a finished work against the whole, issued at once."""
        lines = tuple(line for line in final.lines if not line.deducts)
        alone = replace(final, lines=lines, deducted=(), kind=Kind.INVOICE)
        whole = totals_of(alone)
        together = [totals_of(one) for one in papers]
        assert sum(one.net.minor for one in together) == whole.net.minor
        assert sum(one.tax.minor for one in together) == whole.tax.minor

    def _papers(self, work: InvoiceId) -> list[Invoice]:
        with self.database.read() as unit:
            found = [unit.invoices.get(one) for one in unit.chains.of_project(work)]
        return [one for one in found if one.state is State.ISSUED]

    def _work(self, pick: int) -> InvoiceId:
        return self.works[pick % len(self.works)]


def test_works_in_parts_agree_with_the_books_in_any_order(tmp_path: Path) -> None:
    class Here(Working):
        empty = opened_folder(tmp_path / "Office.backdesk")

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=few(10),
            stateful_step_count=18,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_deed_of_a_work_is_done_where_it_can_be(tmp_path: Path) -> None:
    class Here(Working):
        empty = opened_folder(tmp_path / "Office.backdesk")

    clerks = Here()
    clerks.a_work_is_begun("100")
    clerks.a_part_is_invoiced(0, "33.33", staging.down_payment)
    clerks.a_part_is_invoiced(0, "10", staging.partial)
    clerks.a_work_is_finished(0)
    clerks.a_paper_is_credited(2, None)
    clerks.the_papers_of_a_work_are_taken_off_once()
    clerks.books_and_claims_agree()
    clerks.teardown()

    assert clerks.done.keys() == {"down_payment", "partial", "final", "credit", "issue"}
    assert clerks.done["issue"] == len(clerks.documents) == 4
