"""Columns of a table of orders: what their headings mean, and which rows make one order."""

from __future__ import annotations

from app.domain.contacts.columns import HEADINGS as OF_CONTACTS

PARTY = (
    "email", "phone", "vat_id", "business_id", "einvoice",
    "street", "extra", "postcode", "town", "region", "country",
)  # fmt: skip
"""The fields of the customer that are called as in a table of contacts."""
PLACE = ("street", "extra", "postcode", "town", "region", "country")
"""The fields of an address; those of the delivery have ``delivery_`` before them."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "reference": ("order number", "order no", "order", "order id", "purchase order", "po", "po no",
                  "po number", "your order", "reference", "tilausnumero", "tilausnro", "tilaus",
                  "ostotilaus", "viite", "viitteenne", "bestellnummer", "bestellung",
                  "ordernummer", "เลขที่ใบสั่งซื้อ", "เลขที่สั่งซื้อ", "ใบสั่งซื้อ"),
    "ordered_on": ("order date", "ordered", "date", "tilauspäivä", "tilauspvm", "päivä", "pvm",
                   "bestelldatum", "datum", "วันที่สั่งซื้อ", "วันที่"),
    "wanted_on": ("wanted", "wanted by", "delivery date", "requested", "requested date", "due",
                  "toimituspäivä", "toimituspvm", "toivottu toimituspäivä", "liefertermin",
                  "leveransdatum", "วันที่ต้องการ", "วันที่ส่ง"),
    "customer_number": ("customer number", "customer no", "customer id", "asiakasnumero",
                        "asiakasnro", "kundennummer", "kundnummer", "รหัสลูกค้า"),
    "customer": ("customer name", "buyer", "asiakas", "asiakkaan nimi", "tilaaja", "ostaja",
                 "kunde", "kund", "besteller", "ลูกค้า", "ชื่อลูกค้า", "ผู้ซื้อ"),
    "company": ("company name", "firm", "yritys", "firma", "företag", "บริษัท"),
    **{field: OF_CONTACTS[field] for field in PARTY},
    "delivery_name": ("ship to", "delivery to", "recipient", "vastaanottaja", "toimitusnimi",
                      "empfänger", "mottagare", "ผู้รับ"),
    "delivery_street": ("delivery address", "shipping address", "toimitusosoite", "lieferadresse",
                        "leveransadress", "ที่อยู่จัดส่ง"),
    "delivery_extra": ("delivery address 2", "shipping address 2"),
    "delivery_postcode": ("delivery postcode", "shipping postcode", "toimituspostinumero"),
    "delivery_town": ("delivery town", "shipping city", "toimituspaikkakunta"),
    "delivery_region": ("delivery region", "shipping state"),
    "delivery_country": ("delivery country", "shipping country", "toimitusmaa"),
    "code": ("product code", "item code", "item", "sku", "article", "article number", "our code",
             "tuotekoodi", "tuotenumero", "tuotenro", "koodi", "artikelnummer", "artikel",
             "รหัสสินค้า"),
    "gtin": ("ean", "ean code", "ean-13", "barcode", "upc", "viivakoodi", "streckkod",
             "บาร์โค้ด"),
    "buyer_code": ("your code", "customer code", "customer item", "buyer code", "asiakkaan koodi",
                   "asiakkaan tuotekoodi", "รหัสสินค้าลูกค้า"),
    "product": ("product name", "description", "item name", "tuote", "tuotenimi", "nimike",
                "kuvaus", "bezeichnung", "benämning", "สินค้า", "ชื่อสินค้า", "รายการ"),
    "quantity": ("qty", "amount", "pieces", "määrä", "kpl", "lkm", "menge", "anzahl", "antal",
                 "จำนวน"),
    "unit": ("uom", "yksikkö", "yks", "einheit", "enhet", "หน่วย"),
    "price": ("unit price", "net price", "price net", "price excl vat", "hinta", "yksikköhinta",
              "a-hinta", "veroton hinta", "preis", "pris", "ราคา", "ราคาต่อหน่วย"),
    "price_gross": ("gross price", "price incl vat", "price gross", "verollinen hinta",
                    "bruttopreis", "ราคารวมภาษี"),
    "line_percent": ("discount percent", "discount %", "alennus %", "ale %", "rabatt %", "ส่วนลด %"),
    "line_discount": ("line discount", "item discount", "rivialennus"),
    "vat": ("vat rate", "vat %", "tax rate", "alv", "alv %", "moms %", "mwst %", "ภาษี"),
    "currency": ("valuutta", "währung", "valuta", "สกุลเงิน"),
    "discount": ("order discount", "tilauksen alennus"),
    "shipping": ("freight", "shipping cost", "delivery charge", "rahti", "toimituskulut",
                 "versandkosten", "frakt", "ค่าจัดส่ง"),
    "shipping_name": ("shipping method", "delivery method", "toimitustapa", "versandart",
                      "วิธีจัดส่ง"),
    "subtotal": ("sub total", "välisumma"),
    "taxes": ("tax total", "verot"),
    "total": ("order total", "grand total", "yhteensä", "loppusumma", "gesamtbetrag", "ยอดรวม"),
    "payment": ("payment status", "financial status", "maksun tila"),
    "paid_on": ("paid", "paid at", "maksettu"),
    "paid_by": ("payment method", "maksutapa", "zahlungsart", "วิธีชำระเงิน"),
    "state": ("order status", "status", "tila"),
    "sent": ("fulfillment status", "toimituksen tila"),
    "cancelled": ("cancelled at", "peruttu"),
    "your_reference": ("your reference", "contact person", "yhteyshenkilö", "ansprechpartner"),
    "note": ("notes", "comment", "remark", "huomautus", "lisätiedot", "bemerkung", "หมายเหตุ"),
}  # fmt: skip
"""The fields a column may fill, and the headings by which they are known."""
