DROP TRIGGER IF EXISTS guard_mail_update_kept
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE contact RENAME TO contact_before
--
CREATE TABLE contact (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	roles INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	number_value INTEGER NOT NULL, 
	town TEXT NOT NULL, 
	town_key TEXT NOT NULL, 
	country TEXT NOT NULL, 
	terms_days INTEGER, 
	credit_limit INTEGER, 
	credit_currency TEXT NOT NULL, 
	language TEXT NOT NULL, 
	is_reminder_stopped INTEGER NOT NULL, 
	early_days INTEGER NOT NULL, 
	early_percent INTEGER NOT NULL, 
	eformat TEXT NOT NULL, 
	layout_id INTEGER, 
	is_mailing_stopped INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	is_archived INTEGER NOT NULL, 
	vat_answer TEXT, 
	added_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT uq_contact_number UNIQUE (number)
)
 STRICT
--
INSERT INTO contact (id, version, name, name_key, kind, roles, number, number_value, town, town_key, country, terms_days, credit_limit, credit_currency, language, is_reminder_stopped, is_mailing_stopped, note, is_archived, added_at, changed_at, early_days, early_percent, eformat, layout_id, vat_answer) SELECT id, version, name, name_key, kind, roles, number, number_value, town, town_key, country, terms_days, credit_limit, credit_currency, language, is_reminder_stopped, is_mailing_stopped, note, is_archived, added_at, changed_at, 0, 0, '', NULL, NULL FROM contact_before
--
DROP TABLE contact_before
--
PRAGMA legacy_alter_table=OFF
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE invoice RENAME TO invoice_before
--
CREATE TABLE invoice (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	reference TEXT NOT NULL, 
	customer_id INTEGER, 
	customer_name TEXT NOT NULL, 
	customer_key TEXT NOT NULL, 
	issued_on TEXT, 
	due_on TEXT, 
	delivered_on TEXT, 
	currency TEXT NOT NULL, 
	net_minor INTEGER NOT NULL, 
	tax_minor INTEGER NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	terms_days INTEGER NOT NULL, 
	discount_percent INTEGER NOT NULL, 
	discount_amount INTEGER NOT NULL, 
	is_gross INTEGER NOT NULL, 
	your_reference TEXT NOT NULL, 
	our_reference TEXT NOT NULL, 
	note TEXT NOT NULL, 
	copied_from INTEGER, 
	buyer TEXT, 
	kind TEXT NOT NULL, 
	origin_id INTEGER, 
	origin_number TEXT NOT NULL, 
	origin_day TEXT, 
	reason TEXT NOT NULL, 
	order_reference TEXT NOT NULL, 
	contract_reference TEXT NOT NULL, 
	period_from TEXT, 
	period_to TEXT, 
	early_days INTEGER NOT NULL, 
	early_percent INTEGER NOT NULL, 
	exchange_rate INTEGER, 
	exchange_day TEXT, 
	exchange_source TEXT NOT NULL, 
	deliver_to TEXT, 
	eformat TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	layout_id INTEGER, 
	project_id INTEGER, 
	deducted TEXT NOT NULL, 
	CONSTRAINT pk_invoice PRIMARY KEY (id), 
	CONSTRAINT uq_invoice_number UNIQUE (number), 
	CONSTRAINT fk_invoice_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_invoice_origin_id FOREIGN KEY(origin_id) REFERENCES invoice (id)
)
 STRICT
