"""The words of the Thai certificate of tax withheld, as the Revenue Department's form has them."""

from __future__ import annotations

from app.domain.payments.withholding import Borne, Income, Return
from app.lang.texts import mark

TITLE = "หนังสือรับรองการหักภาษี ณ ที่จ่าย"
TITLE_OF_LAW = "ตามมาตรา 50 ทวิ แห่งประมวลรัษฎากร"
COPIES = (
    "ฉบับที่ 1 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย ใช้แนบพร้อมกับแบบแสดงรายการภาษี)",
    "ฉบับที่ 2 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย เก็บไว้เป็นหลักฐาน)",
)
BOXES = (
    "(1) ภ.ง.ด.1ก",
    "(2) ภ.ง.ด.1ก พิเศษ",
    "(3) ภ.ง.ด.2",
    "(4) ภ.ง.ด.3",
    "(5) ภ.ง.ด.2ก",
    "(6) ภ.ง.ด.3ก",
    "(7) ภ.ง.ด.53",
)
THAI_FORMS = {Return.PND1: BOXES[0], Return.PND3: BOXES[3], Return.PND53: BOXES[6]}
INCOMES = {
    Income.SALARY: "1. เงินเดือน ค่าจ้าง เบี้ยเลี้ยง โบนัส ฯลฯ ตามมาตรา 40 (1)",
    Income.FEES: "2. ค่าธรรมเนียม ค่านายหน้า ฯลฯ ตามมาตรา 40 (2)",
    Income.ROYALTIES: "3. ค่าแห่งลิขสิทธิ์ ฯลฯ ตามมาตรา 40 (3)",
    Income.INTEREST: "4. (ก) ดอกเบี้ย ฯลฯ ตามมาตรา 40 (4) (ก)",
    Income.DIVIDENDS: "4. (ข) เงินปันผล เงินส่วนแบ่งกำไร ฯลฯ ตามมาตรา 40 (4) (ข)",
    Income.SERVICES: (
        "5. การจ่ายเงินได้ที่ต้องหักภาษี ณ ที่จ่าย ตามคำสั่งกรมสรรพากร\nที่ออกตามมาตรา 3 เตรส "
        "เช่น ค่าจ้างทำของ ค่าบริการ ค่าเช่า ค่าโฆษณา ค่าขนส่ง ฯลฯ"
    ),
    Income.OTHER: "6. อื่น ๆ (ระบุ)",
}
FUNDS = (
    "เงินที่จ่ายเข้า กบข./กสจ./กองทุนสงเคราะห์ครูโรงเรียนเอกชน ......... บาท   "
    "กองทุนประกันสังคม ......... บาท   กองทุนสำรองเลี้ยงชีพ ......... บาท"
)
BORNE = {
    Borne.WITHHELD: "(1) หัก ณ ที่จ่าย",
    Borne.PAID_ALWAYS: "(2) ออกให้ตลอดไป",
    Borne.PAID_ONCE: "(3) ออกให้ครั้งเดียว",
}
CERTIFIED = "ขอรับรองว่าข้อความและตัวเลขดังกล่าวข้างต้นถูกต้องตรงกับความจริงทุกประการ"
SIGNED = "ลงชื่อ ................................................ ผู้จ่ายเงิน     วันที่ {day}"
FORMS = {
    Return.PND1: mark("P.N.D. 1, tax withheld from salaries"),
    Return.PND3: mark("P.N.D. 3, tax withheld from persons"),
    Return.PND53: mark("P.N.D. 53, tax withheld from companies"),
}
"""The returns in words."""
