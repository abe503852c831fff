"""Sentences about payroll: formulas, rates, components, payslips and runs."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_AT = mark("From letter {at} on it says “{text}”.")

SENTENCES = {
    "payroll.formula-wrong": Parts(
        mark("The formula cannot be read."), _AT, mark("Change the formula.")
    ),
    "payroll.formula-wrong:divided-by-zero": Parts(
        mark("The formula divides by zero."),
        _AT,
        mark("Ask with if(…) whether there is something to divide by."),
    ),
    "payroll.formula-wrong:unknown-name": Parts(
        mark("The formula names “{name}”, which is not known."),
        _AT,
        mark("Use a figure, a base or another component of pay."),
    ),
    "payroll.formula-wrong:unknown-rate": Parts(
        mark("There is no rate “{rate}”."), _AT, mark("Add the rate first, or use another.")
    ),
    "payroll.formula-wrong:unknown-function": Parts(
        mark("There is no function “{name}”."),
        _AT,
        mark("Use min, max, if, round_half_up, rate, band or step."),
    ),
    "payroll.formula-wrong:itself": Parts(
        mark("“{name}” refers to itself."), _AT, mark("Give the step another name.")
    ),
    "payroll.formula-wrong:name-taken": Parts(
        mark("The name “{name}” is taken."), _AT, mark("Give the step another name.")
    ),
    "payroll.formula-wrong:too-deep": Parts(
        mark("The formula is nested too deep, or too long in one go."),
        _AT,
        mark("Divide it into steps with names."),
    ),
    "payroll.formula-wrong:too-long": Parts(
        mark("The formula is longer than {most} letters."),
        "",
        mark("Divide it between two components."),
    ),
    "payroll.formula-wrong:too-large": Parts(
        mark("A figure of the formula is too large."), _AT, mark("Change the formula.")
    ),
    "payroll.formula-wrong:number-not-truth": Parts(
        mark("Where if(…) asks, a comparison has to stand."),
        _AT,
        mark("Compare two numbers, such as age >= 18."),
    ),
    "payroll.formula-wrong:truth-not-number": Parts(
        mark("A comparison stands where a number has to."),
        _AT,
        mark("Ask within if(…)."),
    ),
    "payroll.formula-wrong:other-kind-of-rate": Parts(
        mark("“{rate}” is a rate of another kind."),
        _AT,
        mark("Read a figure with rate(…), a scale with band(…) or step(…)."),
    ),
    "payroll.component-fails": Parts(
        mark("The formula of “{component}” cannot be reckoned."), _AT, mark("Change the formula.")
    ),
    "payroll.component-fails:divided-by-zero": Parts(
        mark("The formula of “{component}” divides by zero."),
        _AT,
        mark("Ask with if(…) whether there is something to divide by."),
    ),
    "payroll.formula-wrong:unfinished": Parts(
        mark("The formula is not finished."), "", mark("Write what comes next.")
    ),
    "payroll.formula-wrong:unexpected": Parts(
        mark("This is not expected here: “{text}”."),
        "",
        mark("Take it away, or put a sign before it."),
    ),
    "payroll.formula-wrong:expected": Parts(
        mark("Here “{sign}” has to stand."), _AT, mark("Put it in, or mend what is before it.")
    ),
    "payroll.formula-wrong:not-a-word": Parts(
        mark("This is no word of a formula: “{text}”."),
        "",
        mark("Use numbers with a point, names, signs and functions."),
    ),
    "payroll.formula-wrong:parts": Parts(
        mark("“{name}” takes from {least} to {most} parts."), "", mark("Part them by commas.")
    ),
    "payroll.formula-wrong:function-bare": Parts(
        mark("“{name}” is a function: its parts stand in brackets behind it."),
        "",
        mark("Write the brackets."),
    ),
    "payroll.formula-wrong:code-missing": Parts(
        mark("Here the code of a rate has to stand, in quotation marks."),
        "",
        mark('Write it such as rate("th.sso-most").'),
    ),
    "payroll.rate-unknown": Parts(
        mark("There is no rate “{rate}”."), "", mark("Add it to the rates of the payroll.")
    ),
    "payroll.rate-gap": Parts(
        mark("No figure of the rate “{rate}” holds on the day of pay."),
        mark("From {first} to {last} there is none."),
        mark("Add a figure for these days, with its source."),
    ),
    "payroll.rate-gap:before": Parts(
        mark("No figure of the rate “{rate}” holds on the day of pay."),
        mark("Up to {last} there is none."),
        mark("Add a figure for these days, with its source."),
    ),
    "payroll.rate-gap:after": Parts(
        mark("No figure of the rate “{rate}” holds on the day of pay."),
        mark("From {first} on there is none."),
        mark("Add a figure for these days, with its source."),
    ),
    "payroll.rate-unchecked": Parts(
        mark("Nobody has compared the rate “{rate}” with its source."),
        mark("Its source is: {source}."),
        mark("Compare it before you pay, and write the figure into your own rates."),
    ),
    "payroll.rate-of-office": Parts(
        mark("The rate “{rate}” is not given: what stands on it is left out."),
        mark("Each employer has its own."),
        mark("Write your figure into the rates of the payroll."),
    ),
    "payroll.rate-code-wrong": Parts(
        mark("“{text}” is no code of a rate."),
        "",
        mark("Use small letters, digits, points and hyphens."),
    ),
    "payroll.rate-ends-before": Parts(
        mark("The rate ends on {last}, before it begins on {first}."),
        "",
        mark("Change one of the days."),
    ),
    "payroll.rate-not-one-kind": Parts(
        mark("A rate is either a figure or a scale."), "", mark("Give one of them.")
    ),
    "payroll.bands-wrong": Parts(
        mark("The bands of the scale do not rise."),
        "",
        mark("Begin each band above the one before, with a percentage from 0 to 1,000."),
    ),
    "payroll.source-missing": Parts(
        mark("The source is missing."), "", mark("Write the law or the page it comes from.")
    ),
    "payroll.not-paid-then": Parts(
        mark("The person is not paid in these days."),
        mark("No contract holds between {first} and {last}."),
        mark("Choose somebody else, or another month."),
    ),
    "payroll.circle": Parts(
        mark("Components of pay stand on each other in a circle."),
        mark("The circle is: {text}."),
        mark("Change the formula of one of them."),
    ),
    "payroll.component-twice": Parts(
        mark("Two components of pay have the code “{component}” on the same day."),
        "",
        mark("End one before the other begins."),
    ),
    "payroll.component-code-wrong": Parts(
        mark("“{text}” cannot be the code of a component."),
        "",
        mark("Use small letters, digits and _; no word of the formulas."),
    ),
    "payroll.component-name-missing": Parts(
        mark("The component has no name."), "", mark("Write the name that payslips show.")
    ),
    "payroll.component-ends-before": Parts(
        mark("The component ends on {last}, before it begins on {first}."),
        "",
        mark("Change one of the days."),
    ),
    "payroll.base-unknown": Parts(
        mark("“{base}” is no sum that a component can count into."),
        "",
        mark("Choose among the bases that are offered."),
    ),
    "payroll.negative-net": Parts(
        mark("The net pay of {employee} would be below zero."),
        mark("More is taken off than was earned."),
        mark("Lower a deduction, or take it off in several months."),
    ),
    "payroll.birth-day-missing": Parts(
        mark("The birth day of {employee} is missing."),
        mark("A contribution goes by age."),
        mark("Write it into the employee's file."),
    ),
    "payroll.other-currency": Parts(
        mark("The pay of {employee} is not in {currency}."),
        "",
        mark("Agree it in the currency of the run, or pay it in a run of its own."),
    ),
    "payroll.approved-by-oneself": Parts(
        mark("{who} calculated this run and cannot approve it."),
        mark("Two people look at every pay day."),
        mark("Let somebody else approve it."),
    ),
    "payroll.run-stands": Parts(
        mark("The run {run} does not go on from where it stands."),
        "",
        mark("Open the run to see where it stands."),
    ),
    "payroll.run-stands:discarded": Parts(
        mark("The run {run} was discarded."), "", mark("Begin a new run for these days.")
    ),
    "payroll.run-stands:approved-for-good": Parts(
        mark("The run {run} is approved and cannot be discarded."),
        mark("What was approved stays as it is."),
        mark("Correct it with a run of its own."),
    ),
    "payroll.run-stands:calculated-already": Parts(
        mark("The run {run} is approved and is not calculated again."),
        mark("What was approved stays as it is."),
        mark("Correct it with a run of its own."),
    ),
    "payroll.run-stands:approved-already": Parts(
        mark("The run {run} was approved already."),
        mark("A payroll is approved once."),
        mark("Open the run to see who approved it."),
    ),
    "payroll.run-stands:approved-later": Parts(
        mark("The run {run} is not calculated yet."), "", mark("Calculate it first.")
    ),
    "payroll.run-stands:posted-already": Parts(
        mark("The run {run} stands in the books already."),
        mark("A payroll is booked once."),
        mark("Correct it with a run of its own."),
    ),
    "payroll.run-stands:posted-later": Parts(
        mark("The run {run} is not approved yet."), "", mark("Let somebody else approve it first.")
    ),
    "payroll.run-stands:paid-already": Parts(
        mark("The run {run} was paid already."),
        mark("Nobody is paid twice."),
        mark("Open the run to see the day."),
    ),
    "payroll.run-stands:paid-later": Parts(
        mark("The run {run} does not stand in the books yet."), "", mark("Post it first.")
    ),
    "payroll.run-stands:reported-already": Parts(
        mark("The run {run} was reported already."),
        "",
        mark("Open the run to see what the authority answered."),
    ),
    "payroll.run-stands:reported-later": Parts(
        mark("The run {run} is not paid yet."),
        "",
        mark("Write first when the money left the bank."),
    ),
    "payroll.only-handed-over": Parts(
        mark("The net pay of {country} is not computed here."),
        mark("An adviser reckons taxes and contributions."),
        mark("Write the file for the adviser."),
    ),
    "payroll.last-before-first": Parts(
        mark("The last day, {last}, is before the first, {first}."),
        "",
        mark("Change one of the days."),
    ),
    "payroll.period-too-long": Parts(
        mark("A run pays for {most} days at most."), "", mark("Pay for one month at a time.")
    ),
    "payroll.reason-missing": Parts(
        mark("The reason is missing."), "", mark("Write why the run is corrected.")
    ),
    "payroll.evidence-missing": Parts(
        mark("The evidence is missing."),
        "",
        mark("Write the number or name of what the authority answered."),
    ),
    "payroll.already-run": Parts(
        mark("There is a payroll run for these days already: {run}."),
        mark("Nobody is paid twice for {first} to {last}."),
        mark("Open that run, or correct it."),
    ),
    "payroll.calculate-again": Parts(
        mark("The run {run} has to be calculated again."),
        mark("What it stands on was changed since."),
        mark("Calculate it, look at it, and let somebody approve it."),
    ),
    "payroll.account-missing": Parts(
        mark("The account of {employee} is missing."),
        mark("The bank file leaves this person out."),
        mark("Write it into the employee's file."),
    ),
    "payroll.card-missing": Parts(
        mark("The tax card of {employee} is missing."),
        mark("Without a card the law withholds the most."),
        mark("Ask for the card and write it down."),
    ),
    "payroll.nobody-paid": Parts(
        mark("Nobody is paid in these days."),
        mark("No contract holds, and nothing else is owed."),
        mark("Look at the days, or sign a contract."),
    ),
    "payroll.component-unknown": Parts(
        mark("There is no component of pay “{component}”."), "", mark("Choose one of the list.")
    ),
    "payroll.component-for-all": Parts(
        mark("“{component}” is reckoned for everybody by itself."),
        "",
        mark("Choose a component that goes by person."),
    ),
    "payroll.item-ends-before": Parts(
        mark("It ends on {last}, before it begins on {first}."),
        "",
        mark("Change one of the days."),
    ),
    "payroll.figure-missing": Parts(
        mark("A figure is missing."), "", mark("Write the figure that the component needs.")
    ),
    "payroll.below-nought": Parts(
        mark("A figure of pay is not below zero."), "", mark("Write 0 or more.")
    ),
    "payroll.item-currency": Parts(
        mark("The amount is not in {currency}."),
        "",
        mark("Write it in the currency of the office."),
    ),
    "payroll.percent-wrong": Parts(
        mark("The percentage is out of measure."), "", mark("Write a percentage that can be.")
    ),
    "payroll.card-ends-before": Parts(
        mark("The card ends on {last}, before it begins on {first}."),
        "",
        mark("Change one of the days."),
    ),
    "payroll.password-short": Parts(
        mark("The password is too short."), "", mark("Use at least {least} letters or digits.")
    ),
    "payroll.no-paying-account": Parts(
        mark("{company} has no bank account from which wages could be paid."),
        "",
        mark("Write its IBAN into the company's own page."),
    ),
    "payroll.other-report": Parts(
        mark("This country has no report “{report}”."),
        mark("It has: {known}."),
        mark("Choose one of these."),
    ),
    "payroll.report-table-alone": Parts(
        mark("This is a table of Backdesk's own, not the authority's file."),
        mark("The authority's layout was not at hand, or asks for what is not reckoned here."),
        mark("Type it over, or let a program take its columns in."),
    ),
    "payroll.report-correction": Parts(
        mark("A correction is told as a table of differences."),
        mark("The authority's file holds whole amounts."),
        mark("Correct the first report in the authority's own service."),
    ),
    "payroll.report-below-nought": Parts(
        mark("The report of {employee} has an amount below zero."),
        mark("The authority's file takes none, so this is a table."),
        mark("Look at the payslip, and tell the authority in its own service."),
    ),
    "payroll.business-id-missing": Parts(
        mark("The Business ID of the company is missing, so this is a table."),
        "",
        mark("Write it into the company's own page."),
    ),
    "payroll.phone-missing": Parts(
        mark("The phone number of the company is missing, so this is a table."),
        mark("The incomes register asks whom it may call."),
        mark("Write it into the company's own page."),
    ),
    "payroll.tax-number-missing": Parts(
        mark("The taxpayer number of the company is missing, so this is a table."),
        "",
        mark("Write it into the company's own page."),
    ),
    "payroll.social-account-missing": Parts(
        mark("The account at the Social Security Office is missing, so this is a table."),
        "",
        mark("Write it into the company's own page."),
    ),
    "payroll.identity-missing": Parts(
        mark("The identity number of {employee} is missing."),
        mark("The authority knows a person by it."),
        mark("Write it into the employee's file."),
    ),
    "payroll.title-missing": Parts(
        mark("The title of {employee} is missing, or the list has no code for it."),
        mark("It takes the Thai words for Mr, Mrs and Miss."),
        mark("Write the title into the employee's file."),
    ),
    "payroll.report-detail-missing": Parts(
        mark("Of income type {type} of {employee} the register asks for more."),
        mark("The car and its age, or the kind of allowance, stand on no payslip."),
        mark("Add it in the e-service of the incomes register."),
    ),
}