--
INSERT INTO invoice (id, version, state, number, reference, customer_id, customer_name, customer_key, issued_on, due_on, delivered_on, currency, net_minor, tax_minor, gross_minor, language, terms_days, discount_percent, discount_amount, is_gross, your_reference, our_reference, note, copied_from, buyer, kind, origin_id, origin_number, origin_day, reason, order_reference, contract_reference, period_from, period_to, early_days, early_percent, exchange_rate, exchange_day, exchange_source, deliver_to, eformat, rest, layout_id, project_id, deducted) SELECT id, version, state, number, reference, customer_id, customer_name, customer_key, issued_on, due_on, delivered_on, currency, net_minor, tax_minor, gross_minor, language, terms_days, discount_percent, discount_amount, is_gross, your_reference, our_reference, note, copied_from, buyer, 'invoice', NULL, '', NULL, '', '', '', NULL, NULL, 0, 0, NULL, NULL, '', NULL, '', '[]', NULL, NULL, '[]' FROM invoice_before
--
DROP TABLE invoice_before
--
PRAGMA legacy_alter_table=OFF
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE invoice_line RENAME TO invoice_line_before
--
CREATE TABLE invoice_line (
	invoice_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	description TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	vat TEXT NOT NULL, 
	rate INTEGER NOT NULL, 
	category TEXT NOT NULL, 
	discount_percent INTEGER NOT NULL, 
	discount_amount INTEGER NOT NULL, 
	product_id INTEGER, 
	delivered_on TEXT, 
	customer_id INTEGER, 
	credits INTEGER, 
	is_reduction INTEGER NOT NULL, 
	deducts INTEGER, 
	CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, position), 
	CONSTRAINT fk_invoice_line_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_invoice_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 WITHOUT ROWID,
 STRICT
