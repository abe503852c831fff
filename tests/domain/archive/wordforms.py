"""Words of office life as they are asked for, and as they stand in documents.

Each line names a word and forms of it; a form with a ``+`` is a compound that ends in the word.
Any of them, asked for, must find each of the others; a compound only by what it ends in.
"""

from __future__ import annotations

FINNISH = """
lasku: laskun laskut laskujen laskussa laskuista laskullemme laskumme +ostolasku +myyntilaskujen
ehto: ehdot ehtojen ehdossa ehtoja +toimitusehdot +maksuehtojen +sopimusehdoissa
sopimus: sopimuksen sopimukset sopimuksia sopimusten sopimusta sopimuksessa +vuokrasopimuksen
vuokra: vuokran vuokrat vuokria vuokrien vuokrasta +tilavuokra
tarjous: tarjouksen tarjoukset tarjouksia tarjousten tarjousta +lisätarjouksen
kauppa: kaupan kaupat kauppoja kauppojen kaupassa +verkkokaupan
hinta: hinnan hinnat hintoja hintojen hintaan hinnasta +yksikköhinta +ostohinnat
tili: tilin tilit tilejä tilien tilillä +pankkitilille +kirjanpitotilin
työaika: työajan työajat työaikaa työaikoja
osoite: osoitteen osoitteet osoitteita osoitetta osoitteeseen +laskutusosoite +toimitusosoitteen
yhtiö: yhtiön yhtiöt yhtiöitä yhtiöiden +osakeyhtiön
vero: veron verot veroja verojen veroista +arvonlisäveron +arvonlisävero
palkka: palkan palkat palkkoja palkkojen palkasta +kuukausipalkka
kuitti: kuitin kuitit kuitteja kuittien kuitista +maksukuitti
maksu: maksun maksut maksuja maksujen maksuun +vakuutusmaksut
vakuutus: vakuutuksen vakuutukset vakuutuksia vakuutusta +vastuuvakuutuksen
kirje: kirjeen kirjeet kirjeitä kirjettä kirjeiden +seurantakirje
tilaus: tilauksen tilaukset tilauksia tilausta tilausten +ostotilauksen
lähete: lähetteen lähetteet lähetteitä lähetettä
todistus: todistuksen todistukset todistuksia todistusta +työtodistus
tosite: tositteen tositteet tositteita tositetta +muistiotosite
tuote: tuotteen tuotteet tuotteita tuotteiden tuotetta +uutuustuotteet
päätös: päätöksen päätökset päätöksiä päätöstä +tilinpäätöksen +verotuspäätös
yritys: yrityksen yritykset yrityksiä yritysten +pienyrityksiä
asiakas: asiakkaan asiakkaat asiakkaita asiakkaiden asiakasta +kanta-asiakkaat
työntekijä: työntekijän työntekijät työntekijöitä työntekijöiden
katu: kadun kadut katuja katujen kadulla +sivukatu
luku: luvun luvut lukuja lukujen +tunnusluvut +tunnusluku
laki: lain lait lakeja lakien lakia +verolain
velka: velan velat velkoja velkojen velasta +ostovelat
pankki: pankin pankit pankkeja pankkien pankissa +säästöpankin
auto: auton autot autoja autojen autossa +pakettiauto
vuosi: vuoden vuodet vuosia vuosien vuotta vuonna +tilivuoden
kuukausi: kuukauden kuukaudet kuukausia kuukautta kuukausien
päivä: päivän päivät päiviä päivien päivää +eräpäivä +laskupäivän
viite: viitteen viitteet viitteitä viitettä
numero: numeron numerot numeroita numeroiden numeroa +puhelinnumero +viitenumeron
summa: summan summat summia summien summasta +loppusumma
alennus: alennuksen alennukset alennuksia alennusta +käteisalennus
toimitus: toimituksen toimitukset toimituksia toimitusten +pikatoimituksen
hyvitys: hyvityksen hyvitykset hyvityksiä hyvitystä
muistutus: muistutuksen muistutukset muistutuksia muistutusten +maksumuistutus
huomautus: huomautuksen huomautukset huomautuksia
suoritus: suorituksen suoritukset suorituksia suoritusta +viitesuoritukset
ilmoitus: ilmoituksen ilmoitukset ilmoituksia ilmoitusta +veroilmoitus
selvitys: selvityksen selvitykset selvityksiä selvitystä
raportti: raportin raportit raportteja raporttien +vuosiraportti
budjetti: budjetin budjetit budjetteja budjetissa
projekti: projektin projektit projekteja projektien
kokous: kokouksen kokoukset kokouksia kokousta +yhtiökokouksen
pöytäkirja: pöytäkirjan pöytäkirjat pöytäkirjoja pöytäkirjojen
valtakirja: valtakirjan valtakirjat valtakirjoja
henkilö: henkilön henkilöt henkilöitä henkilöiden henkilöä +yhteyshenkilön
osasto: osaston osastot osastoja osastolla +myyntiosasto
johtaja: johtajan johtajat johtajia johtajien +toimitusjohtajan
esimies: esimiehen esimiehet esimiehiä esimiesten
loma: loman lomat lomia lomien lomalla +vuosilomat
sairaus: sairauden sairaudet sairauksia sairautta
mahdollisuus: mahdollisuuden mahdollisuudet mahdollisuuksia mahdollisuutta
rahoitus: rahoituksen rahoitukset rahoitusta
laina: lainan lainat lainoja lainojen lainasta +pankkilaina
korko: koron korot korkoja korkojen +viivästyskorko +viivästyskoron
takuu: takuun takuut takuita takuuta
vastuu: vastuun vastuut vastuita vastuuta
tavara: tavaran tavarat tavaroita tavaroiden
varasto: varaston varastot varastoja varastossa +keskusvarasto
kone: koneen koneet koneita konetta koneiden +tietokone +tietokoneet
laite: laitteen laitteet laitteita laitetta +päätelaite
ohje: ohjeen ohjeet ohjeita ohjetta +käyttöohjeet
lupa: luvan luvat lupia lupien lupaa +rakennuslupa
hakemus: hakemuksen hakemukset hakemuksia hakemusta +työhakemus
liite: liitteen liitteet liitteitä liitettä
sivu: sivun sivut sivuja sivujen sivulla
rivi: rivin rivit rivejä rivien +laskurivi
määrä: määrän määrät määriä määrien +kappalemäärä
sähkö: sähkön sähköt sähköä
vesi: veden vedet vettä vesien
jäte: jätteen jätteet jätteitä jätettä
siivous: siivouksen siivousta siivoukset +loppusiivous
huolto: huollon huollot huoltoja huoltojen +vuosihuolto
korjaus: korjauksen korjaukset korjauksia korjausta
matka: matkan matkat matkoja matkojen +työmatkat
kulu: kulun kulut kuluja kulujen +matkakulut
kustannus: kustannuksen kustannukset kustannuksia kustannusten
tulo: tulon tulot tuloja tulojen +ansiotulot
tulos: tuloksen tulokset tuloksia tulosta +vuositulos
tase: taseen taseet taseita tasetta
kirjanpito: kirjanpidon kirjanpitoa kirjanpidossa
tilintarkastus: tilintarkastuksen tilintarkastukset
verotus: verotuksen verotusta verotuksessa
arvo: arvon arvot arvoja arvojen +kirjanpitoarvo
osake: osakkeen osakkeet osakkeita osaketta
kunta: kunnan kunnat kuntia kuntien kunnassa
ranta: rannan rannat rantoja rannalla
kerta: kerran kerrat kertoja kertojen
talo: talon talot taloja talossa +kerrostalo
asunto: asunnon asunnot asuntoja asuntojen +vuokra-asunto
tila: tilan tilat tiloja tilassa +toimitila +toimitilat
avain: avaimen avaimet avaimia avainta
yleinen: yleisen yleiset yleisiä yleisten yleistä
kuukausittainen: kuukausittaisen kuukausittaiset
uusi: uuden uudet uusia uutta
vanha: vanhan vanhat vanhoja vanhojen
suuri: suuren suuret suuria suurta
pieni: pienen pienet pieniä pientä
kallis: kalliin kalliit kalliita kallista
laskuttaminen: laskuttamisen laskuttamista
perintä: perinnän perintää perinnässä
"""

