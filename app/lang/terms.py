"""Terms: words of the program that stand inside a sentence as a fact."""

from __future__ import annotations

from app.lang.rate_words import RATES
from app.lang.texts import mark

TERMS = {
    **RATES,
    "street": mark("street address"),
    "postcode": mark("postcode"),
    "town": mark("town"),
    "country": mark("country"),
    "region": mark("region"),
    "receivables": mark("trade receivables"),
    "sales": mark("sales"),
    "output_vat": mark("VAT on sales"),
    "bank": mark("bank"),
    "payables": mark("trade payables"),
    "rounding": mark("rounding differences"),
    "bad_debt": mark("bad debts"),
    "cash_discount": mark("early-payment discounts"),
    "interest_income": mark("interest income"),
    "reminder_fees": mark("reminder fees"),
    "customer_credit": mark("customers' overpayments"),
    "withheld": mark("taxes withheld by customers"),
    "advances": mark("advances received"),
    "undue_vat": mark("VAT not yet due"),
    "exchange_gain": mark("exchange gains"),
    "exchange_loss": mark("exchange losses"),
    "stock": mark("goods in stock"),
    "cost_of_sales": mark("cost of goods sold"),
    "goods_received": mark("goods received not invoiced"),
    "stock_differences": mark("stock differences"),
    "price_variance": mark("purchase price variance"),
    "input_vat": mark("input VAT"),
    "own_use": mark("goods for own use"),
    "wages": mark("wages"),
    "social_costs": mark("social costs of wages"),
    "wages_payable": mark("wages payable"),
    "tax_withheld_payable": mark("tax withheld from wages"),
    "social_payable": mark("social contributions payable"),
    "employee_payable": mark("payable to employees"),
    "employee_advances": mark("advances to employees"),
    "garnished_payable": mark("withheld from pay for others"),
}
"""From a value of the program to its word; what is not here is shown as it is."""
