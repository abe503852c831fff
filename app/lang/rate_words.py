"""The words of rates: what a figure or scale of a law is called, by its code."""

from __future__ import annotations

from app.lang.texts import Say, mark

RATES = {
    "fi.without-card": mark("Tax without a tax card"),
    "fi.pension-employee": mark("Pension contribution of the employee"),
    "fi.pension-whole": mark("Pension contribution as a whole"),
    "fi.unemployment-employee": mark("Unemployment contribution of the employee"),
    "fi.unemployment-employer": mark("Unemployment contribution of the employer"),
    "fi.health-employer": mark("Health insurance contribution of the employer"),
    "fi.accident": mark("Accident insurance of the employer"),
    "fi.protected-self": mark("Protected part of a day of pay"),
    "fi.protected-other": mark("Protected part of a day for each supported person"),
    "th.income-tax": mark("Income tax scale"),
    "th.allowance-personal": mark("Personal allowance of the year"),
    "th.expenses-percent": mark("Deduction for expenses, in percent"),
    "th.expenses-most": mark("Highest deduction for expenses of the year"),
    "th.sso-employee": mark("Social security of the employee"),
    "th.sso-employer": mark("Social security of the employer"),
    "th.sso-least": mark("Lowest wage of social security"),
    "th.sso-most": mark("Highest wage of social security"),
    "th.sso-year": mark("Highest social security of the year"),
    "th.loan-most": mark("At most taken of a pay for a loan, in percent"),
    "th.garnishment-protected": mark("Wage that no garnishment touches"),
}
"""The rates that come with the program; one of the office's own is called by its code."""


def rate_name(code: str, say: Say) -> str:
    """Return what a rate is called."""
    return say(RATES[code]) if code in RATES else code
