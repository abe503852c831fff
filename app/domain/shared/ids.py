"""Identities: every record has its id before it is written."""

from __future__ import annotations

import threading
import time
from datetime import UTC, date, datetime
from random import SystemRandom
from typing import NewType

ContactId = NewType("ContactId", int)
ProductId = NewType("ProductId", int)
InvoiceId = NewType("InvoiceId", int)
AccountId = NewType("AccountId", int)
EntryId = NewType("EntryId", int)
RecordId = NewType("RecordId", int)
ImportId = NewType("ImportId", int)
DocumentId = NewType("DocumentId", int)
DocumentTypeId = NewType("DocumentTypeId", int)
TagId = NewType("TagId", int)
FieldId = NewType("FieldId", int)
SavedQueryId = NewType("SavedQueryId", int)
IntakeFolderId = NewType("IntakeFolderId", int)
TroubleId = NewType("TroubleId", int)
BinderId = NewType("BinderId", int)
SerialRangeId = NewType("SerialRangeId", int)
HoldId = NewType("HoldId", int)
DisposalId = NewType("DisposalId", int)
ErasureId = NewType("ErasureId", int)
ProofId = NewType("ProofId", int)
FilingRuleId = NewType("FilingRuleId", int)
LetterId = NewType("LetterId", int)
LetterTypeId = NewType("LetterTypeId", int)
ThreadId = NewType("ThreadId", int)
TemplateId = NewType("TemplateId", int)
SnippetId = NewType("SnippetId", int)
SignatoryId = NewType("SignatoryId", int)
MergeRunId = NewType("MergeRunId", int)
MergeItemId = NewType("MergeItemId", int)
MailingListId = NewType("MailingListId", int)
MailAccountId = NewType("MailAccountId", int)
MailId = NewType("MailId", int)
NoteId = NewType("NoteId", int)
FollowUpId = NewType("FollowUpId", int)
QuoteId = NewType("QuoteId", int)
PaymentId = NewType("PaymentId", int)
AllocationId = NewType("AllocationId", int)
ReminderId = NewType("ReminderId", int)
ReminderRunId = NewType("ReminderRunId", int)
BillableId = NewType("BillableId", int)
PlanId = NewType("PlanId", int)
LayoutId = NewType("LayoutId", int)
TaxCodeId = NewType("TaxCodeId", int)
ContractorPaymentId = NewType("ContractorPaymentId", int)
ExemptionId = NewType("ExemptionId", int)
CertificateId = NewType("CertificateId", int)
LocationId = NewType("LocationId", int)
LotId = NewType("LotId", int)
MoveId = NewType("MoveId", int)
StockValueId = NewType("StockValueId", int)
ReceiptId = NewType("ReceiptId", int)
ReceiptLineId = NewType("ReceiptLineId", int)
CountId = NewType("CountId", int)
CountLineId = NewType("CountLineId", int)
OrderId = NewType("OrderId", int)
OrderLineId = NewType("OrderLineId", int)
DeliveryId = NewType("DeliveryId", int)
DeliveryLineId = NewType("DeliveryLineId", int)
DirectDeliveryId = NewType("DirectDeliveryId", int)
ReturnId = NewType("ReturnId", int)
ReturnLineId = NewType("ReturnLineId", int)
EmployeeId = NewType("EmployeeId", int)
DepartmentId = NewType("DepartmentId", int)
ContractId = NewType("ContractId", int)
CalendarId = NewType("CalendarId", int)
QualificationId = NewType("QualificationId", int)
EquipmentId = NewType("EquipmentId", int)
ChecklistTemplateId = NewType("ChecklistTemplateId", int)
ChecklistId = NewType("ChecklistId", int)
ChecklistItemId = NewType("ChecklistItemId", int)
LeaveTypeId = NewType("LeaveTypeId", int)
LeaveEntryId = NewType("LeaveEntryId", int)
LeaveRequestId = NewType("LeaveRequestId", int)
LeaveBlockId = NewType("LeaveBlockId", int)
TimeEntryId = NewType("TimeEntryId", int)
TimeWeekId = NewType("TimeWeekId", int)
OvertimeRuleId = NewType("OvertimeRuleId", int)
ExpenseClaimId = NewType("ExpenseClaimId", int)
ExpenseLineId = NewType("ExpenseLineId", int)
ExpenseRuleId = NewType("ExpenseRuleId", int)
ComponentId = NewType("ComponentId", int)
RateTableId = NewType("RateTableId", int)
PayItemId = NewType("PayItemId", int)
TaxCardId = NewType("TaxCardId", int)
PayrollRunId = NewType("PayrollRunId", int)
PayslipId = NewType("PayslipId", int)
OwnChangeId = NewType("OwnChangeId", int)
ApplicantId = NewType("ApplicantId", int)
UserId = NewType("UserId", int)
RoleId = NewType("RoleId", int)
ApprovalId = NewType("ApprovalId", int)

_RANDOM_BITS = 21
_chance = SystemRandom()
"""What ``secrets`` takes, too; that loads what hashes, and a start waits for it."""

_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Return a 63-bit id: 41 bits of milliseconds and 21 random ones, strictly rising here."""
    global _last  # noqa: PLW0603  the process-wide order is what makes ids rise
    with _lock:
        fresh = (time.time_ns() // 1_000_000 << _RANDOM_BITS) | _chance.getrandbits(_RANDOM_BITS)
        _last = max(fresh, _last + 1)
        return _last


def day_of(made: int) -> date:
    """Return the day (in UTC) on which an id of ``new_id`` was made."""
    return datetime.fromtimestamp((made >> _RANDOM_BITS) / 1000, UTC).date()
