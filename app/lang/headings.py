"""Headings: the columns of tables that are taken in and handed out, in words."""

from __future__ import annotations

from collections.abc import Mapping

from app.lang.texts import LANGUAGES, mark, say_in

CONTACTS = {
    "name": mark("Name"),
    "number": mark("Number"),
    "kind": mark("Kind"),
    "roles": mark("Role"),
    "street": mark("Street address"),
    "extra": mark("Second line"),
    "postcode": mark("Postcode"),
    "town": mark("Town"),
    "region": mark("Region or province"),
    "country": mark("Country"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "website": mark("Website"),
    "business_id": mark("Business ID"),
    "vat_id": mark("VAT or tax number"),
    "branch": mark("Branch number"),
    "einvoice": mark("E-invoice address"),
    "operator": mark("E-invoice operator"),
    "iban": mark("Bank account"),
    "bic": mark("BIC"),
    "terms_days": mark("Days to pay"),
    "credit_limit": mark("Credit limit"),
    "language": mark("Language of papers"),
    "note": mark("Note"),
}
PRODUCTS = {
    "code": mark("Code"),
    "name": mark("Name"),
    "name_en": mark("Name in English"),
    "name_fi": mark("Name in Finnish"),
    "name_sv": mark("Name in Swedish"),
    "name_de": mark("Name in German"),
    "name_th": mark("Name in Thai"),
    "unit": mark("Unit"),
    "vat": mark("VAT"),
    "price": mark("Price without VAT"),
    "price_gross": mark("Price with VAT"),
    "gtin": mark("GTIN"),
    "note": mark("Note"),
}
ORDERS = {
    "reference": mark("Customer's order number"),
    "ordered_on": mark("Ordered on"),
    "wanted_on": mark("Wanted by"),
    "customer_number": mark("Customer number"),
    "customer": mark("Customer"),
    "company": mark("Company of the customer"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "vat_id": mark("VAT or tax number"),
    "business_id": mark("Business ID"),
    "einvoice": mark("E-invoice address"),
    "street": mark("Street address"),
    "extra": mark("Second line"),
    "postcode": mark("Postcode"),
    "town": mark("Town"),
    "region": mark("Region or province"),
    "country": mark("Country"),
    "delivery_name": mark("Delivery: name"),
    "delivery_street": mark("Delivery: street address"),
    "delivery_extra": mark("Delivery: second line"),
    "delivery_postcode": mark("Delivery: postcode"),
    "delivery_town": mark("Delivery: town"),
    "delivery_region": mark("Delivery: region"),
    "delivery_country": mark("Delivery: country"),
    "code": mark("Product code"),
    "gtin": mark("GTIN"),
    "buyer_code": mark("Customer's product code"),
    "product": mark("Product"),
    "quantity": mark("Quantity"),
    "unit": mark("Unit"),
    "price": mark("Price of one"),
    "price_gross": mark("Price with VAT"),
    "line_percent": mark("Discount in %"),
    "line_discount": mark("Discount on the line"),
    "vat": mark("VAT %"),
    "currency": mark("Currency"),
    "discount": mark("Discount on the order"),
    "shipping": mark("Freight"),
    "shipping_name": mark("Way of delivery"),
    "subtotal": mark("Sum before freight and VAT"),
    "taxes": mark("VAT in all"),
    "total": mark("Total"),
    "payment": mark("State of the payment"),
    "paid_on": mark("Paid on"),
    "paid_by": mark("Paid by"),
    "state": mark("State of the order"),
    "sent": mark("State of the delivery"),
    "cancelled": mark("Cancelled on"),
    "your_reference": mark("Your reference"),
    "note": mark("Note"),
}


def headings_in(fields: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the heading of each column in a language."""
    say = say_in(language)
    return {field: say(text) for field, text in fields.items()}


def known_headings(fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return every heading that our own tables give a column, in all languages."""
    spoken = [headings_in(fields, language) for language in LANGUAGES]
    return {field: tuple(words[field] for words in spoken) for field in fields}
