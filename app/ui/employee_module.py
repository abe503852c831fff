"""The module of employees, as ``modules`` lists it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import EmployeeId
from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell


def _employees(shell: Shell) -> QWidget:
    from app.ui.employees.places import EmployeePlaces  # noqa: PLC0415  built when shown first

    return EmployeePlaces(shell)


def _employee(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.page import EmployeePage  # noqa: PLC0415  as above

    return EmployeePage(shell, record)


def _employee_form(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.editor import EmployeeEditor  # noqa: PLC0415  as above

    return EmployeeEditor(shell, record)


def _employee_private(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.private_editor import PrivateEditor  # noqa: PLC0415  as above

    return PrivateEditor(shell, record)


def _contract(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.contract_editor import ContractEditor  # noqa: PLC0415  as above

    return ContractEditor(shell, record)


def _contract_new(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.contract_editor import ContractEditor  # noqa: PLC0415  as above

    return ContractEditor(shell, None, EmployeeId(record or 0))


def _contract_paper(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.contract_paper import ContractPaperPage  # noqa: PLC0415  as above

    return ContractPaperPage(shell, record)


def _file_paper(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.file_paper import file_paper  # noqa: PLC0415  as above

    return file_paper(shell, record)


def _whole_paper(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.file_paper import whole_paper  # noqa: PLC0415  as above

    return whole_paper(shell, record)


def _leave_ledger(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.leave_ledger import LeaveLedgerPage  # noqa: PLC0415  as above

    return LeaveLedgerPage(shell, record)


def _organisation(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.paper import organisation_paper  # noqa: PLC0415  as above

    return organisation_paper(shell, record)


def _pay_run(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.pay_run_page import PayRunPage  # noqa: PLC0415  as above

    return PayRunPage(shell, record)


def _pay_component(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.component_editor import ComponentEditor  # noqa: PLC0415  as above

    return ComponentEditor(shell, record)


def _pay_rate(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.rate_editor import RateEditor  # noqa: PLC0415  as above

    return RateEditor(shell, record)


def _payslip(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.payslip_page import PayslipPage  # noqa: PLC0415  as above

    return PayslipPage(shell, record)


def _claim(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.claim_page import ClaimPage  # noqa: PLC0415  as above

    return ClaimPage(shell, record)


def _claim_form(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.claim_editor import ClaimEditor  # noqa: PLC0415  as above

    return ClaimEditor(shell, record)


def _time_week(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.employees.week_page import week_paper  # noqa: PLC0415  as above

    return week_paper(shell, record)


def _load() -> None:
    from app.ui.employees import (  # noqa: PLC0415  loaded beside the window
        absence_calendar,  # noqa: F401  loading it is its use
        calendars_page,  # noqa: F401  loading it is its use
        departments_page,  # noqa: F401  loading it is its use
        entries,  # noqa: F401  loading it is its use
        expenses,  # noqa: F401  loading it is its use
        hours_page,  # noqa: F401  loading it is its use
        leave,  # noqa: F401  loading it is its use
        leave_requests,  # noqa: F401  loading it is its use
        organisation,  # noqa: F401  loading it is its use
        pay_components_page,  # noqa: F401  loading it is its use
        pay_rates_page,  # noqa: F401  loading it is its use
        pay_trial_page,  # noqa: F401  loading it is its use
        payroll,  # noqa: F401  loading it is its use
        people,  # noqa: F401  loading it is its use
        places,  # noqa: F401  loading it is its use
        recruiting,  # noqa: F401  loading it is its use
        templates_page,  # noqa: F401  loading it is its use
        to_do,  # noqa: F401  loading it is its use
    )


def _load_records() -> None:
    from app.ui.employees import (  # noqa: PLC0415  loaded beside the window
        claim_editor,  # noqa: F401  loading it is its use
        claim_page,  # noqa: F401  loading it is its use
        component_editor,  # noqa: F401  loading it is its use
        contract_editor,  # noqa: F401  loading it is its use
        contract_paper,  # noqa: F401  loading it is its use
        editor,  # noqa: F401  loading it is its use
        file_paper,  # noqa: F401  loading it is its use
        leave_ledger,  # noqa: F401  loading it is its use
        page,  # noqa: F401  loading it is its use
        paper,  # noqa: F401  loading it is its use
        pay_run_page,  # noqa: F401  loading it is its use
        payslip_page,  # noqa: F401  loading it is its use
        private_editor,  # noqa: F401  loading it is its use
        rate_editor,  # noqa: F401  loading it is its use
        week_page,  # noqa: F401  loading it is its use
    )


EMPLOYEES = Module(
    "employees",
    mark("Employees"),
    "users-group",
    "Ctrl+H",
    Permission.EMPLOYEES_READ,
    _employees,
    records={
        "employee": _employee,
        "employee-form": _employee_form,
        "employee-private": _employee_private,
        "employment-contract": _contract,
        "contract-new": _contract_new,
        "contract-paper": _contract_paper,
        "employee-paper": _file_paper,
        "employee-whole-paper": _whole_paper,
        "leave-ledger": _leave_ledger,
        "organisation": _organisation,
        "expense-claim": _claim,
        "expense-claim-form": _claim_form,
        "pay-component": _pay_component,
        "pay-rate": _pay_rate,
        "time-week": _time_week,
        "payroll-run": _pay_run,
        "payslip": _payslip,
    },
    load=_load,
    load_records=_load_records,
)
