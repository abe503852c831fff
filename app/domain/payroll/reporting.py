"""Reports of pay: which there are in each country, and what one may lack."""

from __future__ import annotations

from enum import Enum

from app.domain.shared.problems import Rule

TABLE_ALONE = Rule("payroll.report-table-alone", is_warning=True)
CORRECTION_AS_TABLE = Rule("payroll.report-correction", is_warning=True)
BUSINESS_ID_MISSING = Rule("payroll.business-id-missing", is_warning=True)
PHONE_MISSING = Rule("payroll.phone-missing", is_warning=True)
TAX_NUMBER_MISSING = Rule("payroll.tax-number-missing", is_warning=True)
SOCIAL_ACCOUNT_MISSING = Rule("payroll.social-account-missing", is_warning=True)
IDENTITY_MISSING = Rule("payroll.identity-missing", "employee", is_warning=True)
TITLE_MISSING = Rule("payroll.title-missing", "employee", is_warning=True)
DETAIL_MISSING = Rule("payroll.report-detail-missing", "employee", "type", is_warning=True)
BELOW_NOUGHT = Rule("payroll.report-below-nought", "employee", is_warning=True)


class Report(Enum):
    """Which report; each belongs to a country."""

    INCOMES_REGISTER = "incomes-register"
    PND1 = "pnd1"
    PND1_YEAR = "pnd1-kor"
    SSO = "sso-1-10"
    ADVISER = "adviser"
    W2 = "w2"


OF_COUNTRY = {
    "FI": (Report.INCOMES_REGISTER,),
    "TH": (Report.PND1, Report.SSO, Report.PND1_YEAR),
    "DE": (Report.ADVISER,),
    "US": (Report.ADVISER, Report.W2),
}