UNSEEN = """
jäsen: jäsenen jäsenet jäseniä jäsenten
ostaja: ostajan ostajat ostajia ostajien
myyjä: myyjän myyjät myyjiä myyjien
kalusto: kaluston kalustot kalustoja +konekalusto
hankinta: hankinnan hankinnat hankintoja hankintojen +laitehankinnat
palvelu: palvelun palvelut palveluja palveluita palvelujen +huoltopalvelu
rekisteri: rekisterin rekisterit rekisterejä +kaupparekisteri
ote: otteen otteet otteita +tiliote +tiliotteen
verkko: verkon verkot verkkoja
tieto: tiedon tiedot tietoja tietojen +henkilötiedot
merkintä: merkinnän merkinnät merkintöjä
liike: liikkeen liikkeet liikkeitä
rahti: rahdin rahdit rahteja +merirahti
kortti: kortin kortit kortteja +luottokortti
lomake: lomakkeen lomakkeet lomakkeita
apu: avun avut apuja
suoja: suojan suojat suojia +tietosuoja
seloste: selosteen selosteet selosteita +tietosuojaseloste
eläke: eläkkeen eläkkeet eläkkeitä
sopija: sopijan sopijat sopijoita
valitus: valituksen valitukset valituksia
reklamaatio: reklamaation reklamaatiot reklamaatioita
kilpailu: kilpailun kilpailut kilpailuja
kunto: kunnon kuntoja
remontti: remontin remontit remontteja
suunnitelma: suunnitelman suunnitelmat suunnitelmia
ohjelma: ohjelman ohjelmat ohjelmia
paikka: paikan paikat paikkoja +työpaikka
kyky: kyvyn kyvyt kykyjä
teko: teon teot tekoja
jako: jaon jaot jakoja +osinkojako
osinko: osingon osingot osinkoja
lippu: lipun liput lippuja +matkaliput
tauko: tauon tauot taukoja
ruoka: ruoan ruokia
kahvi: kahvin kahvit kahveja
ostos: ostoksen ostokset ostoksia
kiinteistö: kiinteistön kiinteistöt kiinteistöjä
isännöitsijä: isännöitsijän isännöitsijät isännöitsijöiden
vastike: vastikkeen vastikkeet vastikkeita +hoitovastike
"""
"""Words by which the rules were not made, only measured."""

