ALTER TABLE contact ADD COLUMN early_days BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE contact ALTER COLUMN early_days DROP DEFAULT
--
ALTER TABLE contact ADD COLUMN early_percent BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE contact ALTER COLUMN early_percent DROP DEFAULT
--
ALTER TABLE contact ADD COLUMN eformat TEXT NOT NULL DEFAULT ''
--
ALTER TABLE contact ALTER COLUMN eformat DROP DEFAULT
--
ALTER TABLE contact ADD COLUMN layout_id BIGINT
--
ALTER TABLE contact ADD COLUMN vat_answer TEXT
--
ALTER TABLE invoice ADD COLUMN kind TEXT NOT NULL DEFAULT 'invoice'
--
ALTER TABLE invoice ALTER COLUMN kind DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN origin_id BIGINT
--
ALTER TABLE invoice ADD COLUMN origin_number TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN origin_number DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN origin_day TEXT
--
ALTER TABLE invoice ADD COLUMN reason TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN reason DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN order_reference TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN order_reference DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN contract_reference TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN contract_reference DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN period_from TEXT
--
ALTER TABLE invoice ADD COLUMN period_to TEXT
--
ALTER TABLE invoice ADD COLUMN early_days BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice ALTER COLUMN early_days DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN early_percent BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice ALTER COLUMN early_percent DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN exchange_rate BIGINT
--
ALTER TABLE invoice ADD COLUMN exchange_day TEXT
--
ALTER TABLE invoice ADD COLUMN exchange_source TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN exchange_source DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN deliver_to TEXT
--
ALTER TABLE invoice ADD COLUMN eformat TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN eformat DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN rest TEXT NOT NULL DEFAULT '[]'
--
ALTER TABLE invoice ALTER COLUMN rest DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN layout_id BIGINT
--
ALTER TABLE invoice ADD COLUMN project_id BIGINT
--
ALTER TABLE invoice ADD COLUMN deducted TEXT NOT NULL DEFAULT '[]'
--
ALTER TABLE invoice ALTER COLUMN deducted DROP DEFAULT
--
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_origin_id FOREIGN KEY(origin_id) REFERENCES invoice (id)
--
ALTER TABLE invoice_line ADD COLUMN credits BIGINT
--
ALTER TABLE invoice_line ADD COLUMN is_reduction BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice_line ALTER COLUMN is_reduction DROP DEFAULT
--
ALTER TABLE invoice_line ADD COLUMN deducts BIGINT
--
ALTER TABLE mail ADD COLUMN handled_by TEXT NOT NULL DEFAULT ''
--
ALTER TABLE mail ALTER COLUMN handled_by DROP DEFAULT
--
ALTER TABLE mail ADD COLUMN handled_at TEXT
--
CREATE TABLE reminder_run (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	day TEXT NOT NULL, 
	terms TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_reminder_run PRIMARY KEY (id)
)
--
CREATE TABLE invoice_layout (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	form TEXT NOT NULL, 
	frozen_of BIGINT, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_invoice_layout PRIMARY KEY (id)
)
--
CREATE TABLE exchange_rate (
	currency TEXT NOT NULL, 
	day TEXT NOT NULL, 
	rate BIGINT NOT NULL, 
	source TEXT NOT NULL, 
	CONSTRAINT pk_exchange_rate PRIMARY KEY (currency, day)
)
--
CREATE TABLE tax_code (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	category TEXT NOT NULL, 
	rates TEXT NOT NULL, 
	note TEXT NOT NULL, 
	region TEXT NOT NULL, 
	postcodes TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_tax_code PRIMARY KEY (id), 
	CONSTRAINT uq_tax_code_code UNIQUE (code)
)
--
CREATE INDEX ix_invoice_origin ON invoice (origin_id, kind, state, issued_on, id) WHERE origin_id IS NOT NULL
--
CREATE INDEX ix_invoice_project ON invoice (project_id, id) WHERE project_id IS NOT NULL
--
CREATE INDEX ix_invoice_reference ON invoice (reference)
--
CREATE TABLE payment (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	contact_id BIGINT, 
	payer TEXT NOT NULL, 
	payer_key VARCHAR COLLATE "C" NOT NULL, 
	paid_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	open_minor BIGINT NOT NULL, 
	account_id BIGINT NOT NULL, 
	entry_id BIGINT NOT NULL, 
	reference TEXT NOT NULL, 
	text TEXT NOT NULL, 
	charges TEXT NOT NULL, 
	reversed_on TEXT, 
	reason TEXT NOT NULL, 
	exchange_rate BIGINT, 
	exchange_day TEXT, 
	exchange_source TEXT NOT NULL, 
	CONSTRAINT pk_payment PRIMARY KEY (id), 
	CONSTRAINT uq_payment_number UNIQUE (number), 
	CONSTRAINT fk_payment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_payment_account_id FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_payment_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
--
CREATE INDEX ix_payment_contact ON payment (contact_id, paid_on)
--
CREATE INDEX ix_payment_list ON payment (paid_on, id)
--
CREATE INDEX ix_payment_state ON payment (state, open_minor)
--
CREATE TABLE recurring_plan (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_key VARCHAR COLLATE "C" NOT NULL, 
	customer_id BIGINT, 
	form TEXT NOT NULL, 
	next_on TEXT NOT NULL, 
	made BIGINT NOT NULL, 
	due_on TEXT, 
	ends_on TEXT, 
	every BIGINT NOT NULL, 
	unit TEXT NOT NULL, 
	makes TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	has_rise BIGINT NOT NULL, 
	CONSTRAINT pk_recurring_plan PRIMARY KEY (id), 
	CONSTRAINT fk_recurring_plan_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_recurring_plan_customer ON recurring_plan (customer_id)
--
CREATE INDEX ix_recurring_plan_due ON recurring_plan (due_on, id)
--
CREATE INDEX ix_recurring_plan_name ON recurring_plan (name_key, id)
--
CREATE TABLE contractor_payment (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	contact_id BIGINT NOT NULL, 
	paid_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	withheld_minor BIGINT NOT NULL, 
	text TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_contractor_payment PRIMARY KEY (id), 
	CONSTRAINT fk_contractor_payment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_contractor_payment_contact_id ON contractor_payment (contact_id)
--
CREATE TABLE tax_exemption (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	contact_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	region TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	since TEXT, 
	until TEXT, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_tax_exemption PRIMARY KEY (id), 
	CONSTRAINT fk_tax_exemption_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_tax_exemption_contact_id ON tax_exemption (contact_id)
--
CREATE TABLE withholding_certificate (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	side TEXT NOT NULL, 
	number TEXT NOT NULL, 
	day TEXT NOT NULL, 
	form TEXT NOT NULL, 
	contact_id BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	tax_minor BIGINT NOT NULL, 
	payer TEXT NOT NULL, 
	payee TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	borne TEXT NOT NULL, 
	book TEXT NOT NULL, 
	voided_on TEXT, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_withholding_certificate PRIMARY KEY (id), 
	CONSTRAINT fk_withholding_certificate_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_withholding_certificate_contact_id ON withholding_certificate (contact_id)
--
CREATE INDEX ix_withholding_certificate_day ON withholding_certificate (day, id)
--
CREATE INDEX ix_withholding_certificate_number ON withholding_certificate (number)
--
CREATE TABLE open_item (
	invoice_id BIGINT NOT NULL, 
	customer_id BIGINT, 
	currency TEXT NOT NULL, 
	issued_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	open_minor BIGINT NOT NULL, 
	moved_on TEXT NOT NULL, 
	settled_on TEXT, 
	CONSTRAINT pk_open_item PRIMARY KEY (invoice_id), 
	CONSTRAINT fk_open_item_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_open_item_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_open_item_customer ON open_item (customer_id, settled_on)
--
CREATE INDEX ix_open_item_settled ON open_item (settled_on, due_on, invoice_id)
--
CREATE TABLE allocation (
	id BIGINT NOT NULL, 
	payment_id BIGINT, 
	invoice_id BIGINT, 
	credit_id BIGINT, 
	refund_id BIGINT, 
	closing TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	booked_on TEXT NOT NULL, 
	entry_id BIGINT, 
	undone_on TEXT, 
	CONSTRAINT pk_allocation PRIMARY KEY (id), 
	CONSTRAINT fk_allocation_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_allocation_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_allocation_credit_id FOREIGN KEY(credit_id) REFERENCES invoice (id), 
	CONSTRAINT fk_allocation_refund_id FOREIGN KEY(refund_id) REFERENCES payment (id), 
	CONSTRAINT fk_allocation_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
--
CREATE INDEX ix_allocation_credit ON allocation (credit_id, booked_on, undone_on, amount_minor)
--
CREATE INDEX ix_allocation_invoice ON allocation (invoice_id, booked_on, undone_on, amount_minor)
--
CREATE INDEX ix_allocation_payment ON allocation (payment_id)
--
CREATE INDEX ix_allocation_refund ON allocation (refund_id)
--
CREATE TABLE billable (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	done_on TEXT NOT NULL, 
	text TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	unit TEXT NOT NULL, 
	price BIGINT NOT NULL, 
	vat TEXT NOT NULL, 
	product_id BIGINT, 
	currency TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	who TEXT NOT NULL, 
	invoice_id BIGINT, 
	CONSTRAINT pk_billable PRIMARY KEY (id), 
	CONSTRAINT fk_billable_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_billable_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_billable_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE INDEX ix_billable_customer ON billable (customer_id, done_on)
--
CREATE INDEX ix_billable_done_on ON billable (done_on, id)
--
CREATE INDEX ix_billable_invoice ON billable (invoice_id)
--
CREATE INDEX ix_billable_product ON billable (product_id)
--
CREATE TABLE draft_bill (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	supplier_id BIGINT, 
	number TEXT NOT NULL, 
	form TEXT NOT NULL, 
	CONSTRAINT pk_draft_bill PRIMARY KEY (id), 
	CONSTRAINT fk_draft_bill_id FOREIGN KEY(id) REFERENCES document (id), 
	CONSTRAINT fk_draft_bill_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_draft_bill_number ON draft_bill (number, state)
--
CREATE INDEX ix_draft_bill_state ON draft_bill (state, id)
--
CREATE TABLE plan_period (
	plan_id BIGINT NOT NULL, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	invoice_id BIGINT, 
	CONSTRAINT pk_plan_period PRIMARY KEY (plan_id, begins_on), 
	CONSTRAINT fk_plan_period_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id), 
	CONSTRAINT uq_plan_period_invoice_id UNIQUE (invoice_id), 
	CONSTRAINT fk_plan_period_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE TABLE quote (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	revision BIGINT NOT NULL, 
	replaces_id BIGINT, 
	is_replaced BIGINT NOT NULL, 
	customer_id BIGINT, 
	customer_name TEXT NOT NULL, 
	customer_key VARCHAR COLLATE "C" NOT NULL, 
	issued_on TEXT, 
	valid_until TEXT, 
	currency TEXT NOT NULL, 
	net_minor BIGINT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	offer TEXT NOT NULL, 
	positions TEXT NOT NULL, 
	chosen TEXT NOT NULL, 
	decided_on TEXT, 
	reason TEXT NOT NULL, 
	invoice_id BIGINT, 
	CONSTRAINT pk_quote PRIMARY KEY (id), 
	CONSTRAINT uq_quote_number UNIQUE (number), 
	CONSTRAINT fk_quote_replaces_id FOREIGN KEY(replaces_id) REFERENCES quote (id), 
	CONSTRAINT fk_quote_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_quote_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE INDEX ix_quote_customer ON quote (customer_id, id)
--
CREATE INDEX ix_quote_customer_key ON quote (customer_key, id)
--
CREATE INDEX ix_quote_invoice ON quote (invoice_id)
--
CREATE INDEX ix_quote_list ON quote (issued_on, id)
--
CREATE INDEX ix_quote_replaces ON quote (replaces_id)
--
CREATE INDEX ix_quote_state ON quote (state, valid_until, id)
--
CREATE TABLE reminder (
	id BIGINT NOT NULL, 
	run_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	contact_id BIGINT, 
	name TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	state TEXT NOT NULL, 
	level BIGINT NOT NULL, 
	wanted_level BIGINT, 
	language TEXT NOT NULL, 
	way TEXT NOT NULL, 
	email TEXT NOT NULL, 
	pay_by TEXT, 
	principal_minor BIGINT NOT NULL, 
	credit_minor BIGINT NOT NULL, 
	interest_minor BIGINT NOT NULL, 
	fee_minor BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	number TEXT, 
	reference TEXT NOT NULL, 
	document_id BIGINT, 
	issued_on TEXT, 
	CONSTRAINT pk_reminder PRIMARY KEY (id), 
	CONSTRAINT fk_reminder_run_id FOREIGN KEY(run_id) REFERENCES reminder_run (id), 
	CONSTRAINT fk_reminder_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_reminder_number UNIQUE (number), 
	CONSTRAINT fk_reminder_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_reminder_contact ON reminder (contact_id, issued_on)
--
CREATE INDEX ix_reminder_document ON reminder (document_id)
--
CREATE INDEX ix_reminder_reference ON reminder (reference)
--
CREATE INDEX ix_reminder_state ON reminder (run_id, state, position)
--
CREATE UNIQUE INDEX ix_reminder_place ON reminder (run_id, position)
--
CREATE TABLE invoice_standing (
	invoice_id BIGINT NOT NULL, 
	level BIGINT NOT NULL, 
	reminded_on TEXT, 
	dispute TEXT NOT NULL, 
	disputed_on TEXT, 
	is_stopped BIGINT NOT NULL, 
	interest_minor BIGINT NOT NULL, 
	fee_minor BIGINT NOT NULL, 
	interest_paid_minor BIGINT NOT NULL, 
	fee_paid_minor BIGINT NOT NULL, 
	CONSTRAINT pk_invoice_standing PRIMARY KEY (invoice_id), 
	CONSTRAINT fk_invoice_standing_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE TABLE invoice_tax (
	invoice_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	issued_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	category TEXT NOT NULL, 
	whole BIGINT NOT NULL, 
	rate BIGINT NOT NULL, 
	base_minor BIGINT NOT NULL, 
	tax_minor BIGINT NOT NULL, 
	authority TEXT NOT NULL, 
	name TEXT NOT NULL, 
	level TEXT NOT NULL, 
	CONSTRAINT pk_invoice_tax PRIMARY KEY (invoice_id, position), 
	CONSTRAINT fk_invoice_tax_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE INDEX ix_invoice_tax_day ON invoice_tax (issued_on, authority)
--
CREATE TABLE reminder_item (
	reminder_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	invoice_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	open_minor BIGINT NOT NULL, 
	days BIGINT NOT NULL, 
	interest_minor BIGINT NOT NULL, 
	fee_minor BIGINT NOT NULL, 
	level BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	stood TEXT, 
	CONSTRAINT pk_reminder_item PRIMARY KEY (reminder_id, position), 
	CONSTRAINT fk_reminder_item_reminder_id FOREIGN KEY(reminder_id) REFERENCES reminder (id), 
	CONSTRAINT fk_reminder_item_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
--
CREATE INDEX ix_reminder_item_invoice ON reminder_item (invoice_id)
--
CREATE TABLE reminder_dispatch (
	reminder_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	way TEXT NOT NULL, 
	sent_to TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	audit_seq BIGINT NOT NULL, 
	CONSTRAINT pk_reminder_dispatch PRIMARY KEY (reminder_id, position), 
	CONSTRAINT fk_reminder_dispatch_reminder_id FOREIGN KEY(reminder_id) REFERENCES reminder (id)
)
--
CREATE OR REPLACE FUNCTION guard_plan_period_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_plan_period_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_plan_period_delete_kept BEFORE DELETE ON plan_period FOR EACH ROW EXECUTE FUNCTION guard_plan_period_delete_kept()
--
CREATE TRIGGER guard_plan_period_delete_kept_all BEFORE TRUNCATE ON plan_period FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_plan_period_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.plan_id IS DISTINCT FROM OLD.plan_id OR NEW.begins_on IS DISTINCT FROM OLD.begins_on OR NEW.ends_on IS DISTINCT FROM OLD.ends_on THEN RAISE EXCEPTION 'guard_plan_period_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_plan_period_update_kept BEFORE UPDATE ON plan_period FOR EACH ROW EXECUTE FUNCTION guard_plan_period_update_kept()
--
CREATE OR REPLACE FUNCTION guard_recurring_plan_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_recurring_plan_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_recurring_plan_delete_kept BEFORE DELETE ON recurring_plan FOR EACH ROW EXECUTE FUNCTION guard_recurring_plan_delete_kept()
--
CREATE TRIGGER guard_recurring_plan_delete_kept_all BEFORE TRUNCATE ON recurring_plan FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_payment_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_payment_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_payment_delete_kept BEFORE DELETE ON payment FOR EACH ROW EXECUTE FUNCTION guard_payment_delete_kept()
--
CREATE TRIGGER guard_payment_delete_kept_all BEFORE TRUNCATE ON payment FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_payment_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state = 'reversed' OR NEW.number IS DISTINCT FROM OLD.number OR NEW.direction IS DISTINCT FROM OLD.direction OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.payer IS DISTINCT FROM OLD.payer OR NEW.paid_on IS DISTINCT FROM OLD.paid_on OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.entry_id IS DISTINCT FROM OLD.entry_id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.text IS DISTINCT FROM OLD.text OR NEW.charges IS DISTINCT FROM OLD.charges THEN RAISE EXCEPTION 'guard_payment_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_payment_update_kept BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION guard_payment_update_kept()
--
CREATE OR REPLACE FUNCTION guard_allocation_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_allocation_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_allocation_delete_kept BEFORE DELETE ON allocation FOR EACH ROW EXECUTE FUNCTION guard_allocation_delete_kept()
--
CREATE TRIGGER guard_allocation_delete_kept_all BEFORE TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_allocation_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.undone_on IS NOT NULL OR NEW.payment_id IS DISTINCT FROM OLD.payment_id OR NEW.invoice_id IS DISTINCT FROM OLD.invoice_id OR NEW.credit_id IS DISTINCT FROM OLD.credit_id OR NEW.refund_id IS DISTINCT FROM OLD.refund_id OR NEW.closing IS DISTINCT FROM OLD.closing OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR NEW.booked_on IS DISTINCT FROM OLD.booked_on OR NEW.entry_id IS DISTINCT FROM OLD.entry_id THEN RAISE EXCEPTION 'guard_allocation_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_allocation_update_kept BEFORE UPDATE ON allocation FOR EACH ROW EXECUTE FUNCTION guard_allocation_update_kept()
--
CREATE OR REPLACE FUNCTION guard_open_item_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_open_item_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_open_item_delete_kept BEFORE DELETE ON open_item FOR EACH ROW EXECUTE FUNCTION guard_open_item_delete_kept()
--
CREATE TRIGGER guard_open_item_delete_kept_all BEFORE TRUNCATE ON open_item FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_open_item_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.due_on IS DISTINCT FROM OLD.due_on OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR (NEW.open_minor < 0 AND NEW.amount_minor > 0) OR (NEW.open_minor > 0 AND NEW.amount_minor < 0) OR abs(NEW.open_minor) > abs(NEW.amount_minor) THEN RAISE EXCEPTION 'guard_open_item_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_open_item_update_kept BEFORE UPDATE ON open_item FOR EACH ROW EXECUTE FUNCTION guard_open_item_update_kept()
--
CREATE OR REPLACE FUNCTION guard_payment_update_within() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.open_minor NOT BETWEEN 0 AND NEW.amount_minor THEN RAISE EXCEPTION 'guard_payment_update_within' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_payment_update_within BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION guard_payment_update_within()
--
CREATE OR REPLACE FUNCTION guard_quote_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_quote_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_quote_delete_kept BEFORE DELETE ON quote FOR EACH ROW EXECUTE FUNCTION guard_quote_delete_kept()
--
CREATE TRIGGER guard_quote_delete_kept_all BEFORE TRUNCATE ON quote FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_quote_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state <> 'draft' AND (NEW.number IS DISTINCT FROM OLD.number OR NEW.revision IS DISTINCT FROM OLD.revision OR NEW.replaces_id IS DISTINCT FROM OLD.replaces_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.valid_until IS DISTINCT FROM OLD.valid_until OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.offer IS DISTINCT FROM OLD.offer OR NEW.positions IS DISTINCT FROM OLD.positions) THEN RAISE EXCEPTION 'guard_quote_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_quote_update_kept BEFORE UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION guard_quote_update_kept()
--
CREATE OR REPLACE FUNCTION guard_quote_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'draft' AND OLD.state <> 'draft' THEN RAISE EXCEPTION 'guard_quote_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_quote_update_backwards BEFORE UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION guard_quote_update_backwards()
--
CREATE OR REPLACE FUNCTION guard_invoice_tax_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_invoice_tax_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_tax_update_kept BEFORE UPDATE ON invoice_tax FOR EACH ROW EXECUTE FUNCTION guard_invoice_tax_update_kept()
--
CREATE OR REPLACE FUNCTION guard_invoice_tax_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_invoice_tax_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_invoice_tax_delete_kept BEFORE DELETE ON invoice_tax FOR EACH ROW EXECUTE FUNCTION guard_invoice_tax_delete_kept()
--
CREATE TRIGGER guard_invoice_tax_delete_kept_all BEFORE TRUNCATE ON invoice_tax FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_withholding_certificate_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_withholding_certificate_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_withholding_certificate_delete_kept BEFORE DELETE ON withholding_certificate FOR EACH ROW EXECUTE FUNCTION guard_withholding_certificate_delete_kept()
--
CREATE TRIGGER guard_withholding_certificate_delete_kept_all BEFORE TRUNCATE ON withholding_certificate FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_withholding_certificate_update_issued() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state = 'voided' OR NEW.number <> OLD.number OR NEW.lines <> OLD.lines OR NEW.payee <> OLD.payee OR NEW.payer <> OLD.payer OR NEW.tax_minor <> OLD.tax_minor THEN RAISE EXCEPTION 'guard_withholding_certificate_update_issued' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_withholding_certificate_update_issued BEFORE UPDATE ON withholding_certificate FOR EACH ROW EXECUTE FUNCTION guard_withholding_certificate_update_issued()
--
CREATE OR REPLACE FUNCTION guard_tax_code_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_tax_code_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_tax_code_delete_kept BEFORE DELETE ON tax_code FOR EACH ROW EXECUTE FUNCTION guard_tax_code_delete_kept()
--
CREATE TRIGGER guard_tax_code_delete_kept_all BEFORE TRUNCATE ON tax_code FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number IS NOT NULL THEN RAISE EXCEPTION 'guard_reminder_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_delete_kept BEFORE DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION guard_reminder_delete_kept()
--
CREATE TRIGGER guard_reminder_delete_kept_all BEFORE TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number IS NOT NULL AND (NEW.run_id IS DISTINCT FROM OLD.run_id OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.name IS DISTINCT FROM OLD.name OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.level IS DISTINCT FROM OLD.level OR NEW.language IS DISTINCT FROM OLD.language OR NEW.pay_by IS DISTINCT FROM OLD.pay_by OR NEW.principal_minor IS DISTINCT FROM OLD.principal_minor OR NEW.credit_minor IS DISTINCT FROM OLD.credit_minor OR NEW.interest_minor IS DISTINCT FROM OLD.interest_minor OR NEW.fee_minor IS DISTINCT FROM OLD.fee_minor OR NEW.number IS DISTINCT FROM OLD.number OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.state NOT IN ('issued', 'withdrawn') OR OLD.state = 'withdrawn') THEN RAISE EXCEPTION 'guard_reminder_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_update_kept BEFORE UPDATE ON reminder FOR EACH ROW EXECUTE FUNCTION guard_reminder_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_item_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL) THEN RAISE EXCEPTION 'guard_reminder_item_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_item_delete_kept BEFORE DELETE ON reminder_item FOR EACH ROW EXECUTE FUNCTION guard_reminder_item_delete_kept()
--
CREATE TRIGGER guard_reminder_item_delete_kept_all BEFORE TRUNCATE ON reminder_item FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_item_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL) THEN RAISE EXCEPTION 'guard_reminder_item_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_item_update_kept BEFORE UPDATE ON reminder_item FOR EACH ROW EXECUTE FUNCTION guard_reminder_item_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_dispatch_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_reminder_dispatch_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_dispatch_update_kept BEFORE UPDATE ON reminder_dispatch FOR EACH ROW EXECUTE FUNCTION guard_reminder_dispatch_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_dispatch_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_reminder_dispatch_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_dispatch_delete_kept BEFORE DELETE ON reminder_dispatch FOR EACH ROW EXECUTE FUNCTION guard_reminder_dispatch_delete_kept()
--
CREATE TRIGGER guard_reminder_dispatch_delete_kept_all BEFORE TRUNCATE ON reminder_dispatch FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_mail_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'sent' OR OLD.state IN ('received', 'handled')) AND ((NEW.state <> OLD.state AND NOT (OLD.state IN ('received', 'handled') AND NEW.state IN ('received', 'handled'))) OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.message_id IS DISTINCT FROM OLD.message_id OR NEW.subject IS DISTINCT FROM OLD.subject OR NEW.sender IS DISTINCT FROM OLD.sender OR NEW.text IS DISTINCT FROM OLD.text OR NEW.at IS DISTINCT FROM OLD.at) THEN RAISE EXCEPTION 'guard_mail_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE OR REPLACE FUNCTION guard_mail_update_handled() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'handled' AND (NEW.handled_at IS NULL OR NOT OLD.state IN ('received', 'handled')) THEN RAISE EXCEPTION 'guard_mail_update_handled' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_mail_update_handled BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION guard_mail_update_handled()
--
CREATE OR REPLACE FUNCTION guard_invoice_layout_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.frozen_of IS NOT NULL THEN RAISE EXCEPTION 'guard_invoice_layout_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_layout_update_kept BEFORE UPDATE ON invoice_layout FOR EACH ROW EXECUTE FUNCTION guard_invoice_layout_update_kept()
--
CREATE OR REPLACE FUNCTION guard_invoice_layout_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.frozen_of IS NOT NULL THEN RAISE EXCEPTION 'guard_invoice_layout_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_invoice_layout_delete_kept BEFORE DELETE ON invoice_layout FOR EACH ROW EXECUTE FUNCTION guard_invoice_layout_delete_kept()
--
CREATE TRIGGER guard_invoice_layout_delete_kept_all BEFORE TRUNCATE ON invoice_layout FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