--
INSERT INTO invoice_line (invoice_id, position, description, quantity, unit, price, vat, rate, category, discount_percent, discount_amount, product_id, delivered_on, customer_id, credits, is_reduction, deducts) SELECT invoice_id, position, description, quantity, unit, price, vat, rate, category, discount_percent, discount_amount, product_id, delivered_on, customer_id, NULL, 0, NULL FROM invoice_line_before
--
DROP TABLE invoice_line_before
--
PRAGMA legacy_alter_table=OFF
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE mail RENAME TO mail_before
--
CREATE TABLE mail (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	at TEXT NOT NULL, 
	thread_id INTEGER NOT NULL, 
	account_id INTEGER, 
	message_id TEXT NOT NULL, 
	in_reply_to TEXT NOT NULL, 
	"references" TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	"to" TEXT NOT NULL, 
	cc TEXT NOT NULL, 
	bcc TEXT NOT NULL, 
	text TEXT NOT NULL, 
	contact_id INTEGER, 
	letter_id INTEGER, 
	sha256 TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	not_before TEXT, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	handled_by TEXT NOT NULL, 
	handled_at TEXT, 
	CONSTRAINT pk_mail PRIMARY KEY (id), 
	CONSTRAINT fk_mail_thread_id FOREIGN KEY(thread_id) REFERENCES letter_thread (id), 
	CONSTRAINT fk_mail_account_id FOREIGN KEY(account_id) REFERENCES mail_account (id), 
	CONSTRAINT fk_mail_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT
--
INSERT INTO mail (id, version, state, at, thread_id, account_id, message_id, in_reply_to, subject, sender, cc, bcc, text, contact_id, letter_id, sha256, attempts, not_before, code, facts, handled_by, handled_at) SELECT id, version, state, at, thread_id, account_id, message_id, in_reply_to, subject, sender, cc, bcc, text, contact_id, letter_id, sha256, attempts, not_before, code, facts, '', NULL FROM mail_before
--
DROP TABLE mail_before
--
PRAGMA legacy_alter_table=OFF
--
CREATE INDEX ix_contact_by_name ON contact (name_key, id, is_archived, roles)
--
CREATE INDEX ix_contact_by_number ON contact (number_value, number, id, is_archived, roles)
--
CREATE INDEX ix_contact_by_town ON contact (town_key, id, is_archived, roles)
--
CREATE TABLE reminder_run (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	day TEXT NOT NULL, 
	terms TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_reminder_run PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE invoice_layout (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	frozen_of INTEGER, 
	is_archived INTEGER NOT NULL, 
	CONSTRAINT pk_invoice_layout PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE exchange_rate (
	currency TEXT NOT NULL, 
	day TEXT NOT NULL, 
	rate INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	CONSTRAINT pk_exchange_rate PRIMARY KEY (currency, day)
)
 STRICT
--
CREATE TABLE tax_code (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	category TEXT NOT NULL, 
	rates TEXT NOT NULL, 
	note TEXT NOT NULL, 
	region TEXT NOT NULL, 
	postcodes TEXT NOT NULL, 
	is_archived INTEGER NOT NULL, 
	CONSTRAINT pk_tax_code PRIMARY KEY (id), 
	CONSTRAINT uq_tax_code_code UNIQUE (code)
)
 STRICT
--
CREATE INDEX ix_invoice_customer ON invoice (customer_id, issued_on, id)
--
CREATE INDEX ix_invoice_customer_key ON invoice (customer_key, id)
--
CREATE INDEX ix_invoice_list ON invoice (issued_on, id, due_on, net_minor, gross_minor)
--
CREATE INDEX ix_invoice_origin ON invoice (origin_id, kind, state, issued_on, id) WHERE origin_id IS NOT NULL
--
CREATE INDEX ix_invoice_project ON invoice (project_id, id) WHERE project_id IS NOT NULL
--
CREATE INDEX ix_invoice_reference ON invoice (reference)
--
CREATE INDEX ix_invoice_state ON invoice (state, issued_on, id)
--
CREATE TABLE payment (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	contact_id INTEGER, 
	payer TEXT NOT NULL, 
	payer_key TEXT NOT NULL, 
	paid_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	open_minor INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	text TEXT NOT NULL, 
	charges TEXT NOT NULL, 
	reversed_on TEXT, 
	reason TEXT NOT NULL, 
	exchange_rate INTEGER, 
	exchange_day TEXT, 
	exchange_source TEXT NOT NULL, 
	CONSTRAINT pk_payment PRIMARY KEY (id), 
	CONSTRAINT uq_payment_number UNIQUE (number), 
	CONSTRAINT fk_payment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_payment_account_id FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_payment_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
 STRICT
--
CREATE INDEX ix_payment_contact ON payment (contact_id, paid_on)
--
CREATE INDEX ix_payment_list ON payment (paid_on, id)
--
CREATE INDEX ix_payment_state ON payment (state, open_minor)
--
CREATE TABLE recurring_plan (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	customer_id INTEGER, 
	form TEXT NOT NULL, 
	next_on TEXT NOT NULL, 
	made INTEGER NOT NULL, 
	due_on TEXT, 
	ends_on TEXT, 
	every INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	makes TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	has_rise INTEGER NOT NULL, 
	CONSTRAINT pk_recurring_plan PRIMARY KEY (id), 
	CONSTRAINT fk_recurring_plan_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_recurring_plan_customer ON recurring_plan (customer_id)
--
CREATE INDEX ix_recurring_plan_due ON recurring_plan (due_on, id)
--
CREATE INDEX ix_recurring_plan_name ON recurring_plan (name_key, id)
--
CREATE TABLE contractor_payment (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	paid_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	withheld_minor INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	is_archived INTEGER NOT NULL, 
	CONSTRAINT pk_contractor_payment PRIMARY KEY (id), 
	CONSTRAINT fk_contractor_payment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_contractor_payment_contact_id ON contractor_payment (contact_id)
--
CREATE TABLE tax_exemption (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	region TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	since TEXT, 
	until TEXT, 
	is_archived INTEGER NOT NULL, 
	CONSTRAINT pk_tax_exemption PRIMARY KEY (id), 
	CONSTRAINT fk_tax_exemption_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_tax_exemption_contact_id ON tax_exemption (contact_id)
--
CREATE TABLE withholding_certificate (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	side TEXT NOT NULL, 
	number TEXT NOT NULL, 
	day TEXT NOT NULL, 
	form TEXT NOT NULL, 
	contact_id INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	tax_minor INTEGER NOT NULL, 
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
 STRICT
--
CREATE INDEX ix_withholding_certificate_contact_id ON withholding_certificate (contact_id)
--
CREATE INDEX ix_withholding_certificate_day ON withholding_certificate (day, id)
--
CREATE INDEX ix_withholding_certificate_number ON withholding_certificate (number)
--
CREATE INDEX ix_invoice_line_sold ON invoice_line (product_id, customer_id, invoice_id) WHERE product_id IS NOT NULL
--
CREATE TABLE open_item (
	invoice_id INTEGER NOT NULL, 
	customer_id INTEGER, 
	currency TEXT NOT NULL, 
	issued_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	open_minor INTEGER NOT NULL, 
	moved_on TEXT NOT NULL, 
	settled_on TEXT, 
	CONSTRAINT pk_open_item PRIMARY KEY (invoice_id), 
	CONSTRAINT fk_open_item_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_open_item_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_open_item_customer ON open_item (customer_id, settled_on)
--
CREATE INDEX ix_open_item_settled ON open_item (settled_on, due_on, invoice_id)
--
CREATE TABLE allocation (
	id INTEGER NOT NULL, 
	payment_id INTEGER, 
	invoice_id INTEGER, 
	credit_id INTEGER, 
	refund_id INTEGER, 
	closing TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	booked_on TEXT NOT NULL, 
	entry_id INTEGER, 
	undone_on TEXT, 
	CONSTRAINT pk_allocation PRIMARY KEY (id), 
	CONSTRAINT fk_allocation_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_allocation_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_allocation_credit_id FOREIGN KEY(credit_id) REFERENCES invoice (id), 
	CONSTRAINT fk_allocation_refund_id FOREIGN KEY(refund_id) REFERENCES payment (id), 
	CONSTRAINT fk_allocation_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	done_on TEXT NOT NULL, 
	text TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	vat TEXT NOT NULL, 
	product_id INTEGER, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	who TEXT NOT NULL, 
	invoice_id INTEGER, 
	CONSTRAINT pk_billable PRIMARY KEY (id), 
	CONSTRAINT fk_billable_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_billable_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_billable_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	supplier_id INTEGER, 
	number TEXT NOT NULL, 
	form TEXT NOT NULL, 
	CONSTRAINT pk_draft_bill PRIMARY KEY (id), 
	CONSTRAINT fk_draft_bill_id FOREIGN KEY(id) REFERENCES document (id), 
	CONSTRAINT fk_draft_bill_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_draft_bill_number ON draft_bill (number, state)
--
CREATE INDEX ix_draft_bill_state ON draft_bill (state, id)
--
CREATE INDEX ix_mail_contact ON mail (contact_id, at, id)
--
CREATE INDEX ix_mail_letter ON mail (letter_id)
--
CREATE INDEX ix_mail_list ON mail (at, id)
--
CREATE INDEX ix_mail_message ON mail (message_id)
--
CREATE INDEX ix_mail_sender ON mail (sender, id)
--
CREATE INDEX ix_mail_sha256 ON mail (sha256)
--
CREATE INDEX ix_mail_state ON mail (state, at, id)
--
CREATE INDEX ix_mail_thread ON mail (thread_id)
--
CREATE TABLE plan_period (
	plan_id INTEGER NOT NULL, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	invoice_id INTEGER, 
	CONSTRAINT pk_plan_period PRIMARY KEY (plan_id, begins_on), 
	CONSTRAINT fk_plan_period_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id), 
	CONSTRAINT uq_plan_period_invoice_id UNIQUE (invoice_id), 
	CONSTRAINT fk_plan_period_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE quote (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	revision INTEGER NOT NULL, 
	replaces_id INTEGER, 
	is_replaced INTEGER NOT NULL, 
	customer_id INTEGER, 
	customer_name TEXT NOT NULL, 
	customer_key TEXT NOT NULL, 
	issued_on TEXT, 
	valid_until TEXT, 
	currency TEXT NOT NULL, 
	net_minor INTEGER NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	offer TEXT NOT NULL, 
	positions TEXT NOT NULL, 
	chosen TEXT NOT NULL, 
	decided_on TEXT, 
	reason TEXT NOT NULL, 
	invoice_id INTEGER, 
	CONSTRAINT pk_quote PRIMARY KEY (id), 
	CONSTRAINT uq_quote_number UNIQUE (number), 
	CONSTRAINT fk_quote_replaces_id FOREIGN KEY(replaces_id) REFERENCES quote (id), 
	CONSTRAINT fk_quote_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_quote_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	contact_id INTEGER, 
	name TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	state TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	wanted_level INTEGER, 
	language TEXT NOT NULL, 
	way TEXT NOT NULL, 
	email TEXT NOT NULL, 
	pay_by TEXT, 
	principal_minor INTEGER NOT NULL, 
	credit_minor INTEGER NOT NULL, 
	interest_minor INTEGER NOT NULL, 
	fee_minor INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	number TEXT, 
	reference TEXT NOT NULL, 
	document_id INTEGER, 
	issued_on TEXT, 
	CONSTRAINT pk_reminder PRIMARY KEY (id), 
	CONSTRAINT fk_reminder_run_id FOREIGN KEY(run_id) REFERENCES reminder_run (id), 
	CONSTRAINT fk_reminder_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT uq_reminder_number UNIQUE (number), 
	CONSTRAINT fk_reminder_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT
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
	invoice_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	reminded_on TEXT, 
	dispute TEXT NOT NULL, 
	disputed_on TEXT, 
	is_stopped INTEGER NOT NULL, 
	interest_minor INTEGER NOT NULL, 
	fee_minor INTEGER NOT NULL, 
	interest_paid_minor INTEGER NOT NULL, 
	fee_paid_minor INTEGER NOT NULL, 
	CONSTRAINT pk_invoice_standing PRIMARY KEY (invoice_id), 
	CONSTRAINT fk_invoice_standing_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE invoice_tax (
	invoice_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	issued_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	category TEXT NOT NULL, 
	whole INTEGER NOT NULL, 
	rate INTEGER NOT NULL, 
	base_minor INTEGER NOT NULL, 
	tax_minor INTEGER NOT NULL, 
	authority TEXT NOT NULL, 
	name TEXT NOT NULL, 
	level TEXT NOT NULL, 
	CONSTRAINT pk_invoice_tax PRIMARY KEY (invoice_id, position), 
	CONSTRAINT fk_invoice_tax_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 STRICT
--
CREATE INDEX ix_invoice_tax_day ON invoice_tax (issued_on, authority)
--
CREATE TABLE reminder_item (
	reminder_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	invoice_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	open_minor INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	interest_minor INTEGER NOT NULL, 
	fee_minor INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	stood TEXT, 
	CONSTRAINT pk_reminder_item PRIMARY KEY (reminder_id, position), 
	CONSTRAINT fk_reminder_item_reminder_id FOREIGN KEY(reminder_id) REFERENCES reminder (id), 
	CONSTRAINT fk_reminder_item_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE INDEX ix_reminder_item_invoice ON reminder_item (invoice_id)
--
CREATE TABLE reminder_dispatch (
	reminder_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	way TEXT NOT NULL, 
	sent_to TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	CONSTRAINT pk_reminder_dispatch PRIMARY KEY (reminder_id, position), 
	CONSTRAINT fk_reminder_dispatch_reminder_id FOREIGN KEY(reminder_id) REFERENCES reminder (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TRIGGER guard_plan_period_delete_kept BEFORE DELETE ON plan_period WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_plan_period_delete_kept'); END
--
CREATE TRIGGER guard_plan_period_update_kept BEFORE UPDATE ON plan_period WHEN NEW.plan_id IS DISTINCT FROM OLD.plan_id OR NEW.begins_on IS DISTINCT FROM OLD.begins_on OR NEW.ends_on IS DISTINCT FROM OLD.ends_on BEGIN SELECT RAISE(ABORT, 'guard_plan_period_update_kept'); END
--
CREATE TRIGGER guard_recurring_plan_delete_kept BEFORE DELETE ON recurring_plan WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_recurring_plan_delete_kept'); END
--
CREATE TRIGGER guard_payment_delete_kept BEFORE DELETE ON payment WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_payment_delete_kept'); END
--
CREATE TRIGGER guard_payment_update_kept BEFORE UPDATE ON payment WHEN OLD.state = 'reversed' OR NEW.number IS DISTINCT FROM OLD.number OR NEW.direction IS DISTINCT FROM OLD.direction OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.payer IS DISTINCT FROM OLD.payer OR NEW.paid_on IS DISTINCT FROM OLD.paid_on OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.entry_id IS DISTINCT FROM OLD.entry_id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.text IS DISTINCT FROM OLD.text OR NEW.charges IS DISTINCT FROM OLD.charges BEGIN SELECT RAISE(ABORT, 'guard_payment_update_kept'); END
--
CREATE TRIGGER guard_allocation_delete_kept BEFORE DELETE ON allocation WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_allocation_delete_kept'); END
--
CREATE TRIGGER guard_allocation_update_kept BEFORE UPDATE ON allocation WHEN OLD.undone_on IS NOT NULL OR NEW.payment_id IS DISTINCT FROM OLD.payment_id OR NEW.invoice_id IS DISTINCT FROM OLD.invoice_id OR NEW.credit_id IS DISTINCT FROM OLD.credit_id OR NEW.refund_id IS DISTINCT FROM OLD.refund_id OR NEW.closing IS DISTINCT FROM OLD.closing OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR NEW.booked_on IS DISTINCT FROM OLD.booked_on OR NEW.entry_id IS DISTINCT FROM OLD.entry_id BEGIN SELECT RAISE(ABORT, 'guard_allocation_update_kept'); END
--
CREATE TRIGGER guard_open_item_delete_kept BEFORE DELETE ON open_item WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_open_item_delete_kept'); END
--
CREATE TRIGGER guard_open_item_update_kept BEFORE UPDATE ON open_item WHEN NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.due_on IS DISTINCT FROM OLD.due_on OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR (NEW.open_minor < 0 AND NEW.amount_minor > 0) OR (NEW.open_minor > 0 AND NEW.amount_minor < 0) OR abs(NEW.open_minor) > abs(NEW.amount_minor) BEGIN SELECT RAISE(ABORT, 'guard_open_item_update_kept'); END
--
CREATE TRIGGER guard_payment_update_within BEFORE UPDATE ON payment WHEN NEW.open_minor NOT BETWEEN 0 AND NEW.amount_minor BEGIN SELECT RAISE(ABORT, 'guard_payment_update_within'); END
--
CREATE TRIGGER guard_quote_delete_kept BEFORE DELETE ON quote WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_quote_delete_kept'); END
--
CREATE TRIGGER guard_quote_update_kept BEFORE UPDATE ON quote WHEN OLD.state <> 'draft' AND (NEW.number IS DISTINCT FROM OLD.number OR NEW.revision IS DISTINCT FROM OLD.revision OR NEW.replaces_id IS DISTINCT FROM OLD.replaces_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.valid_until IS DISTINCT FROM OLD.valid_until OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.offer IS DISTINCT FROM OLD.offer OR NEW.positions IS DISTINCT FROM OLD.positions) BEGIN SELECT RAISE(ABORT, 'guard_quote_update_kept'); END
--
CREATE TRIGGER guard_quote_update_backwards BEFORE UPDATE ON quote WHEN NEW.state = 'draft' AND OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'guard_quote_update_backwards'); END
--
CREATE TRIGGER guard_invoice_tax_update_kept BEFORE UPDATE ON invoice_tax WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_invoice_tax_update_kept'); END
--
CREATE TRIGGER guard_invoice_tax_delete_kept BEFORE DELETE ON invoice_tax WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_invoice_tax_delete_kept'); END
--
CREATE TRIGGER guard_withholding_certificate_delete_kept BEFORE DELETE ON withholding_certificate WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_withholding_certificate_delete_kept'); END
--
CREATE TRIGGER guard_withholding_certificate_update_issued BEFORE UPDATE ON withholding_certificate WHEN OLD.state = 'voided' OR NEW.number <> OLD.number OR NEW.lines <> OLD.lines OR NEW.payee <> OLD.payee OR NEW.payer <> OLD.payer OR NEW.tax_minor <> OLD.tax_minor BEGIN SELECT RAISE(ABORT, 'guard_withholding_certificate_update_issued'); END
--
CREATE TRIGGER guard_tax_code_delete_kept BEFORE DELETE ON tax_code WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_tax_code_delete_kept'); END
--
CREATE TRIGGER guard_reminder_delete_kept BEFORE DELETE ON reminder WHEN OLD.number IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard_reminder_delete_kept'); END
--
CREATE TRIGGER guard_reminder_update_kept BEFORE UPDATE ON reminder WHEN OLD.number IS NOT NULL AND (NEW.run_id IS DISTINCT FROM OLD.run_id OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.name IS DISTINCT FROM OLD.name OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.level IS DISTINCT FROM OLD.level OR NEW.language IS DISTINCT FROM OLD.language OR NEW.pay_by IS DISTINCT FROM OLD.pay_by OR NEW.principal_minor IS DISTINCT FROM OLD.principal_minor OR NEW.credit_minor IS DISTINCT FROM OLD.credit_minor OR NEW.interest_minor IS DISTINCT FROM OLD.interest_minor OR NEW.fee_minor IS DISTINCT FROM OLD.fee_minor OR NEW.number IS DISTINCT FROM OLD.number OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.state NOT IN ('issued', 'withdrawn') OR OLD.state = 'withdrawn') BEGIN SELECT RAISE(ABORT, 'guard_reminder_update_kept'); END
--
CREATE TRIGGER guard_reminder_item_delete_kept BEFORE DELETE ON reminder_item WHEN EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'guard_reminder_item_delete_kept'); END
--
CREATE TRIGGER guard_reminder_item_update_kept BEFORE UPDATE ON reminder_item WHEN EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'guard_reminder_item_update_kept'); END
--
CREATE TRIGGER guard_reminder_dispatch_update_kept BEFORE UPDATE ON reminder_dispatch WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_reminder_dispatch_update_kept'); END
--
CREATE TRIGGER guard_reminder_dispatch_delete_kept BEFORE DELETE ON reminder_dispatch WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_reminder_dispatch_delete_kept'); END
--
CREATE TRIGGER guard_mail_delete_kept BEFORE DELETE ON mail WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'guard_mail_delete_kept'); END
--
CREATE TRIGGER guard_mail_update_kept BEFORE UPDATE ON mail WHEN (OLD.state = 'sent' OR OLD.state IN ('received', 'handled')) AND ((NEW.state <> OLD.state AND NOT (OLD.state IN ('received', 'handled') AND NEW.state IN ('received', 'handled'))) OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.message_id IS DISTINCT FROM OLD.message_id OR NEW.subject IS DISTINCT FROM OLD.subject OR NEW.sender IS DISTINCT FROM OLD.sender OR NEW.text IS DISTINCT FROM OLD.text OR NEW.at IS DISTINCT FROM OLD.at) BEGIN SELECT RAISE(ABORT, 'guard_mail_update_kept'); END
--
CREATE TRIGGER guard_mail_update_handled BEFORE UPDATE ON mail WHEN NEW.state = 'handled' AND (NEW.handled_at IS NULL OR NOT OLD.state IN ('received', 'handled')) BEGIN SELECT RAISE(ABORT, 'guard_mail_update_handled'); END
--
CREATE TRIGGER guard_invoice_update_kept BEFORE UPDATE ON invoice WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'guard_invoice_update_kept'); END
--
CREATE TRIGGER guard_invoice_delete_kept BEFORE DELETE ON invoice WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'guard_invoice_delete_kept'); END
--
CREATE TRIGGER guard_invoice_layout_update_kept BEFORE UPDATE ON invoice_layout WHEN OLD.frozen_of IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard_invoice_layout_update_kept'); END
--
CREATE TRIGGER guard_invoice_layout_delete_kept BEFORE DELETE ON invoice_layout WHEN OLD.frozen_of IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard_invoice_layout_delete_kept'); END
--
CREATE TRIGGER guard_invoice_insert_numbered BEFORE INSERT ON invoice WHEN NEW.state = 'issued' AND NEW.number IS NULL BEGIN SELECT RAISE(ABORT, 'guard_invoice_insert_numbered'); END
--
CREATE TRIGGER guard_invoice_update_numbered BEFORE UPDATE ON invoice WHEN NEW.state = 'issued' AND NEW.number IS NULL BEGIN SELECT RAISE(ABORT, 'guard_invoice_update_numbered'); END
--
CREATE TRIGGER guard_invoice_line_insert_kept BEFORE INSERT ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_insert_kept'); END
--
CREATE TRIGGER guard_invoice_line_update_kept BEFORE UPDATE ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') OR EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_update_kept'); END
--
CREATE TRIGGER guard_invoice_line_delete_kept BEFORE DELETE ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_delete_kept'); END