APART = """
tili tila
kirja kirje
maksu maksa
tuote tuotto
hinta hinto
vero verkko
posti posta
palkka palkinto
kauppa kaupunki
asia asiakas
osa osoite
sopimus sopiva
lasku laskin
tilaus tilaisuus
tase taso
vuokra vuoka
kone koe
raportti reportteri
sivu siivu
arvo arvaus
laki lakka
korko korkki
kuitti kuitu
määrä määräys
sähkö sähke
osake osakas
tulo tulos
matka matto
pankki pankko
auto aula
"""
"""Words that are no forms of each other: neither may find the other."""

ENGLISH = """
invoice: invoices invoiced invoicing
company: companies
payment: payments
contract: contracts contracted
delivery: deliveries
order: orders ordered ordering
tax: taxes taxed
agreement: agreements
receipt: receipts
supplier: suppliers
balance: balances balanced
policy: policies
address: addresses addressed
employee: employees
salary: salaries
statement: statements
copy: copies copied copying
ship: ships shipped shipping
price: prices priced pricing
renew: renews renewed renewing
box: boxes
process: processes processed processing
claim: claims claimed
"""

THAI = """
ใบกำกับภาษี: กรุณาออกใบกำกับภาษีให้บริษัท|ส่งใบกำกับภาษีเต็มรูปแล้ว
ใบแจ้งหนี้: ตามใบแจ้งหนี้เลขที่|แนบใบแจ้งหนี้มาด้วย
ใบเสร็จ: ขอใบเสร็จรับเงิน|เก็บใบเสร็จไว้เป็นหลักฐาน
สัญญาเช่า: ต่อสัญญาเช่าอาคาร|ลงนามในสัญญาเช่ารถยนต์
ค่าไฟฟ้า: ชำระค่าไฟฟ้าประจำเดือน|ยอดค่าไฟฟ้าสูงขึ้น
ค่าน้ำ: จ่ายค่าน้ำประปา|รวมค่าน้ำและค่าขยะ
เงินเดือน: โอนเงินเดือนพนักงาน|ปรับเงินเดือนประจำปี
พนักงาน: รายชื่อพนักงานทั้งหมด|รับสมัครพนักงานใหม่
ลูกค้า: ข้อมูลลูกค้ารายใหญ่|ตอบคำถามลูกค้าทันที
บริษัท: จดทะเบียนบริษัทจำกัด|ตราประทับของบริษัท
ภาษี: ยื่นแบบภาษีเงินได้|อัตราภาษีมูลค่าเพิ่ม
ประกัน: ต่ออายุประกันภัย|เงินประกันสังคม
ธนาคาร: บัญชีธนาคารกรุงเทพ|หนังสือจากธนาคาร
โอนเงิน: หลักฐานการโอนเงิน|แจ้งโอนเงินแล้ว
สินค้า: รายการสินค้าคงเหลือ|ส่งคืนสินค้าชำรุด
ใบสั่งซื้อ: อ้างถึงใบสั่งซื้อเลขที่|ออกใบสั่งซื้อใหม่
ใบเสนอราคา: ขอใบเสนอราคาด่วน|ตามใบเสนอราคาฉบับนี้
กำหนดชำระ: เกินกำหนดชำระเงิน|ครบกำหนดชำระวันนี้
ดอกเบี้ย: คิดดอกเบี้ยผิดนัด|อัตราดอกเบี้ยเงินกู้
เงินกู้: สัญญาเงินกู้ระยะยาว|ผ่อนเงินกู้รายเดือน
ทะเบียน: สำเนาทะเบียนบ้าน|นายทะเบียนหุ้นส่วน
รถยนต์: ซ่อมบำรุงรถยนต์บริษัท|เช่ารถยนต์รายปี
อาคาร: ค่าเช่าอาคารสำนักงาน|ซ่อมแซมอาคารเก่า
สำนักงาน: เครื่องใช้สำนักงานครบชุด|ย้ายสำนักงานใหญ่
ประชุม: รายงานการประชุมผู้ถือหุ้น|นัดประชุมคณะกรรมการ
กรรมการ: มติคณะกรรมการบริษัท|กรรมการผู้จัดการลงนาม
งบการเงิน: จัดทำงบการเงินประจำปี|ตรวจสอบงบการเงินแล้ว
บัญชี: ผู้สอบบัญชีรับอนุญาต|สมุดบัญชีรายวัน
ค่าขนส่ง: ไม่รวมค่าขนส่งสินค้า|เก็บค่าขนส่งปลายทาง
ร้องเรียน: หนังสือร้องเรียนคุณภาพ|เรื่องร้องเรียนจากลูกค้า
"""


def families(told: str) -> dict[str, tuple[str, ...]]:
    """Return of each word its forms; compounds keep their ``+``."""
    lines = (line.partition(":") for line in told.strip().splitlines())
    return {word: tuple(rest.split()) for word, _colon, rest in lines}


def sentences(told: str) -> dict[str, tuple[str, ...]]:
    """Return of each word the sentences in which it stands."""
    lines = (line.partition(": ") for line in told.strip().splitlines())
    return {word: tuple(rest.split("|")) for word, _colon, rest in lines}
