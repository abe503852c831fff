CREATE TABLE office (
	id BIGINT NOT NULL, 
	product TEXT NOT NULL, 
	office TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_office PRIMARY KEY (id)
)
--
CREATE TABLE schema_revision (
	version_num TEXT NOT NULL, 
	CONSTRAINT pk_schema_revision PRIMARY KEY (version_num)
)
--
CREATE TABLE account (
	id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	names TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	use TEXT, 
	vat TEXT NOT NULL, 
	report TEXT NOT NULL, 
	is_closed BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_number UNIQUE (number)
)
--
CREATE TABLE journal_entry (
	id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	journal TEXT NOT NULL, 
	booked_on TEXT NOT NULL, 
	text TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	source TEXT NOT NULL, 
	CONSTRAINT pk_journal_entry PRIMARY KEY (id), 
	CONSTRAINT uq_journal_entry_number UNIQUE (number)
)
--
CREATE INDEX ix_journal_entry_list ON journal_entry (booked_on, id)
--
CREATE INDEX ix_journal_entry_source ON journal_entry (source)
--
CREATE TABLE company (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_company PRIMARY KEY (id)
)
--
CREATE TABLE person_key (
	employee_id BIGINT NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_person_key PRIMARY KEY (employee_id)
)
--
CREATE TABLE employee (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT, 
	leaving TEXT, 
	user_name TEXT NOT NULL, 
	pin TEXT, 
	CONSTRAINT pk_employee PRIMARY KEY (id), 
	CONSTRAINT "ck_employee_ends-after-start" CHECK (ends_on IS NULL OR ends_on >= starts_on), 
	CONSTRAINT uq_employee_number UNIQUE (number)
)
--
CREATE INDEX ix_employee_ends ON employee (ends_on, id)
--
CREATE TABLE work_calendar (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	minutes TEXT NOT NULL, 
	country TEXT NOT NULL, 
	region TEXT NOT NULL, 
	is_default BIGINT NOT NULL, 
	CONSTRAINT pk_work_calendar PRIMARY KEY (id)
)
--
CREATE TABLE checklist_template (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	occasion TEXT NOT NULL, 
	steps TEXT NOT NULL, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_checklist_template PRIMARY KEY (id)
)
--
CREATE TABLE archive_file (
	id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	source TEXT NOT NULL, 
	filed_at TEXT NOT NULL, 
	is_sealed BIGINT NOT NULL, 
	CONSTRAINT pk_archive_file PRIMARY KEY (id)
)
--
CREATE INDEX ix_archive_file_list ON archive_file (filed_at, id)
--
CREATE INDEX ix_archive_file_sha256 ON archive_file (sha256)
--
CREATE INDEX ix_archive_file_source ON archive_file (source)
--
CREATE TABLE office_keys (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_office_keys PRIMARY KEY (id)
)
--
CREATE TABLE contact_seal (
	contact_id BIGINT NOT NULL, 
	secret TEXT NOT NULL, 
	CONSTRAINT pk_contact_seal PRIMARY KEY (contact_id)
)
--
CREATE TABLE health_check (
	kind TEXT NOT NULL, 
	at TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	findings TEXT NOT NULL, 
	CONSTRAINT pk_health_check PRIMARY KEY (kind)
)
--
CREATE TABLE erasure (
	id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	record_id BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	erased_on TEXT NOT NULL, 
	erased_by TEXT NOT NULL, 
	kept_until TEXT, 
	goes TEXT NOT NULL, 
	stays TEXT NOT NULL, 
	ended_on TEXT, 
	ended_by TEXT NOT NULL, 
	files TEXT NOT NULL, 
	CONSTRAINT pk_erasure PRIMARY KEY (id)
)
--
CREATE INDEX ix_erasure_state ON erasure (state)
--
CREATE UNIQUE INDEX ix_erasure_record ON erasure (kind, record_id)
--
CREATE TABLE audit (
	seq BIGINT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	command TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	refused TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (seq)
)
--
CREATE INDEX ix_audit_at ON audit (at, seq)
--
CREATE INDEX ix_audit_command ON audit (command, at, seq)
--
CREATE INDEX ix_audit_refused ON audit (at, seq) WHERE refused != ''
--
CREATE INDEX ix_audit_who ON audit (who, at, seq)
--
CREATE TABLE audit_record (
	record TEXT NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_audit_record PRIMARY KEY (record, seq)
)
--
CREATE TABLE contact (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	name_key VARCHAR COLLATE "C" NOT NULL, 
	kind TEXT NOT NULL, 
	roles BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	number_value BIGINT NOT NULL, 
	town TEXT NOT NULL, 
	town_key VARCHAR COLLATE "C" NOT NULL, 
	country TEXT NOT NULL, 
	terms_days BIGINT, 
	credit_limit BIGINT, 
	credit_currency TEXT NOT NULL, 
	language TEXT NOT NULL, 
	is_reminder_stopped BIGINT NOT NULL, 
	early_days BIGINT NOT NULL, 
	early_percent BIGINT NOT NULL, 
	eformat TEXT NOT NULL, 
	layout_id BIGINT, 
	is_mailing_stopped BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	vat_answer TEXT, 
	added_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT uq_contact_number UNIQUE (number)
)
--
CREATE INDEX ix_contact_by_name ON contact (name_key, id, is_archived, roles)
--
CREATE INDEX ix_contact_by_number ON contact (number_value, number, id, is_archived, roles)
--
CREATE INDEX ix_contact_by_town ON contact (town_key, id, is_archived, roles)
--
CREATE TABLE document_count (
	state TEXT NOT NULL, 
	type_id BIGINT NOT NULL, 
	is_sealed BIGINT NOT NULL, 
	tag_id BIGINT NOT NULL, 
	count BIGINT NOT NULL, 
	CONSTRAINT pk_document_count PRIMARY KEY (state, type_id, is_sealed, tag_id)
)
--
CREATE TABLE document_type (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	names TEXT NOT NULL, 
	retention TEXT NOT NULL, 
	is_sealing BIGINT NOT NULL, 
	readers TEXT NOT NULL, 
	stages TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_document_type PRIMARY KEY (id), 
	CONSTRAINT uq_document_type_code UNIQUE (code)
)
--
CREATE TABLE tag (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	parent_id BIGINT, 
	colour TEXT NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT fk_tag_parent_id FOREIGN KEY(parent_id) REFERENCES tag (id)
)
--
CREATE TABLE custom_field (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	names TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	choices TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_custom_field PRIMARY KEY (id), 
	CONSTRAINT uq_custom_field_code UNIQUE (code)
)
--
CREATE TABLE letter_type (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	reply_days BIGINT, 
	is_four_eyes BIGINT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_letter_type PRIMARY KEY (id)
)
--
CREATE TABLE signatory (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	picture TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_signatory PRIMARY KEY (id)
)
--
CREATE TABLE mail_account (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	address TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	smtp TEXT NOT NULL, 
	imap TEXT, 
	folder TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_mail_account PRIMARY KEY (id)
)
--
CREATE TABLE note (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	written_by TEXT NOT NULL, 
	written_at TEXT NOT NULL, 
	about_kind TEXT NOT NULL, 
	about_id BIGINT, 
	caller TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	for_whom TEXT NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (id)
)
--
CREATE INDEX ix_note_about ON note (about_id, about_kind)
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
CREATE TABLE letter_template (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	type_id BIGINT, 
	channel TEXT NOT NULL, 
	signatory_id BIGINT, 
	layout TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_letter_template PRIMARY KEY (id)
)
--
CREATE TABLE snippet (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	shortcut TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_snippet PRIMARY KEY (id)
)
--
CREATE TABLE product (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	code_key VARCHAR COLLATE "C" NOT NULL, 
	names TEXT NOT NULL, 
	name_key VARCHAR COLLATE "C" NOT NULL, 
	unit TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	price BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	is_gross BIGINT NOT NULL, 
	gtin TEXT NOT NULL, 
	note TEXT NOT NULL, 
	image TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	added_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT uq_product_code_key UNIQUE (code_key)
)
--
CREATE INDEX ix_product_by_name ON product (name_key, id, is_archived)
--
CREATE INDEX ix_product_gtin ON product (gtin)
--
CREATE TABLE stationery (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_stationery PRIMARY KEY (id)
)
--
CREATE TABLE disposal (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	proposed_by TEXT NOT NULL, 
	proposed_at TEXT NOT NULL, 
	signed_by TEXT NOT NULL, 
	signed_at TEXT, 
	begun_on TEXT, 
	begun_at TEXT, 
	certificate_id BIGINT, 
	done_at TEXT, 
	CONSTRAINT pk_disposal PRIMARY KEY (id)
)
--
CREATE TABLE disposal_rules (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	trash_days BIGINT NOT NULL, 
	is_four_eyes BIGINT NOT NULL, 
	CONSTRAINT pk_disposal_rules PRIMARY KEY (id)
)
--
CREATE TABLE document_word (
	word TEXT COLLATE "C" NOT NULL, 
	CONSTRAINT pk_document_word PRIMARY KEY (word)
)
--
CREATE TABLE document_form (
	key TEXT COLLATE "C" NOT NULL, 
	word TEXT COLLATE "C" NOT NULL, 
	CONSTRAINT pk_document_form PRIMARY KEY (key, word)
)
--
CREATE TABLE form_draft (
	form TEXT NOT NULL, 
	entity BIGINT NOT NULL, 
	base_version BIGINT NOT NULL, 
	body TEXT NOT NULL, 
	who TEXT NOT NULL, 
	at TEXT NOT NULL, 
	since TEXT, 
	CONSTRAINT pk_form_draft PRIMARY KEY (form, entity, who)
)
--
CREATE TABLE filing_evidence (
	readers TEXT NOT NULL, 
	family TEXT NOT NULL, 
	feature TEXT NOT NULL, 
	target TEXT NOT NULL, 
	count BIGINT NOT NULL, 
	CONSTRAINT pk_filing_evidence PRIMARY KEY (readers, family, feature, target)
)
--
CREATE TABLE filing_rule (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	"when" TEXT NOT NULL, 
	"then" TEXT NOT NULL, 
	is_active BIGINT NOT NULL, 
	CONSTRAINT pk_filing_rule PRIMARY KEY (id)
)
--
CREATE TABLE import_run (
	id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	created BIGINT NOT NULL, 
	refused BIGINT NOT NULL, 
	twins BIGINT NOT NULL, 
	taken_back_at TEXT, 
	header TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	CONSTRAINT pk_import_run PRIMARY KEY (id)
)
--
CREATE INDEX ix_import_run_header ON import_run (header, kind)
--
CREATE TABLE job (
	kind TEXT NOT NULL, 
	key BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	attempts BIGINT NOT NULL, 
	not_before TEXT NOT NULL, 
	priority BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_job PRIMARY KEY (kind, key)
)
--
CREATE INDEX ix_job_order ON job (kind, state, priority, key)
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
CREATE TABLE document_likeness_band (
	band BIGINT NOT NULL, 
	document_id BIGINT NOT NULL, 
	CONSTRAINT pk_document_likeness_band PRIMARY KEY (band, document_id)
)
--
CREATE INDEX ix_document_likeness_band_back ON document_likeness_band (document_id)
--
CREATE TABLE mailing_list (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	form TEXT NOT NULL, 
	is_archived BIGINT NOT NULL, 
	CONSTRAINT pk_mailing_list PRIMARY KEY (id)
)
--
CREATE TABLE number_series (
	kind TEXT NOT NULL, 
	year TEXT NOT NULL, 
	branch TEXT NOT NULL, 
	pattern TEXT NOT NULL, 
	start BIGINT NOT NULL, 
	last BIGINT NOT NULL, 
	last_on TEXT, 
	CONSTRAINT pk_number_series PRIMARY KEY (kind, year, branch)
)
--
CREATE TABLE file_password (
	sha256 TEXT NOT NULL, 
	password TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT pk_file_password PRIMARY KEY (sha256)
)
--
CREATE TABLE overtime_rule (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	valid_from TEXT NOT NULL, 
	agreement TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_overtime_rule PRIMARY KEY (id)
)
--
CREATE TABLE leave_type (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	names TEXT NOT NULL, 
	accrual TEXT NOT NULL, 
	counting TEXT NOT NULL, 
	allowances TEXT NOT NULL, 
	carry_over TEXT NOT NULL, 
	year_begins BIGINT NOT NULL, 
	is_paid BIGINT NOT NULL, 
	is_health BIGINT NOT NULL, 
	needs_approval BIGINT NOT NULL, 
	may_go_below BIGINT NOT NULL, 
	proof_after BIGINT NOT NULL, 
	component TEXT NOT NULL, 
	colour BIGINT NOT NULL, 
	since TEXT, 
	as_work BIGINT, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_leave_type PRIMARY KEY (id), 
	CONSTRAINT uq_leave_type_code UNIQUE (code)
)
--
CREATE TABLE pay_component (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	names TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	formula TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	bases TEXT NOT NULL, 
	debit TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	codes TEXT NOT NULL, 
	source TEXT NOT NULL, 
	rank BIGINT NOT NULL, 
	CONSTRAINT pk_pay_component PRIMARY KEY (id), 
	CONSTRAINT uq_pay_component_code_valid_from UNIQUE (code, valid_from)
)
--
CREATE TABLE pay_rate (
	id BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	value BIGINT, 
	bands TEXT NOT NULL, 
	source TEXT NOT NULL, 
	checked_on TEXT, 
	country TEXT NOT NULL, 
	CONSTRAINT pk_pay_rate PRIMARY KEY (id), 
	CONSTRAINT uq_pay_rate_code_valid_from UNIQUE (code, valid_from)
)
--
CREATE TABLE intake_taken (
	folder_id BIGINT NOT NULL, 
	place TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	modified BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_intake_taken PRIMARY KEY (folder_id, place)
)
--
CREATE TABLE intake_problem (
	id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	path TEXT NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	folder_id BIGINT, 
	first_seen TEXT NOT NULL, 
	last_seen TEXT NOT NULL, 
	is_ignored BIGINT NOT NULL, 
	CONSTRAINT pk_intake_problem PRIMARY KEY (id)
)
--
CREATE INDEX ix_intake_problem_path ON intake_problem (path, name)
--
CREATE TABLE saved_query (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	question TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	sort TEXT NOT NULL, 
	is_descending BIGINT NOT NULL, 
	readers TEXT NOT NULL, 
	CONSTRAINT pk_saved_query PRIMARY KEY (id)
)
--
CREATE TABLE search_item (
	id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	entity_id BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	day TEXT, 
	CONSTRAINT pk_search_item PRIMARY KEY (id), 
	CONSTRAINT uq_search_item_entity_id_kind UNIQUE (entity_id, kind)
)
--
CREATE TABLE search_index (
            rowid BIGINT PRIMARY KEY REFERENCES search_item, words TSVECTOR NOT NULL
        )
--
CREATE INDEX ix_search_index_words ON search_index USING gin (words)
--
CREATE TABLE binder (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	first BIGINT NOT NULL, 
	last BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_binder PRIMARY KEY (id), 
	CONSTRAINT uq_binder_name UNIQUE (name)
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
CREATE TABLE stock_rules (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_stock_rules PRIMARY KEY (id)
)
--
CREATE TABLE user_role (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	permissions TEXT NOT NULL, 
	CONSTRAINT pk_user_role PRIMARY KEY (id), 
	CONSTRAINT uq_user_role_name UNIQUE (name)
)
--
CREATE TABLE second_pair (
	what TEXT NOT NULL, 
	least BIGINT, 
	CONSTRAINT pk_second_pair PRIMARY KEY (what)
)
--
CREATE TABLE approval (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	what TEXT NOT NULL, 
	record TEXT NOT NULL, 
	command TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	asked_by TEXT NOT NULL, 
	asked_at TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_approval PRIMARY KEY (id)
)
--
CREATE INDEX ix_approval_decision ON approval (decision, asked_at)
--
CREATE TABLE proof (
	id BIGINT NOT NULL, 
	begun_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	last BIGINT NOT NULL, 
	checked BIGINT NOT NULL, 
	size BIGINT NOT NULL, 
	ended_at TEXT, 
	CONSTRAINT pk_proof PRIMARY KEY (id)
)
--
CREATE TABLE journal_posting (
	id BIGINT NOT NULL, 
	entry_id BIGINT NOT NULL, 
	account_id BIGINT NOT NULL, 
	booked_on TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	text TEXT NOT NULL, 
	vat TEXT NOT NULL, 
	CONSTRAINT pk_journal_posting PRIMARY KEY (id), 
	CONSTRAINT fk_journal_posting_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_journal_posting_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
--
CREATE INDEX ix_journal_posting_entry_id ON journal_posting (entry_id)
--
CREATE INDEX ix_journal_posting_ledger ON journal_posting (account_id, booked_on, id, currency, amount_minor)
--
CREATE TABLE account_balance (
	account_id BIGINT NOT NULL, 
	month TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	debit_minor BIGINT NOT NULL, 
	credit_minor BIGINT NOT NULL, 
	CONSTRAINT pk_account_balance PRIMARY KEY (account_id, month, currency), 
	CONSTRAINT fk_account_balance_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
--
CREATE TABLE invoice (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	reference TEXT NOT NULL, 
	customer_id BIGINT, 
	customer_name TEXT NOT NULL, 
	customer_key VARCHAR COLLATE "C" NOT NULL, 
	issued_on TEXT, 
	due_on TEXT, 
	delivered_on TEXT, 
	currency TEXT NOT NULL, 
	net_minor BIGINT NOT NULL, 
	tax_minor BIGINT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	language TEXT NOT NULL, 
	terms_days BIGINT NOT NULL, 
	discount_percent BIGINT NOT NULL, 
	discount_amount BIGINT NOT NULL, 
	is_gross BIGINT NOT NULL, 
	your_reference TEXT NOT NULL, 
	our_reference TEXT NOT NULL, 
	note TEXT NOT NULL, 
	copied_from BIGINT, 
	buyer TEXT, 
	kind TEXT NOT NULL, 
	origin_id BIGINT, 
	origin_number TEXT NOT NULL, 
	origin_day TEXT, 
	reason TEXT NOT NULL, 
	order_reference TEXT NOT NULL, 
	contract_reference TEXT NOT NULL, 
	period_from TEXT, 
	period_to TEXT, 
	early_days BIGINT NOT NULL, 
	early_percent BIGINT NOT NULL, 
	exchange_rate BIGINT, 
	exchange_day TEXT, 
	exchange_source TEXT NOT NULL, 
	deliver_to TEXT, 
	eformat TEXT NOT NULL, 
	rest TEXT NOT NULL, 
	layout_id BIGINT, 
	project_id BIGINT, 
	deducted TEXT NOT NULL, 
	CONSTRAINT pk_invoice PRIMARY KEY (id), 
	CONSTRAINT uq_invoice_number UNIQUE (number), 
	CONSTRAINT fk_invoice_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_invoice_origin_id FOREIGN KEY(origin_id) REFERENCES invoice (id)
)
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
CREATE TABLE department (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	name_key VARCHAR COLLATE "C" NOT NULL, 
	parent_id BIGINT, 
	head_id BIGINT, 
	cost_centre TEXT NOT NULL, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_department PRIMARY KEY (id), 
	CONSTRAINT fk_department_parent_id FOREIGN KEY(parent_id) REFERENCES department (id), 
	CONSTRAINT fk_department_head_id FOREIGN KEY(head_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_department_parent ON department (parent_id)
--
CREATE TABLE equipment (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	serial TEXT NOT NULL, 
	handed_on TEXT, 
	returned_on TEXT, 
	worth_minor BIGINT, 
	currency TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_equipment PRIMARY KEY (id), 
	CONSTRAINT fk_equipment_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_equipment_employee ON equipment (employee_id)
--
CREATE TABLE checklist (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	occasion TEXT NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT NOT NULL, 
	is_open BIGINT NOT NULL, 
	CONSTRAINT pk_checklist PRIMARY KEY (id), 
	CONSTRAINT fk_checklist_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_checklist_employee ON checklist (employee_id)
--
CREATE INDEX ix_checklist_open ON checklist (is_open, day)
--
CREATE TABLE sealed_file (
	record_id BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_sealed_file PRIMARY KEY (record_id), 
	CONSTRAINT fk_sealed_file_record_id FOREIGN KEY(record_id) REFERENCES archive_file (id)
)
--
CREATE INDEX ix_sealed_file_sha256 ON sealed_file (sha256)
--
CREATE TABLE contact_address (
	contact_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	street TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	town TEXT NOT NULL, 
	region TEXT NOT NULL, 
	country TEXT NOT NULL, 
	use TEXT NOT NULL, 
	CONSTRAINT pk_contact_address PRIMARY KEY (contact_id, position), 
	CONSTRAINT fk_contact_address_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_contact_address_postcode ON contact_address (postcode, town)
--
CREATE TABLE contact_point (
	contact_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	label TEXT NOT NULL, 
	CONSTRAINT pk_contact_point PRIMARY KEY (contact_id, position), 
	CONSTRAINT fk_contact_point_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE TABLE contact_identifier (
	contact_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	scheme TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_contact_identifier PRIMARY KEY (contact_id, position), 
	CONSTRAINT fk_contact_identifier_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE TABLE contact_account (
	contact_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	iban TEXT NOT NULL, 
	bic TEXT NOT NULL, 
	CONSTRAINT pk_contact_account PRIMARY KEY (contact_id, position), 
	CONSTRAINT fk_contact_account_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE TABLE contact_key (
	value TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	contact_id BIGINT NOT NULL, 
	CONSTRAINT pk_contact_key PRIMARY KEY (value, reason, contact_id), 
	CONSTRAINT fk_contact_key_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_contact_key_contact_id ON contact_key (contact_id)
--
CREATE TABLE document (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	title_key VARCHAR COLLATE "C" NOT NULL, 
	state TEXT NOT NULL, 
	file_id BIGINT NOT NULL, 
	received_at TEXT NOT NULL, 
	type_id BIGINT, 
	correspondent_id BIGINT, 
	day TEXT, 
	reference TEXT NOT NULL, 
	amount_minor BIGINT, 
	currency TEXT NOT NULL, 
	serial BIGINT, 
	binder TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	due_on TEXT, 
	event_on TEXT, 
	note TEXT NOT NULL, 
	is_sealed BIGINT NOT NULL, 
	locked_by TEXT NOT NULL, 
	trashed_at TEXT, 
	restores TEXT, 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT fk_document_file_id FOREIGN KEY(file_id) REFERENCES archive_file (id), 
	CONSTRAINT fk_document_type_id FOREIGN KEY(type_id) REFERENCES document_type (id), 
	CONSTRAINT fk_document_correspondent_id FOREIGN KEY(correspondent_id) REFERENCES contact (id), 
	CONSTRAINT uq_document_serial UNIQUE (serial)
)
--
CREATE INDEX ix_document_by_day ON document (state, day, id)
--
CREATE INDEX ix_document_correspondent ON document (correspondent_id, day, id)
--
CREATE INDEX ix_document_due ON document (state, due_on, type_id)
--
CREATE INDEX ix_document_file ON document (file_id)
--
CREATE INDEX ix_document_list ON document (state, received_at, id)
--
CREATE INDEX ix_document_type ON document (type_id, state)
--
CREATE TABLE letter_thread (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	subject TEXT NOT NULL, 
	contact_id BIGINT, 
	CONSTRAINT pk_letter_thread PRIMARY KEY (id), 
	CONSTRAINT fk_letter_thread_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_letter_thread_contact_id ON letter_thread (contact_id)
--
CREATE TABLE mailbox (
	account_id BIGINT NOT NULL, 
	folder TEXT NOT NULL, 
	validity BIGINT NOT NULL, 
	last BIGINT NOT NULL, 
	CONSTRAINT pk_mailbox PRIMARY KEY (account_id, folder), 
	CONSTRAINT fk_mailbox_account_id FOREIGN KEY(account_id) REFERENCES mail_account (id)
)
--
CREATE TABLE follow_up (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	"on" TEXT NOT NULL, 
	who TEXT NOT NULL, 
	text TEXT NOT NULL, 
	about_kind TEXT NOT NULL, 
	about_id BIGINT, 
	note_id BIGINT, 
	done_on TEXT, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT fk_follow_up_note_id FOREIGN KEY(note_id) REFERENCES note (id)
)
--
CREATE INDEX ix_follow_up_about ON follow_up (about_id, about_kind)
--
CREATE INDEX ix_follow_up_done_on ON follow_up (done_on, "on", who)
--
CREATE INDEX ix_follow_up_note ON follow_up (note_id)
--
CREATE TABLE location (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	code TEXT NOT NULL, 
	code_key VARCHAR COLLATE "C" NOT NULL, 
	name TEXT NOT NULL, 
	warehouse_id BIGINT, 
	route BIGINT NOT NULL, 
	contact_id BIGINT, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_location PRIMARY KEY (id), 
	CONSTRAINT uq_location_code_key UNIQUE (code_key), 
	CONSTRAINT fk_location_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_location_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_location_contact ON location (contact_id)
--
CREATE INDEX ix_location_warehouse ON location (warehouse_id, route, id)
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
CREATE TABLE legal_hold (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	placed_by TEXT NOT NULL, 
	placed_at TEXT NOT NULL, 
	contact_id BIGINT, 
	type_id BIGINT, 
	lifted_by TEXT NOT NULL, 
	lifted_at TEXT, 
	lifted_because TEXT NOT NULL, 
	CONSTRAINT pk_legal_hold PRIMARY KEY (id), 
	CONSTRAINT fk_legal_hold_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_legal_hold_type_id FOREIGN KEY(type_id) REFERENCES document_type (id)
)
--
CREATE TABLE import_item (
	run_id BIGINT NOT NULL, 
	row BIGINT NOT NULL, 
	record BIGINT NOT NULL, 
	row_key TEXT NOT NULL, 
	CONSTRAINT pk_import_item PRIMARY KEY (run_id, row), 
	CONSTRAINT fk_import_item_run_id FOREIGN KEY(run_id) REFERENCES import_run (id)
)
--
CREATE INDEX ix_import_item_row_key ON import_item (row_key)
--
CREATE TABLE merge_run (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	name TEXT NOT NULL, 
	list_id BIGINT NOT NULL, 
	template_id BIGINT NOT NULL, 
	form TEXT NOT NULL, 
	first_id BIGINT NOT NULL, 
	made_by TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	dated_on TEXT, 
	CONSTRAINT pk_merge_run PRIMARY KEY (id), 
	CONSTRAINT fk_merge_run_list_id FOREIGN KEY(list_id) REFERENCES mailing_list (id), 
	CONSTRAINT fk_merge_run_template_id FOREIGN KEY(template_id) REFERENCES letter_template (id)
)
--
CREATE INDEX ix_merge_run_first ON merge_run (first_id)
--
CREATE TABLE number_taken (
	kind TEXT NOT NULL, 
	year TEXT NOT NULL, 
	branch TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	day TEXT NOT NULL, 
	CONSTRAINT pk_number_taken PRIMARY KEY (kind, year, branch, position), 
	CONSTRAINT fk_number_taken_kind_year_branch FOREIGN KEY(kind, year, branch) REFERENCES number_series (kind, year, branch), 
	CONSTRAINT uq_number_taken_kind_number UNIQUE (kind, number)
)
--
CREATE TABLE applicant (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	position TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	applied_on TEXT NOT NULL, 
	delete_on TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	employee_id BIGINT, 
	CONSTRAINT pk_applicant PRIMARY KEY (id), 
	CONSTRAINT fk_applicant_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_applicant_stage ON applicant (stage, applied_on)
--
CREATE TABLE own_change (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	asked_at TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	CONSTRAINT pk_own_change PRIMARY KEY (id), 
	CONSTRAINT fk_own_change_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_own_change_employee_id ON own_change (employee_id)
--
CREATE INDEX ix_own_change_state ON own_change (state, asked_at)
--
CREATE TABLE expense_limit (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	most_minor BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	per TEXT NOT NULL, 
	kind TEXT, 
	account_id BIGINT, 
	is_closed BIGINT NOT NULL, 
	CONSTRAINT pk_expense_limit PRIMARY KEY (id), 
	CONSTRAINT fk_expense_limit_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
--
CREATE INDEX ix_expense_limit_account ON expense_limit (account_id)
--
CREATE TABLE time_week (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	monday TEXT NOT NULL, 
	state TEXT NOT NULL, 
	due BIGINT NOT NULL, 
	worked BIGINT NOT NULL, 
	overtime TEXT NOT NULL, 
	submitted_at TEXT, 
	submitted_by TEXT NOT NULL, 
	decided_at TEXT, 
	decided_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	paid BIGINT NOT NULL, 
	CONSTRAINT pk_time_week PRIMARY KEY (id), 
	CONSTRAINT uq_time_week_employee_id_monday UNIQUE (employee_id, monday), 
	CONSTRAINT fk_time_week_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_time_week_list ON time_week (state, monday, id)
--
CREATE INDEX ix_time_week_monday ON time_week (monday, employee_id)
--
CREATE TABLE leave_settled (
	employee_id BIGINT NOT NULL, 
	type_id BIGINT NOT NULL, 
	until TEXT NOT NULL, 
	CONSTRAINT pk_leave_settled PRIMARY KEY (employee_id, type_id), 
	CONSTRAINT fk_leave_settled_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_leave_settled_type_id FOREIGN KEY(type_id) REFERENCES leave_type (id)
)
--
CREATE TABLE pay_item (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	component TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_pay_item PRIMARY KEY (id), 
	CONSTRAINT fk_pay_item_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_pay_item_employee ON pay_item (employee_id, first_on)
--
CREATE TABLE tax_card (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_tax_card PRIMARY KEY (id), 
	CONSTRAINT uq_tax_card_employee_id_valid_from UNIQUE (employee_id, valid_from), 
	CONSTRAINT fk_tax_card_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE TABLE intake_folder (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	path TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	afterwards TEXT NOT NULL, 
	type_id BIGINT, 
	tags TEXT NOT NULL, 
	is_paused BIGINT NOT NULL, 
	machine TEXT NOT NULL, 
	split_at TEXT NOT NULL, 
	CONSTRAINT pk_intake_folder PRIMARY KEY (id), 
	CONSTRAINT fk_intake_folder_type_id FOREIGN KEY(type_id) REFERENCES document_type (id)
)
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
CREATE TABLE user_account (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	full_name TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	employee_id BIGINT, 
	limits TEXT NOT NULL, 
	is_active BIGINT NOT NULL, 
	CONSTRAINT pk_user_account PRIMARY KEY (id), 
	CONSTRAINT uq_user_account_name UNIQUE (name), 
	CONSTRAINT fk_user_account_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
--
CREATE TABLE day_closing (
	day TEXT NOT NULL, 
	seq BIGINT NOT NULL, 
	proof TEXT NOT NULL, 
	totals TEXT NOT NULL, 
	closed_at TEXT NOT NULL, 
	closed_by TEXT NOT NULL, 
	CONSTRAINT pk_day_closing PRIMARY KEY (day), 
	CONSTRAINT fk_day_closing_seq FOREIGN KEY(seq) REFERENCES audit (seq)
)
--
CREATE TABLE proof_finding (
	proof_id BIGINT NOT NULL, 
	record_id BIGINT NOT NULL, 
	document_id BIGINT, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	damage TEXT NOT NULL, 
	piece BIGINT NOT NULL, 
	pieces BIGINT NOT NULL, 
	CONSTRAINT pk_proof_finding PRIMARY KEY (proof_id, record_id), 
	CONSTRAINT fk_proof_finding_proof_id FOREIGN KEY(proof_id) REFERENCES proof (id), 
	CONSTRAINT fk_proof_finding_record_id FOREIGN KEY(record_id) REFERENCES archive_file (id)
)
--
CREATE TABLE invoice_line (
	invoice_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	description TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	unit TEXT NOT NULL, 
	price BIGINT NOT NULL, 
	vat TEXT NOT NULL, 
	rate BIGINT NOT NULL, 
	category TEXT NOT NULL, 
	discount_percent BIGINT NOT NULL, 
	discount_amount BIGINT NOT NULL, 
	product_id BIGINT, 
	delivered_on TEXT, 
	customer_id BIGINT, 
	credits BIGINT, 
	is_reduction BIGINT NOT NULL, 
	deducts BIGINT, 
	order_line_id BIGINT, 
	CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, position), 
	CONSTRAINT fk_invoice_line_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_invoice_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
--
CREATE INDEX ix_invoice_line_order_line ON invoice_line (order_line_id) WHERE order_line_id IS NOT NULL
--
CREATE INDEX ix_invoice_line_sold ON invoice_line (product_id, customer_id, invoice_id) WHERE product_id IS NOT NULL
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
CREATE TABLE employee_record (
	employee_id BIGINT NOT NULL, 
	number BIGINT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	recorded_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_key VARCHAR COLLATE "C" NOT NULL, 
	position TEXT NOT NULL, 
	department_id BIGINT, 
	manager_id BIGINT, 
	profile TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_employee_record PRIMARY KEY (employee_id, number), 
	CONSTRAINT "ck_employee_record_until-not-before-from" CHECK (valid_until IS NULL OR valid_until >= valid_from), 
	CONSTRAINT fk_employee_record_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_employee_record_department_id FOREIGN KEY(department_id) REFERENCES department (id), 
	CONSTRAINT fk_employee_record_manager_id FOREIGN KEY(manager_id) REFERENCES employee (id)
)
--
CREATE INDEX ix_employee_record_day ON employee_record (employee_id, valid_from)
--
CREATE INDEX ix_employee_record_department ON employee_record (department_id)
--
CREATE INDEX ix_employee_record_manager ON employee_record (manager_id)
--
CREATE INDEX ix_employee_record_name ON employee_record (name_key, employee_id)
--
CREATE TABLE qualification (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	issued_on TEXT, 
	expires_on TEXT, 
	document_id BIGINT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_qualification PRIMARY KEY (id), 
	CONSTRAINT fk_qualification_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_qualification_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_qualification_document ON qualification (document_id)
--
CREATE INDEX ix_qualification_employee ON qualification (employee_id)
--
CREATE INDEX ix_qualification_expires ON qualification (expires_on)
--
CREATE TABLE checklist_item (
	id BIGINT NOT NULL, 
	checklist_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	text TEXT NOT NULL, 
	due_on TEXT, 
	role TEXT NOT NULL, 
	done_on TEXT, 
	done_by TEXT NOT NULL, 
	left_out TEXT NOT NULL, 
	CONSTRAINT pk_checklist_item PRIMARY KEY (id), 
	CONSTRAINT uq_checklist_item_checklist_id_place UNIQUE (checklist_id, place), 
	CONSTRAINT fk_checklist_item_checklist_id FOREIGN KEY(checklist_id) REFERENCES checklist (id)
)
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
CREATE TABLE document_version (
	document_id BIGINT NOT NULL, 
	number BIGINT NOT NULL, 
	file_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_document_version PRIMARY KEY (document_id, number), 
	CONSTRAINT fk_document_version_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_document_version_file_id UNIQUE (file_id), 
	CONSTRAINT fk_document_version_file_id FOREIGN KEY(file_id) REFERENCES archive_file (id)
)
--
CREATE TABLE document_tag (
	document_id BIGINT NOT NULL, 
	tag_id BIGINT NOT NULL, 
	CONSTRAINT pk_document_tag PRIMARY KEY (document_id, tag_id), 
	CONSTRAINT fk_document_tag_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_document_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id)
)
--
CREATE INDEX ix_document_tag_back ON document_tag (tag_id, document_id)
--
CREATE TABLE document_link (
	document_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	record_id BIGINT NOT NULL, 
	CONSTRAINT pk_document_link PRIMARY KEY (document_id, kind, record_id), 
	CONSTRAINT fk_document_link_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_document_link_back ON document_link (kind, record_id, document_id)
--
CREATE TABLE letter_thread_link (
	thread_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	record_id BIGINT NOT NULL, 
	CONSTRAINT pk_letter_thread_link PRIMARY KEY (thread_id, kind, record_id), 
	CONSTRAINT fk_letter_thread_link_thread_id FOREIGN KEY(thread_id) REFERENCES letter_thread (id)
)
--
CREATE INDEX ix_letter_thread_link_back ON letter_thread_link (kind, record_id, thread_id)
--
CREATE TABLE letter_in (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	received_on TEXT NOT NULL, 
	thread_id BIGINT NOT NULL, 
	number TEXT, 
	written_on TEXT, 
	sender_id BIGINT, 
	sender TEXT NOT NULL, 
	sender_key VARCHAR COLLATE "C" NOT NULL, 
	subject TEXT NOT NULL, 
	type_id BIGINT, 
	via TEXT NOT NULL, 
	their_reference TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	reply_days BIGINT, 
	reply_by TEXT, 
	place TEXT NOT NULL, 
	document_id BIGINT, 
	answers BIGINT, 
	note TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_letter_in PRIMARY KEY (id), 
	CONSTRAINT fk_letter_in_thread_id FOREIGN KEY(thread_id) REFERENCES letter_thread (id), 
	CONSTRAINT uq_letter_in_number UNIQUE (number), 
	CONSTRAINT fk_letter_in_sender_id FOREIGN KEY(sender_id) REFERENCES contact (id), 
	CONSTRAINT fk_letter_in_type_id FOREIGN KEY(type_id) REFERENCES letter_type (id), 
	CONSTRAINT fk_letter_in_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_letter_in_document ON letter_in (document_id)
--
CREATE INDEX ix_letter_in_due ON letter_in (reply_by, id)
--
CREATE INDEX ix_letter_in_list ON letter_in (received_on, id)
--
CREATE INDEX ix_letter_in_sender ON letter_in (sender_id, received_on, id)
--
CREATE INDEX ix_letter_in_sender_key ON letter_in (sender_key, id)
--
CREATE INDEX ix_letter_in_state ON letter_in (state, received_on, id)
--
CREATE INDEX ix_letter_in_thread ON letter_in (thread_id)
--
CREATE TABLE letter_out (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	language TEXT NOT NULL, 
	thread_id BIGINT NOT NULL, 
	number TEXT, 
	dated_on TEXT, 
	addressee_id BIGINT, 
	addressee_name TEXT NOT NULL, 
	addressee_key VARCHAR COLLATE "C" NOT NULL, 
	subject TEXT NOT NULL, 
	type_id BIGINT, 
	channel TEXT NOT NULL, 
	signatory_id BIGINT, 
	layout TEXT NOT NULL, 
	our_reference TEXT NOT NULL, 
	your_reference TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	template_id BIGINT, 
	run_id BIGINT, 
	answers BIGINT, 
	document_id BIGINT, 
	written_by TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	enclosures TEXT NOT NULL, 
	attachments TEXT NOT NULL, 
	copies_to TEXT NOT NULL, 
	addressee TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_letter_out PRIMARY KEY (id), 
	CONSTRAINT fk_letter_out_thread_id FOREIGN KEY(thread_id) REFERENCES letter_thread (id), 
	CONSTRAINT uq_letter_out_number UNIQUE (number), 
	CONSTRAINT fk_letter_out_addressee_id FOREIGN KEY(addressee_id) REFERENCES contact (id), 
	CONSTRAINT fk_letter_out_type_id FOREIGN KEY(type_id) REFERENCES letter_type (id), 
	CONSTRAINT fk_letter_out_signatory_id FOREIGN KEY(signatory_id) REFERENCES signatory (id), 
	CONSTRAINT fk_letter_out_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_letter_out_addressee ON letter_out (addressee_id, dated_on, id)
--
CREATE INDEX ix_letter_out_addressee_key ON letter_out (addressee_key, id)
--
CREATE INDEX ix_letter_out_answers ON letter_out (answers)
--
CREATE INDEX ix_letter_out_document ON letter_out (document_id)
--
CREATE INDEX ix_letter_out_list ON letter_out (dated_on, id)
--
CREATE INDEX ix_letter_out_run ON letter_out (run_id)
--
CREATE INDEX ix_letter_out_state ON letter_out (state, dated_on, id)
--
CREATE INDEX ix_letter_out_thread ON letter_out (thread_id)
--
CREATE TABLE mail (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	at TEXT NOT NULL, 
	thread_id BIGINT NOT NULL, 
	account_id BIGINT, 
	message_id TEXT NOT NULL, 
	in_reply_to TEXT NOT NULL, 
	"references" TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	"to" TEXT NOT NULL, 
	cc TEXT NOT NULL, 
	bcc TEXT NOT NULL, 
	text TEXT NOT NULL, 
	contact_id BIGINT, 
	letter_id BIGINT, 
	sha256 TEXT NOT NULL, 
	attempts BIGINT NOT NULL, 
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
CREATE TABLE stock_item (
	product_id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	tracking TEXT NOT NULL, 
	costing TEXT NOT NULL, 
	standard_cost BIGINT NOT NULL, 
	billing TEXT NOT NULL, 
	units TEXT NOT NULL, 
	reorder_least BIGINT NOT NULL, 
	reorder TEXT NOT NULL, 
	supplier_id BIGINT, 
	customs TEXT NOT NULL, 
	location_id BIGINT, 
	shelf_days BIGINT NOT NULL, 
	parts TEXT NOT NULL, 
	is_kit BIGINT NOT NULL, 
	is_checked BIGINT NOT NULL, 
	CONSTRAINT pk_stock_item PRIMARY KEY (product_id), 
	CONSTRAINT fk_stock_item_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_stock_item_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id), 
	CONSTRAINT fk_stock_item_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
--
CREATE INDEX ix_stock_item_location ON stock_item (location_id)
--
CREATE INDEX ix_stock_item_reorder ON stock_item (reorder_least, product_id)
--
CREATE INDEX ix_stock_item_supplier ON stock_item (supplier_id)
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
CREATE TABLE disposal_item (
	disposal_id BIGINT NOT NULL, 
	document_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	type_code TEXT NOT NULL, 
	day TEXT NOT NULL, 
	kept_until TEXT, 
	ground TEXT, 
	fate TEXT NOT NULL, 
	by TEXT NOT NULL, 
	why TEXT NOT NULL, 
	files TEXT NOT NULL, 
	CONSTRAINT pk_disposal_item PRIMARY KEY (disposal_id, document_id), 
	CONSTRAINT fk_disposal_item_disposal_id FOREIGN KEY(disposal_id) REFERENCES disposal (id), 
	CONSTRAINT fk_disposal_item_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_disposal_item_document ON disposal_item (document_id)
--
CREATE TABLE document_entry (
	id BIGINT NOT NULL, 
	document_id BIGINT NOT NULL, 
	type_id BIGINT, 
	correspondent_id BIGINT, 
	year BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	CONSTRAINT pk_document_entry PRIMARY KEY (id), 
	CONSTRAINT uq_document_entry_document_id UNIQUE (document_id), 
	CONSTRAINT fk_document_entry_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE TABLE document_index (
            rowid BIGINT PRIMARY KEY REFERENCES document_entry, words TSVECTOR NOT NULL
        )
--
CREATE INDEX ix_document_index_words ON document_index USING gin (words)
--
CREATE TABLE filing_lesson (
	document_id BIGINT NOT NULL, 
	drawer TEXT NOT NULL, 
	readers TEXT NOT NULL, 
	packed BYTEA NOT NULL, 
	CONSTRAINT pk_filing_lesson PRIMARY KEY (document_id), 
	CONSTRAINT fk_filing_lesson_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_filing_lesson_drawer ON filing_lesson (drawer, document_id)
--
CREATE TABLE legal_hold_document (
	hold_id BIGINT NOT NULL, 
	document_id BIGINT NOT NULL, 
	CONSTRAINT pk_legal_hold_document PRIMARY KEY (hold_id, document_id), 
	CONSTRAINT fk_legal_hold_document_hold_id FOREIGN KEY(hold_id) REFERENCES legal_hold (id), 
	CONSTRAINT fk_legal_hold_document_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_legal_hold_document_back ON legal_hold_document (document_id, hold_id)
--
CREATE TABLE document_likeness (
	document_id BIGINT NOT NULL, 
	file_id BIGINT NOT NULL, 
	marks BYTEA NOT NULL, 
	ink BYTEA NOT NULL, 
	other_id BIGINT, 
	measure BIGINT NOT NULL, 
	by TEXT NOT NULL, 
	CONSTRAINT pk_document_likeness PRIMARY KEY (document_id), 
	CONSTRAINT fk_document_likeness_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_document_likeness_other_id FOREIGN KEY(other_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_document_likeness_other ON document_likeness (other_id)
--
CREATE TABLE time_entry (
	id BIGINT NOT NULL, 
	week_id BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	began_at TEXT NOT NULL, 
	ended_at TEXT, 
	pause BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	note TEXT NOT NULL, 
	customer_id BIGINT, 
	is_clocked BIGINT NOT NULL, 
	CONSTRAINT pk_time_entry PRIMARY KEY (id), 
	CONSTRAINT "ck_time_entry_ends-after-begin" CHECK (ended_at IS NULL OR ended_at > began_at), 
	CONSTRAINT "ck_time_entry_pause-not-negative" CHECK (pause >= 0), 
	CONSTRAINT fk_time_entry_week_id FOREIGN KEY(week_id) REFERENCES time_week (id), 
	CONSTRAINT fk_time_entry_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_time_entry_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_time_entry_began ON time_entry (began_at, id)
--
CREATE INDEX ix_time_entry_customer ON time_entry (customer_id)
--
CREATE INDEX ix_time_entry_day ON time_entry (day, id)
--
CREATE INDEX ix_time_entry_employee ON time_entry (employee_id, began_at)
--
CREATE INDEX ix_time_entry_week ON time_entry (week_id, began_at)
--
CREATE UNIQUE INDEX ux_time_entry_running ON time_entry (employee_id) WHERE ended_at IS NULL
--
CREATE TABLE leave_request (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	type_id BIGINT, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	days BIGINT NOT NULL, 
	first_part TEXT NOT NULL, 
	last_part TEXT NOT NULL, 
	is_health BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	stand_in_id BIGINT, 
	proof_id BIGINT, 
	asked_by TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	answer TEXT NOT NULL, 
	CONSTRAINT pk_leave_request PRIMARY KEY (id), 
	CONSTRAINT "ck_leave_request_last-after-first" CHECK (last_on >= first_on), 
	CONSTRAINT "ck_leave_request_days-not-negative" CHECK (days >= 0), 
	CONSTRAINT fk_leave_request_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_leave_request_type_id FOREIGN KEY(type_id) REFERENCES leave_type (id), 
	CONSTRAINT fk_leave_request_stand_in_id FOREIGN KEY(stand_in_id) REFERENCES employee (id), 
	CONSTRAINT fk_leave_request_proof_id FOREIGN KEY(proof_id) REFERENCES document (id)
)
--
CREATE INDEX ix_leave_request_days ON leave_request (first_on, last_on)
--
CREATE INDEX ix_leave_request_employee ON leave_request (employee_id, first_on)
--
CREATE INDEX ix_leave_request_proof ON leave_request (proof_id)
--
CREATE INDEX ix_leave_request_state ON leave_request (state, first_on)
--
CREATE TABLE leave_block (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	department_id BIGINT, 
	most_away BIGINT NOT NULL, 
	CONSTRAINT pk_leave_block PRIMARY KEY (id), 
	CONSTRAINT "ck_leave_block_last-after-first" CHECK (last_on >= first_on), 
	CONSTRAINT fk_leave_block_department_id FOREIGN KEY(department_id) REFERENCES department (id)
)
--
CREATE INDEX ix_leave_block_days ON leave_block (first_on, last_on)
--
CREATE TABLE payroll_run (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	period TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	pay_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	number TEXT, 
	name TEXT NOT NULL, 
	corrects_id BIGINT, 
	reason TEXT NOT NULL, 
	calculated_at TEXT, 
	calculated_by TEXT NOT NULL, 
	approved_at TEXT, 
	approved_by TEXT NOT NULL, 
	entry_id BIGINT, 
	paid_on TEXT, 
	paid_entry_id BIGINT, 
	pay_file_id BIGINT, 
	reported_on TEXT, 
	evidence TEXT NOT NULL, 
	people BIGINT NOT NULL, 
	CONSTRAINT pk_payroll_run PRIMARY KEY (id), 
	CONSTRAINT "ck_payroll_run_last-after-first" CHECK (last_on >= first_on), 
	CONSTRAINT uq_payroll_run_number UNIQUE (number), 
	CONSTRAINT fk_payroll_run_corrects_id FOREIGN KEY(corrects_id) REFERENCES payroll_run (id), 
	CONSTRAINT fk_payroll_run_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_payroll_run_paid_entry_id FOREIGN KEY(paid_entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_payroll_run_pay_file_id FOREIGN KEY(pay_file_id) REFERENCES document (id)
)
--
CREATE INDEX ix_payroll_run_corrects ON payroll_run (corrects_id)
--
CREATE INDEX ix_payroll_run_list ON payroll_run (pay_on, id)
--
CREATE INDEX ix_payroll_run_state ON payroll_run (state, pay_on)
--
CREATE TABLE document_arrival (
	id BIGINT NOT NULL, 
	document_id BIGINT NOT NULL, 
	at TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	name TEXT NOT NULL, 
	place TEXT NOT NULL, 
	who TEXT NOT NULL, 
	CONSTRAINT pk_document_arrival PRIMARY KEY (id), 
	CONSTRAINT fk_document_arrival_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_document_arrival_document ON document_arrival (document_id, id)
--
CREATE TABLE serial_range (
	id BIGINT NOT NULL, 
	first BIGINT NOT NULL, 
	last BIGINT NOT NULL, 
	use TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	document_id BIGINT, 
	CONSTRAINT pk_serial_range PRIMARY KEY (id), 
	CONSTRAINT fk_serial_range_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_serial_range_first ON serial_range (first, use)
--
CREATE INDEX ix_serial_range_last ON serial_range (last)
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
CREATE TABLE stock_count (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	warehouse_id BIGINT NOT NULL, 
	number TEXT, 
	is_blind BIGINT NOT NULL, 
	limit_percent BIGINT, 
	planned_on TEXT, 
	started_at TEXT, 
	posted_on TEXT, 
	made_by TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_stock_count PRIMARY KEY (id), 
	CONSTRAINT fk_stock_count_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT uq_stock_count_number UNIQUE (number)
)
--
CREATE INDEX ix_stock_count_state ON stock_count (state, id)
--
CREATE INDEX ix_stock_count_warehouse ON stock_count (warehouse_id, state)
--
CREATE TABLE receipt (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	warehouse_id BIGINT NOT NULL, 
	number TEXT, 
	supplier_id BIGINT, 
	supplier_name TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	expected_on TEXT, 
	received_on TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_receipt PRIMARY KEY (id), 
	CONSTRAINT fk_receipt_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT uq_receipt_number UNIQUE (number), 
	CONSTRAINT fk_receipt_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_receipt_list ON receipt (state, expected_on, id)
--
CREATE INDEX ix_receipt_supplier ON receipt (supplier_id, id)
--
CREATE TABLE contract (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT, 
	position TEXT NOT NULL, 
	hours BIGINT NOT NULL, 
	sealed TEXT NOT NULL, 
	calendar_id BIGINT, 
	probation_until TEXT, 
	notice_days BIGINT NOT NULL, 
	agreement TEXT NOT NULL, 
	signed_on TEXT, 
	document_id BIGINT, 
	letter_id BIGINT, 
	follows_id BIGINT, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_contract PRIMARY KEY (id), 
	CONSTRAINT "ck_contract_ends-after-start" CHECK (ends_on IS NULL OR ends_on >= starts_on), 
	CONSTRAINT fk_contract_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_contract_calendar_id FOREIGN KEY(calendar_id) REFERENCES work_calendar (id), 
	CONSTRAINT fk_contract_document_id FOREIGN KEY(document_id) REFERENCES document (id), 
	CONSTRAINT fk_contract_letter_id FOREIGN KEY(letter_id) REFERENCES letter_out (id), 
	CONSTRAINT fk_contract_follows_id FOREIGN KEY(follows_id) REFERENCES contract (id)
)
--
CREATE INDEX ix_contract_document ON contract (document_id)
--
CREATE INDEX ix_contract_employee ON contract (employee_id, starts_on)
--
CREATE INDEX ix_contract_ends ON contract (state, ends_on)
--
CREATE INDEX ix_contract_probation ON contract (state, probation_until)
--
CREATE TABLE mail_attachment (
	mail_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	document_id BIGINT, 
	CONSTRAINT pk_mail_attachment PRIMARY KEY (mail_id, position), 
	CONSTRAINT fk_mail_attachment_mail_id FOREIGN KEY(mail_id) REFERENCES mail (id), 
	CONSTRAINT fk_mail_attachment_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_mail_attachment_document ON mail_attachment (document_id)
--
CREATE INDEX ix_mail_attachment_sha256 ON mail_attachment (sha256)
--
CREATE TABLE lot (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	product_id BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	status TEXT NOT NULL, 
	received_on TEXT, 
	expires_on TEXT, 
	note TEXT NOT NULL, 
	is_blocked BIGINT NOT NULL, 
	CONSTRAINT pk_lot PRIMARY KEY (id), 
	CONSTRAINT uq_lot_product_id_code UNIQUE (product_id, code), 
	CONSTRAINT fk_lot_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
--
CREATE INDEX ix_lot_expires ON lot (product_id, expires_on, id)
--
CREATE TABLE stock_level (
	product_id BIGINT NOT NULL, 
	location_id BIGINT NOT NULL, 
	lot_id BIGINT NOT NULL, 
	on_hand BIGINT NOT NULL, 
	picked BIGINT NOT NULL, 
	CONSTRAINT pk_stock_level PRIMARY KEY (product_id, location_id, lot_id), 
	CONSTRAINT "ck_stock_level_not-negative" CHECK (on_hand >= 0), 
	CONSTRAINT "ck_stock_level_picked-is-there" CHECK (picked >= 0 AND picked <= on_hand), 
	CONSTRAINT fk_stock_level_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_level_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
--
CREATE INDEX ix_stock_level_location ON stock_level (location_id, product_id)
--
CREATE TABLE stock_month (
	product_id BIGINT NOT NULL, 
	location_id BIGINT NOT NULL, 
	month BIGINT NOT NULL, 
	quantity BIGINT NOT NULL, 
	CONSTRAINT pk_stock_month PRIMARY KEY (product_id, location_id, month), 
	CONSTRAINT fk_stock_month_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_month_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
--
CREATE TABLE stock_standing (
	product_id BIGINT NOT NULL, 
	warehouse_id BIGINT NOT NULL, 
	on_hand BIGINT NOT NULL, 
	blocked BIGINT NOT NULL, 
	reserved BIGINT NOT NULL, 
	incoming BIGINT NOT NULL, 
	CONSTRAINT pk_stock_standing PRIMARY KEY (product_id, warehouse_id), 
	CONSTRAINT "ck_stock_standing_reserved-is-there" CHECK (reserved >= 0 AND reserved <= on_hand - blocked), 
	CONSTRAINT fk_stock_standing_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_standing_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id)
)
--
CREATE TABLE stock_worth (
	product_id BIGINT NOT NULL, 
	quantity BIGINT NOT NULL, 
	value_minor BIGINT NOT NULL, 
	CONSTRAINT pk_stock_worth PRIMARY KEY (product_id), 
	CONSTRAINT fk_stock_worth_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
--
CREATE TABLE stock_value_month (
	product_id BIGINT NOT NULL, 
	month BIGINT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	CONSTRAINT pk_stock_value_month PRIMARY KEY (product_id, month), 
	CONSTRAINT fk_stock_value_month_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
--
CREATE TABLE sales_order (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	customer_id BIGINT, 
	customer_name TEXT NOT NULL, 
	customer_key VARCHAR COLLATE "C" NOT NULL, 
	order_reference TEXT NOT NULL, 
	reference_key TEXT NOT NULL, 
	warehouse_id BIGINT, 
	channel TEXT NOT NULL, 
	priority BIGINT NOT NULL, 
	ordered_on TEXT, 
	wanted_on TEXT, 
	promised_on TEXT, 
	ships_whole BIGINT NOT NULL, 
	hold TEXT NOT NULL, 
	overridden_by TEXT NOT NULL, 
	override_reason TEXT NOT NULL, 
	amended BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	net_minor BIGINT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	quote_id BIGINT, 
	plan_id BIGINT, 
	reason TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	CONSTRAINT pk_sales_order PRIMARY KEY (id), 
	CONSTRAINT uq_sales_order_number UNIQUE (number), 
	CONSTRAINT fk_sales_order_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_sales_order_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_sales_order_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id), 
	CONSTRAINT fk_sales_order_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id)
)
--
CREATE INDEX ix_sales_order_customer ON sales_order (customer_id, reference_key)
--
CREATE INDEX ix_sales_order_customer_key ON sales_order (customer_key, id)
--
CREATE INDEX ix_sales_order_day ON sales_order (ordered_on, id)
--
CREATE INDEX ix_sales_order_plan ON sales_order (plan_id)
--
CREATE INDEX ix_sales_order_promise ON sales_order (state, (promised_on IS NULL), promised_on, id)
--
CREATE INDEX ix_sales_order_queue ON sales_order (state, promised_on, id)
--
CREATE INDEX ix_sales_order_quote ON sales_order (quote_id)
--
CREATE INDEX ix_sales_order_turn ON sales_order (state, priority, (promised_on IS NULL), promised_on, id)
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
CREATE TABLE letter_dispatch (
	letter_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	"to" TEXT NOT NULL, 
	tracking TEXT NOT NULL, 
	postage_minor BIGINT, 
	currency TEXT NOT NULL, 
	audit_seq BIGINT NOT NULL, 
	CONSTRAINT pk_letter_dispatch PRIMARY KEY (letter_id, position), 
	CONSTRAINT fk_letter_dispatch_letter_id FOREIGN KEY(letter_id) REFERENCES letter_out (id)
)
--
CREATE INDEX ix_letter_dispatch_at ON letter_dispatch (at, letter_id)
--
CREATE TABLE merge_item (
	id BIGINT NOT NULL, 
	run_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	contact_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	state TEXT NOT NULL, 
	language TEXT NOT NULL, 
	code TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	letter_id BIGINT, 
	number TEXT NOT NULL, 
	CONSTRAINT pk_merge_item PRIMARY KEY (id), 
	CONSTRAINT fk_merge_item_run_id FOREIGN KEY(run_id) REFERENCES merge_run (id), 
	CONSTRAINT fk_merge_item_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id), 
	CONSTRAINT fk_merge_item_letter_id FOREIGN KEY(letter_id) REFERENCES letter_out (id)
)
--
CREATE INDEX ix_merge_item_contact ON merge_item (contact_id)
--
CREATE INDEX ix_merge_item_letter ON merge_item (letter_id)
--
CREATE INDEX ix_merge_item_state ON merge_item (run_id, state, position)
--
CREATE UNIQUE INDEX ix_merge_item_place ON merge_item (run_id, position)
--
CREATE TABLE expense_claim (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	purpose TEXT NOT NULL, 
	paying TEXT NOT NULL, 
	number TEXT, 
	currency TEXT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	first_on TEXT, 
	last_on TEXT, 
	claimed_by TEXT NOT NULL, 
	submitted_at TEXT, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	answer TEXT NOT NULL, 
	entry_id BIGINT, 
	paid_on TEXT, 
	paid_entry_id BIGINT, 
	run_id BIGINT, 
	CONSTRAINT pk_expense_claim PRIMARY KEY (id), 
	CONSTRAINT fk_expense_claim_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT uq_expense_claim_number UNIQUE (number), 
	CONSTRAINT fk_expense_claim_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_expense_claim_paid_entry_id FOREIGN KEY(paid_entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_expense_claim_run_id FOREIGN KEY(run_id) REFERENCES payroll_run (id)
)
--
CREATE INDEX ix_expense_claim_employee ON expense_claim (employee_id, id)
--
CREATE INDEX ix_expense_claim_entry ON expense_claim (entry_id)
--
CREATE INDEX ix_expense_claim_list ON expense_claim (state, id)
--
CREATE INDEX ix_expense_claim_run ON expense_claim (run_id)
--
CREATE TABLE leave_entry (
	id BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	type_id BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	days BIGINT NOT NULL, 
	expires_on TEXT, 
	grant_id BIGINT, 
	request_id BIGINT, 
	period TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	CONSTRAINT pk_leave_entry PRIMARY KEY (id), 
	CONSTRAINT fk_leave_entry_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_leave_entry_type_id FOREIGN KEY(type_id) REFERENCES leave_type (id), 
	CONSTRAINT fk_leave_entry_grant_id FOREIGN KEY(grant_id) REFERENCES leave_entry (id), 
	CONSTRAINT fk_leave_entry_request_id FOREIGN KEY(request_id) REFERENCES leave_request (id)
)
--
CREATE INDEX ix_leave_entry_balance ON leave_entry (employee_id, type_id, day, id)
--
CREATE INDEX ix_leave_entry_grant ON leave_entry (grant_id)
--
CREATE INDEX ix_leave_entry_request ON leave_entry (request_id)
--
CREATE TABLE payslip (
	id BIGINT NOT NULL, 
	run_id BIGINT NOT NULL, 
	employee_id BIGINT NOT NULL, 
	document_id BIGINT, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_payslip PRIMARY KEY (id), 
	CONSTRAINT uq_payslip_run_id_employee_id UNIQUE (run_id, employee_id), 
	CONSTRAINT fk_payslip_run_id FOREIGN KEY(run_id) REFERENCES payroll_run (id), 
	CONSTRAINT fk_payslip_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_payslip_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_payslip_document ON payslip (document_id)
--
CREATE INDEX ix_payslip_employee ON payslip (employee_id, id)
--
CREATE TABLE receipt_line (
	id BIGINT NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	product_id BIGINT NOT NULL, 
	expected BIGINT NOT NULL, 
	received BIGINT NOT NULL, 
	cost BIGINT NOT NULL, 
	CONSTRAINT pk_receipt_line PRIMARY KEY (id), 
	CONSTRAINT "ck_receipt_line_above-zero" CHECK (expected > 0), 
	CONSTRAINT fk_receipt_line_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_receipt_line_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
--
CREATE INDEX ix_receipt_line_product ON receipt_line (product_id, receipt_id)
--
CREATE INDEX ix_receipt_line_receipt ON receipt_line (receipt_id, place)
--
CREATE TABLE stock_move (
	id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	product_id BIGINT NOT NULL, 
	quantity BIGINT NOT NULL, 
	from_id BIGINT NOT NULL, 
	to_id BIGINT NOT NULL, 
	moved_on TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	lot_id BIGINT, 
	source TEXT NOT NULL, 
	line BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reverses_id BIGINT, 
	value_minor BIGINT, 
	origin_id BIGINT, 
	CONSTRAINT pk_stock_move PRIMARY KEY (id), 
	CONSTRAINT "ck_stock_move_above-zero" CHECK (quantity > 0), 
	CONSTRAINT ck_stock_move_moves CHECK (from_id <> to_id), 
	CONSTRAINT fk_stock_move_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_move_from_id FOREIGN KEY(from_id) REFERENCES location (id), 
	CONSTRAINT fk_stock_move_to_id FOREIGN KEY(to_id) REFERENCES location (id), 
	CONSTRAINT fk_stock_move_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT uq_stock_move_reverses_id UNIQUE (reverses_id), 
	CONSTRAINT fk_stock_move_reverses_id FOREIGN KEY(reverses_id) REFERENCES stock_move (id), 
	CONSTRAINT fk_stock_move_origin_id FOREIGN KEY(origin_id) REFERENCES stock_move (id)
)
--
CREATE INDEX ix_stock_move_day ON stock_move (moved_on, id)
--
CREATE INDEX ix_stock_move_lot ON stock_move (lot_id, id)
--
CREATE INDEX ix_stock_move_origin ON stock_move (origin_id)
--
CREATE INDEX ix_stock_move_product ON stock_move (product_id, moved_on, id)
--
CREATE INDEX ix_stock_move_source ON stock_move (source, id)
--
CREATE TABLE order_line (
	id BIGINT NOT NULL, 
	order_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	product_id BIGINT, 
	ordered BIGINT NOT NULL, 
	cancelled BIGINT NOT NULL, 
	delivered BIGINT NOT NULL, 
	invoiced BIGINT NOT NULL, 
	returned BIGINT NOT NULL, 
	reserved BIGINT NOT NULL, 
	promised_on TEXT, 
	is_stocked BIGINT NOT NULL, 
	billing TEXT NOT NULL, 
	is_waiting BIGINT NOT NULL, 
	supplier_id BIGINT, 
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT uq_order_line_order_id_place UNIQUE (order_id, place), 
	CONSTRAINT "ck_order_line_not-negative" CHECK (delivered >= 0 AND cancelled >= 0 AND reserved >= 0), 
	CONSTRAINT "ck_order_line_no-more-than-ordered" CHECK (delivered + cancelled <= ordered), 
	CONSTRAINT "ck_order_line_returned-was-delivered" CHECK (returned >= 0 AND returned <= delivered), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_order_line_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_order_line_product ON order_line (product_id, order_id)
--
CREATE INDEX ix_order_line_waiting ON order_line (is_waiting, product_id, id)
--
CREATE TABLE order_amendment (
	order_id BIGINT NOT NULL, 
	number BIGINT NOT NULL, 
	made_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	before TEXT NOT NULL, 
	after TEXT NOT NULL, 
	CONSTRAINT pk_order_amendment PRIMARY KEY (order_id, number), 
	CONSTRAINT fk_order_amendment_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id)
)
--
CREATE TABLE delivery (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	order_id BIGINT NOT NULL, 
	warehouse_id BIGINT NOT NULL, 
	customer_id BIGINT, 
	customer_name TEXT NOT NULL, 
	customer_key VARCHAR COLLATE "C" NOT NULL, 
	deliver_to TEXT NOT NULL, 
	number TEXT, 
	carriage TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	tracking TEXT NOT NULL, 
	planned_on TEXT, 
	shipped_on TEXT, 
	shipped_at TEXT, 
	delivered_on TEXT, 
	received_by TEXT NOT NULL, 
	proof_id BIGINT, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_delivery_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_delivery_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT uq_delivery_number UNIQUE (number), 
	CONSTRAINT fk_delivery_proof_id FOREIGN KEY(proof_id) REFERENCES document (id)
)
--
CREATE INDEX ix_delivery_customer ON delivery (customer_id, id)
--
CREATE INDEX ix_delivery_list ON delivery (state, planned_on, id)
--
CREATE INDEX ix_delivery_order ON delivery (order_id, id)
--
CREATE INDEX ix_delivery_proof ON delivery (proof_id)
--
CREATE TABLE goods_return (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	order_id BIGINT NOT NULL, 
	customer_id BIGINT, 
	customer_name TEXT NOT NULL, 
	customer_key VARCHAR COLLATE "C" NOT NULL, 
	number TEXT, 
	announced_on TEXT, 
	received_on TEXT, 
	decided_on TEXT, 
	reason TEXT NOT NULL, 
	credit_id BIGINT, 
	CONSTRAINT pk_goods_return PRIMARY KEY (id), 
	CONSTRAINT fk_goods_return_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_goods_return_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT uq_goods_return_number UNIQUE (number), 
	CONSTRAINT fk_goods_return_credit_id FOREIGN KEY(credit_id) REFERENCES invoice (id)
)
--
CREATE INDEX ix_goods_return_credit ON goods_return (credit_id)
--
CREATE INDEX ix_goods_return_customer ON goods_return (customer_id, id)
--
CREATE INDEX ix_goods_return_list ON goods_return (state, id)
--
CREATE INDEX ix_goods_return_order ON goods_return (order_id, id)
--
CREATE TABLE plan_period (
	plan_id BIGINT NOT NULL, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	invoice_id BIGINT, 
	order_id BIGINT, 
	CONSTRAINT pk_plan_period PRIMARY KEY (plan_id, begins_on), 
	CONSTRAINT fk_plan_period_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id), 
	CONSTRAINT uq_plan_period_invoice_id UNIQUE (invoice_id), 
	CONSTRAINT fk_plan_period_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT uq_plan_period_order_id UNIQUE (order_id), 
	CONSTRAINT fk_plan_period_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id)
)
--
CREATE TABLE expense_line (
	id BIGINT NOT NULL, 
	claim_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	day TEXT NOT NULL, 
	text TEXT NOT NULL, 
	account_id BIGINT NOT NULL, 
	gross_minor BIGINT NOT NULL, 
	vat_rate BIGINT NOT NULL, 
	vat_minor BIGINT NOT NULL, 
	vat_code TEXT NOT NULL, 
	quantity BIGINT, 
	price BIGINT, 
	tariff TEXT NOT NULL, 
	document_id BIGINT, 
	foreign_minor BIGINT, 
	foreign_currency TEXT NOT NULL, 
	rate_of_exchange BIGINT, 
	reason TEXT NOT NULL, 
	over_limit TEXT NOT NULL, 
	CONSTRAINT pk_expense_line PRIMARY KEY (id), 
	CONSTRAINT uq_expense_line_claim_id_place UNIQUE (claim_id, place), 
	CONSTRAINT "ck_expense_line_vat-within-gross" CHECK (vat_minor BETWEEN 0 AND gross_minor), 
	CONSTRAINT fk_expense_line_claim_id FOREIGN KEY(claim_id) REFERENCES expense_claim (id), 
	CONSTRAINT fk_expense_line_account_id FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_expense_line_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
--
CREATE INDEX ix_expense_line_account ON expense_line (account_id)
--
CREATE INDEX ix_expense_line_document ON expense_line (document_id)
--
CREATE TABLE stock_count_line (
	id BIGINT NOT NULL, 
	count_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	product_id BIGINT NOT NULL, 
	location_id BIGINT NOT NULL, 
	lot_id BIGINT, 
	counted BIGINT, 
	book BIGINT, 
	counted_at TEXT, 
	counted_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	earlier TEXT NOT NULL, 
	CONSTRAINT pk_stock_count_line PRIMARY KEY (id), 
	CONSTRAINT fk_stock_count_line_count_id FOREIGN KEY(count_id) REFERENCES stock_count (id), 
	CONSTRAINT fk_stock_count_line_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_count_line_location_id FOREIGN KEY(location_id) REFERENCES location (id), 
	CONSTRAINT fk_stock_count_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id)
)
--
CREATE INDEX ix_stock_count_line_count ON stock_count_line (count_id, place)
--
CREATE INDEX ix_stock_count_line_spot ON stock_count_line (product_id, location_id)
--
CREATE TABLE stock_layer (
	move_id BIGINT NOT NULL, 
	product_id BIGINT NOT NULL, 
	received_on TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	value_minor BIGINT NOT NULL, 
	left_quantity BIGINT NOT NULL, 
	left_minor BIGINT NOT NULL, 
	CONSTRAINT pk_stock_layer PRIMARY KEY (move_id), 
	CONSTRAINT fk_stock_layer_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id), 
	CONSTRAINT fk_stock_layer_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
--
CREATE INDEX ix_stock_layer_left ON stock_layer (product_id, received_on, move_id)
--
CREATE TABLE stock_value (
	id BIGINT NOT NULL, 
	move_id BIGINT, 
	product_id BIGINT NOT NULL, 
	booked_on TEXT NOT NULL, 
	amount_minor BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	entry_id BIGINT, 
	CONSTRAINT pk_stock_value PRIMARY KEY (id), 
	CONSTRAINT fk_stock_value_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id), 
	CONSTRAINT fk_stock_value_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_value_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
--
CREATE INDEX ix_stock_value_day ON stock_value (booked_on, id)
--
CREATE INDEX ix_stock_value_entry ON stock_value (entry_id)
--
CREATE INDEX ix_stock_value_move ON stock_value (move_id)
--
CREATE INDEX ix_stock_value_product ON stock_value (product_id, booked_on, id)
--
CREATE TABLE direct_delivery (
	id BIGINT NOT NULL, 
	order_line_id BIGINT NOT NULL, 
	supplier_id BIGINT NOT NULL, 
	quantity BIGINT NOT NULL, 
	delivered_on TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	noted_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	CONSTRAINT pk_direct_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_direct_delivery_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_direct_delivery_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
--
CREATE INDEX ix_direct_delivery_line ON direct_delivery (order_line_id)
--
CREATE TABLE delivery_line (
	id BIGINT NOT NULL, 
	delivery_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	order_line_id BIGINT NOT NULL, 
	product_id BIGINT, 
	quantity BIGINT NOT NULL, 
	picked BIGINT NOT NULL, 
	location_id BIGINT, 
	lot_id BIGINT, 
	parcel BIGINT NOT NULL, 
	move_id BIGINT, 
	CONSTRAINT pk_delivery_line PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_line_delivery_id FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_delivery_line_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_delivery_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_delivery_line_location_id FOREIGN KEY(location_id) REFERENCES location (id), 
	CONSTRAINT fk_delivery_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_delivery_line_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id)
)
--
CREATE INDEX ix_delivery_line_delivery ON delivery_line (delivery_id, place)
--
CREATE INDEX ix_delivery_line_move ON delivery_line (move_id)
--
CREATE INDEX ix_delivery_line_order_line ON delivery_line (order_line_id)
--
CREATE TABLE goods_return_line (
	id BIGINT NOT NULL, 
	return_id BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	order_line_id BIGINT NOT NULL, 
	product_id BIGINT NOT NULL, 
	quantity BIGINT NOT NULL, 
	received BIGINT NOT NULL, 
	lot_id BIGINT, 
	finding TEXT NOT NULL, 
	outcome TEXT, 
	location_id BIGINT, 
	is_credited BIGINT NOT NULL, 
	CONSTRAINT pk_goods_return_line PRIMARY KEY (id), 
	CONSTRAINT fk_goods_return_line_return_id FOREIGN KEY(return_id) REFERENCES goods_return (id), 
	CONSTRAINT fk_goods_return_line_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_goods_return_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_goods_return_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_goods_return_line_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
--
CREATE INDEX ix_goods_return_line_order_line ON goods_return_line (order_line_id)
--
CREATE INDEX ix_goods_return_line_return ON goods_return_line (return_id, place)
--
CREATE OR REPLACE FUNCTION guard_against_emptying() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard_against_emptying' USING ERRCODE = '23514'; END $$
--
CREATE OR REPLACE FUNCTION guard_erasure_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_erasure_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_erasure_delete_kept BEFORE DELETE ON erasure FOR EACH ROW EXECUTE FUNCTION guard_erasure_delete_kept()
--
CREATE TRIGGER guard_erasure_delete_kept_all BEFORE TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_erasure_insert_begun() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'ending' THEN RAISE EXCEPTION 'guard_erasure_insert_begun' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_erasure_insert_begun BEFORE INSERT ON erasure FOR EACH ROW EXECUTE FUNCTION guard_erasure_insert_begun()
--
CREATE OR REPLACE FUNCTION guard_erasure_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id IS DISTINCT FROM OLD.id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.record_id IS DISTINCT FROM OLD.record_id OR NEW.erased_on IS DISTINCT FROM OLD.erased_on OR NEW.erased_by IS DISTINCT FROM OLD.erased_by OR NEW.goes IS DISTINCT FROM OLD.goes OR OLD.state = 'ended' AND (NEW.state IS DISTINCT FROM OLD.state OR NEW.kept_until IS DISTINCT FROM OLD.kept_until OR NEW.stays IS DISTINCT FROM OLD.stays OR NEW.ended_on IS DISTINCT FROM OLD.ended_on OR NEW.ended_by IS DISTINCT FROM OLD.ended_by) THEN RAISE EXCEPTION 'guard_erasure_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_erasure_update_kept BEFORE UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION guard_erasure_update_kept()
--
CREATE OR REPLACE FUNCTION guard_erasure_update_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state <> 'kept' AND (NEW.ended_on IS NULL OR NEW.ended_on <= NEW.kept_until) THEN RAISE EXCEPTION 'guard_erasure_update_over' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_erasure_update_over BEFORE UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION guard_erasure_update_over()
--
CREATE OR REPLACE FUNCTION guard_erasure_update_shortened() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.kept_until IS NOT NULL AND (NEW.kept_until IS NULL OR NEW.kept_until < OLD.kept_until) THEN RAISE EXCEPTION 'guard_erasure_update_shortened' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_erasure_update_shortened BEFORE UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION guard_erasure_update_shortened()
--
CREATE OR REPLACE FUNCTION guard_stock_count_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_count_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_stock_count_delete_kept BEFORE DELETE ON stock_count FOR EACH ROW EXECUTE FUNCTION guard_stock_count_delete_kept()
--
CREATE TRIGGER guard_stock_count_delete_kept_all BEFORE TRUNCATE ON stock_count FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_stock_count_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('posted', 'cancelled') THEN RAISE EXCEPTION 'guard_stock_count_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_stock_count_update_kept BEFORE UPDATE ON stock_count FOR EACH ROW EXECUTE FUNCTION guard_stock_count_update_kept()
--
CREATE OR REPLACE FUNCTION guard_stock_count_line_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_count_line_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_stock_count_line_delete_kept BEFORE DELETE ON stock_count_line FOR EACH ROW EXECUTE FUNCTION guard_stock_count_line_delete_kept()
--
CREATE TRIGGER guard_stock_count_line_delete_kept_all BEFORE TRUNCATE ON stock_count_line FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_stock_count_line_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM stock_count AS ended WHERE ended.id = NEW.count_id AND ended.state IN ('posted', 'cancelled')) THEN RAISE EXCEPTION 'guard_stock_count_line_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_stock_count_line_insert_kept BEFORE INSERT ON stock_count_line FOR EACH ROW EXECUTE FUNCTION guard_stock_count_line_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_stock_count_line_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM stock_count AS ended WHERE ended.id = OLD.count_id AND ended.state IN ('posted', 'cancelled')) THEN RAISE EXCEPTION 'guard_stock_count_line_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_stock_count_line_update_kept BEFORE UPDATE ON stock_count_line FOR EACH ROW EXECUTE FUNCTION guard_stock_count_line_update_kept()
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
CREATE OR REPLACE FUNCTION guard_payment_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'reversed' OR NEW.number IS DISTINCT FROM OLD.number OR NEW.direction IS DISTINCT FROM OLD.direction OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.payer IS DISTINCT FROM OLD.payer OR NEW.paid_on IS DISTINCT FROM OLD.paid_on OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.amount_minor IS DISTINCT FROM OLD.amount_minor OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.entry_id IS DISTINCT FROM OLD.entry_id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.text IS DISTINCT FROM OLD.text OR NEW.charges IS DISTINCT FROM OLD.charges) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."direction" IS DISTINCT FROM OLD."direction" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."paid_on" IS DISTINCT FROM OLD."paid_on" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."open_minor" IS DISTINCT FROM OLD."open_minor" OR NEW."account_id" IS DISTINCT FROM OLD."account_id" OR NEW."entry_id" IS DISTINCT FROM OLD."entry_id" OR NEW."charges" IS DISTINCT FROM OLD."charges" OR NEW."reversed_on" IS DISTINCT FROM OLD."reversed_on" OR NEW."exchange_rate" IS DISTINCT FROM OLD."exchange_rate" OR NEW."exchange_day" IS DISTINCT FROM OLD."exchange_day" OR NEW."exchange_source" IS DISTINCT FROM OLD."exchange_source")) THEN RAISE EXCEPTION 'guard_payment_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
CREATE OR REPLACE FUNCTION guard_payment_update_within() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.open_minor NOT BETWEEN 0 AND NEW.amount_minor) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."direction" IS DISTINCT FROM OLD."direction" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."paid_on" IS DISTINCT FROM OLD."paid_on" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."open_minor" IS DISTINCT FROM OLD."open_minor" OR NEW."account_id" IS DISTINCT FROM OLD."account_id" OR NEW."entry_id" IS DISTINCT FROM OLD."entry_id" OR NEW."charges" IS DISTINCT FROM OLD."charges" OR NEW."reversed_on" IS DISTINCT FROM OLD."reversed_on" OR NEW."exchange_rate" IS DISTINCT FROM OLD."exchange_rate" OR NEW."exchange_day" IS DISTINCT FROM OLD."exchange_day" OR NEW."exchange_source" IS DISTINCT FROM OLD."exchange_source")) THEN RAISE EXCEPTION 'guard_payment_update_within' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_payment_update_within BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION guard_payment_update_within()
--
CREATE OR REPLACE FUNCTION guard_quote_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_quote_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_quote_delete_kept BEFORE DELETE ON quote FOR EACH ROW EXECUTE FUNCTION guard_quote_delete_kept()
--
CREATE TRIGGER guard_quote_delete_kept_all BEFORE TRUNCATE ON quote FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_quote_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state <> 'draft' AND (NEW.number IS DISTINCT FROM OLD.number OR NEW.revision IS DISTINCT FROM OLD.revision OR NEW.replaces_id IS DISTINCT FROM OLD.replaces_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.valid_until IS DISTINCT FROM OLD.valid_until OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.offer IS DISTINCT FROM OLD.offer OR NEW.positions IS DISTINCT FROM OLD.positions)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."revision" IS DISTINCT FROM OLD."revision" OR NEW."replaces_id" IS DISTINCT FROM OLD."replaces_id" OR NEW."is_replaced" IS DISTINCT FROM OLD."is_replaced" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."issued_on" IS DISTINCT FROM OLD."issued_on" OR NEW."valid_until" IS DISTINCT FROM OLD."valid_until" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."net_minor" IS DISTINCT FROM OLD."net_minor" OR NEW."gross_minor" IS DISTINCT FROM OLD."gross_minor" OR NEW."chosen" IS DISTINCT FROM OLD."chosen" OR NEW."decided_on" IS DISTINCT FROM OLD."decided_on" OR NEW."invoice_id" IS DISTINCT FROM OLD."invoice_id")) THEN RAISE EXCEPTION 'guard_quote_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_quote_update_kept BEFORE UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION guard_quote_update_kept()
--
CREATE OR REPLACE FUNCTION guard_quote_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state = 'draft' AND OLD.state <> 'draft') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."revision" IS DISTINCT FROM OLD."revision" OR NEW."replaces_id" IS DISTINCT FROM OLD."replaces_id" OR NEW."is_replaced" IS DISTINCT FROM OLD."is_replaced" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."issued_on" IS DISTINCT FROM OLD."issued_on" OR NEW."valid_until" IS DISTINCT FROM OLD."valid_until" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."net_minor" IS DISTINCT FROM OLD."net_minor" OR NEW."gross_minor" IS DISTINCT FROM OLD."gross_minor" OR NEW."chosen" IS DISTINCT FROM OLD."chosen" OR NEW."decided_on" IS DISTINCT FROM OLD."decided_on" OR NEW."invoice_id" IS DISTINCT FROM OLD."invoice_id")) THEN RAISE EXCEPTION 'guard_quote_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
CREATE OR REPLACE FUNCTION guard_withholding_certificate_update_issued() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'voided' OR NEW.number <> OLD.number OR NEW.lines <> OLD.lines OR NEW.payee <> OLD.payee OR NEW.payer <> OLD.payer OR NEW.tax_minor <> OLD.tax_minor) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."side" IS DISTINCT FROM OLD."side" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."form" IS DISTINCT FROM OLD."form" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."tax_minor" IS DISTINCT FROM OLD."tax_minor" OR NEW."borne" IS DISTINCT FROM OLD."borne" OR NEW."book" IS DISTINCT FROM OLD."book" OR NEW."voided_on" IS DISTINCT FROM OLD."voided_on")) THEN RAISE EXCEPTION 'guard_withholding_certificate_update_issued' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_withholding_certificate_update_issued BEFORE UPDATE ON withholding_certificate FOR EACH ROW EXECUTE FUNCTION guard_withholding_certificate_update_issued()
--
CREATE OR REPLACE FUNCTION guard_tax_code_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_tax_code_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_tax_code_delete_kept BEFORE DELETE ON tax_code FOR EACH ROW EXECUTE FUNCTION guard_tax_code_delete_kept()
--
CREATE TRIGGER guard_tax_code_delete_kept_all BEFORE TRUNCATE ON tax_code FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_stock_move_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."product_id" IS DISTINCT FROM OLD."product_id" OR NEW."quantity" IS DISTINCT FROM OLD."quantity" OR NEW."from_id" IS DISTINCT FROM OLD."from_id" OR NEW."to_id" IS DISTINCT FROM OLD."to_id" OR NEW."moved_on" IS DISTINCT FROM OLD."moved_on" OR NEW."made_at" IS DISTINCT FROM OLD."made_at" OR NEW."lot_id" IS DISTINCT FROM OLD."lot_id" OR NEW."source" IS DISTINCT FROM OLD."source" OR NEW."line" IS DISTINCT FROM OLD."line" OR NEW."who" IS DISTINCT FROM OLD."who" OR NEW."reverses_id" IS DISTINCT FROM OLD."reverses_id" OR NEW."value_minor" IS DISTINCT FROM OLD."value_minor" OR NEW."origin_id" IS DISTINCT FROM OLD."origin_id")) THEN RAISE EXCEPTION 'guard_stock_move_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_stock_move_update_kept BEFORE UPDATE ON stock_move FOR EACH ROW EXECUTE FUNCTION guard_stock_move_update_kept()
--
CREATE OR REPLACE FUNCTION guard_stock_move_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_move_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_stock_move_delete_kept BEFORE DELETE ON stock_move FOR EACH ROW EXECUTE FUNCTION guard_stock_move_delete_kept()
--
CREATE TRIGGER guard_stock_move_delete_kept_all BEFORE TRUNCATE ON stock_move FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_stock_value_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_value_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_stock_value_update_kept BEFORE UPDATE ON stock_value FOR EACH ROW EXECUTE FUNCTION guard_stock_value_update_kept()
--
CREATE OR REPLACE FUNCTION guard_stock_value_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_value_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_stock_value_delete_kept BEFORE DELETE ON stock_value FOR EACH ROW EXECUTE FUNCTION guard_stock_value_delete_kept()
--
CREATE TRIGGER guard_stock_value_delete_kept_all BEFORE TRUNCATE ON stock_value FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_lot_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_lot_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_lot_delete_kept BEFORE DELETE ON lot FOR EACH ROW EXECUTE FUNCTION guard_lot_delete_kept()
--
CREATE TRIGGER guard_lot_delete_kept_all BEFORE TRUNCATE ON lot FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_location_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_location_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_location_delete_kept BEFORE DELETE ON location FOR EACH ROW EXECUTE FUNCTION guard_location_delete_kept()
--
CREATE TRIGGER guard_location_delete_kept_all BEFORE TRUNCATE ON location FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_receipt_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_receipt_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_receipt_delete_kept BEFORE DELETE ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_delete_kept()
--
CREATE TRIGGER guard_receipt_delete_kept_all BEFORE TRUNCATE ON receipt FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_leave_entry_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."employee_id" IS DISTINCT FROM OLD."employee_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."days" IS DISTINCT FROM OLD."days" OR NEW."expires_on" IS DISTINCT FROM OLD."expires_on" OR NEW."grant_id" IS DISTINCT FROM OLD."grant_id" OR NEW."request_id" IS DISTINCT FROM OLD."request_id" OR NEW."period" IS DISTINCT FROM OLD."period" OR NEW."recorded_at" IS DISTINCT FROM OLD."recorded_at" OR NEW."who" IS DISTINCT FROM OLD."who")) THEN RAISE EXCEPTION 'guard_leave_entry_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_leave_entry_update_kept BEFORE UPDATE ON leave_entry FOR EACH ROW EXECUTE FUNCTION guard_leave_entry_update_kept()
--
CREATE OR REPLACE FUNCTION guard_leave_entry_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_leave_entry_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_leave_entry_delete_kept BEFORE DELETE ON leave_entry FOR EACH ROW EXECUTE FUNCTION guard_leave_entry_delete_kept()
--
CREATE TRIGGER guard_leave_entry_delete_kept_all BEFORE TRUNCATE ON leave_entry FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_leave_type_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_leave_type_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_leave_type_delete_kept BEFORE DELETE ON leave_type FOR EACH ROW EXECUTE FUNCTION guard_leave_type_delete_kept()
--
CREATE TRIGGER guard_leave_type_delete_kept_all BEFORE TRUNCATE ON leave_type FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_leave_request_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_leave_request_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_leave_request_delete_kept BEFORE DELETE ON leave_request FOR EACH ROW EXECUTE FUNCTION guard_leave_request_delete_kept()
--
CREATE TRIGGER guard_leave_request_delete_kept_all BEFORE TRUNCATE ON leave_request FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_time_week_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'locked') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."employee_id" IS DISTINCT FROM OLD."employee_id" OR NEW."monday" IS DISTINCT FROM OLD."monday" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."due" IS DISTINCT FROM OLD."due" OR NEW."worked" IS DISTINCT FROM OLD."worked" OR NEW."overtime" IS DISTINCT FROM OLD."overtime" OR NEW."submitted_at" IS DISTINCT FROM OLD."submitted_at" OR NEW."submitted_by" IS DISTINCT FROM OLD."submitted_by" OR NEW."decided_at" IS DISTINCT FROM OLD."decided_at" OR NEW."decided_by" IS DISTINCT FROM OLD."decided_by" OR NEW."paid" IS DISTINCT FROM OLD."paid")) THEN RAISE EXCEPTION 'guard_time_week_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_time_week_update_kept BEFORE UPDATE ON time_week FOR EACH ROW EXECUTE FUNCTION guard_time_week_update_kept()
--
CREATE OR REPLACE FUNCTION guard_time_week_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state = 'locked' THEN RAISE EXCEPTION 'guard_time_week_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_time_week_delete_kept BEFORE DELETE ON time_week FOR EACH ROW EXECUTE FUNCTION guard_time_week_delete_kept()
--
CREATE TRIGGER guard_time_week_delete_kept_all BEFORE TRUNCATE ON time_week FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_time_entry_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = NEW.week_id AND week.state = 'locked') THEN RAISE EXCEPTION 'guard_time_entry_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_time_entry_insert_kept BEFORE INSERT ON time_entry FOR EACH ROW EXECUTE FUNCTION guard_time_entry_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_time_entry_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') OR EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = NEW.week_id AND week.state = 'locked')) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."week_id" IS DISTINCT FROM OLD."week_id" OR NEW."employee_id" IS DISTINCT FROM OLD."employee_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."began_at" IS DISTINCT FROM OLD."began_at" OR NEW."ended_at" IS DISTINCT FROM OLD."ended_at" OR NEW."pause" IS DISTINCT FROM OLD."pause" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."is_clocked" IS DISTINCT FROM OLD."is_clocked")) THEN RAISE EXCEPTION 'guard_time_entry_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_time_entry_update_kept BEFORE UPDATE ON time_entry FOR EACH ROW EXECUTE FUNCTION guard_time_entry_update_kept()
--
CREATE OR REPLACE FUNCTION guard_time_entry_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') THEN RAISE EXCEPTION 'guard_time_entry_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_time_entry_delete_kept BEFORE DELETE ON time_entry FOR EACH ROW EXECUTE FUNCTION guard_time_entry_delete_kept()
--
CREATE TRIGGER guard_time_entry_delete_kept_all BEFORE TRUNCATE ON time_entry FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number IS NOT NULL THEN RAISE EXCEPTION 'guard_reminder_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_delete_kept BEFORE DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION guard_reminder_delete_kept()
--
CREATE TRIGGER guard_reminder_delete_kept_all BEFORE TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.number IS NOT NULL AND (NEW.run_id IS DISTINCT FROM OLD.run_id OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.name IS DISTINCT FROM OLD.name OR NEW.currency IS DISTINCT FROM OLD.currency OR NEW.level IS DISTINCT FROM OLD.level OR NEW.language IS DISTINCT FROM OLD.language OR NEW.pay_by IS DISTINCT FROM OLD.pay_by OR NEW.principal_minor IS DISTINCT FROM OLD.principal_minor OR NEW.credit_minor IS DISTINCT FROM OLD.credit_minor OR NEW.interest_minor IS DISTINCT FROM OLD.interest_minor OR NEW.fee_minor IS DISTINCT FROM OLD.fee_minor OR NEW.number IS DISTINCT FROM OLD.number OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.state NOT IN ('issued', 'withdrawn') OR OLD.state = 'withdrawn')) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."run_id" IS DISTINCT FROM OLD."run_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."level" IS DISTINCT FROM OLD."level" OR NEW."wanted_level" IS DISTINCT FROM OLD."wanted_level" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."way" IS DISTINCT FROM OLD."way" OR NEW."pay_by" IS DISTINCT FROM OLD."pay_by" OR NEW."principal_minor" IS DISTINCT FROM OLD."principal_minor" OR NEW."credit_minor" IS DISTINCT FROM OLD."credit_minor" OR NEW."interest_minor" IS DISTINCT FROM OLD."interest_minor" OR NEW."fee_minor" IS DISTINCT FROM OLD."fee_minor" OR NEW."code" IS DISTINCT FROM OLD."code" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."issued_on" IS DISTINCT FROM OLD."issued_on")) THEN RAISE EXCEPTION 'guard_reminder_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_update_kept BEFORE UPDATE ON reminder FOR EACH ROW EXECUTE FUNCTION guard_reminder_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_item_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL) THEN RAISE EXCEPTION 'guard_reminder_item_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_item_delete_kept BEFORE DELETE ON reminder_item FOR EACH ROW EXECUTE FUNCTION guard_reminder_item_delete_kept()
--
CREATE TRIGGER guard_reminder_item_delete_kept_all BEFORE TRUNCATE ON reminder_item FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_reminder_item_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = OLD.reminder_id AND letter.number IS NOT NULL)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."reminder_id" IS DISTINCT FROM OLD."reminder_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."invoice_id" IS DISTINCT FROM OLD."invoice_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."open_minor" IS DISTINCT FROM OLD."open_minor" OR NEW."days" IS DISTINCT FROM OLD."days" OR NEW."interest_minor" IS DISTINCT FROM OLD."interest_minor" OR NEW."fee_minor" IS DISTINCT FROM OLD."fee_minor" OR NEW."level" IS DISTINCT FROM OLD."level" OR NEW."code" IS DISTINCT FROM OLD."code" OR NEW."stood" IS DISTINCT FROM OLD."stood")) THEN RAISE EXCEPTION 'guard_reminder_item_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_item_update_kept BEFORE UPDATE ON reminder_item FOR EACH ROW EXECUTE FUNCTION guard_reminder_item_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_dispatch_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."reminder_id" IS DISTINCT FROM OLD."reminder_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."way" IS DISTINCT FROM OLD."way" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."at" IS DISTINCT FROM OLD."at" OR NEW."who" IS DISTINCT FROM OLD."who" OR NEW."audit_seq" IS DISTINCT FROM OLD."audit_seq")) THEN RAISE EXCEPTION 'guard_reminder_dispatch_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_reminder_dispatch_update_kept BEFORE UPDATE ON reminder_dispatch FOR EACH ROW EXECUTE FUNCTION guard_reminder_dispatch_update_kept()
--
CREATE OR REPLACE FUNCTION guard_reminder_dispatch_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_reminder_dispatch_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_reminder_dispatch_delete_kept BEFORE DELETE ON reminder_dispatch FOR EACH ROW EXECUTE FUNCTION guard_reminder_dispatch_delete_kept()
--
CREATE TRIGGER guard_reminder_dispatch_delete_kept_all BEFORE TRUNCATE ON reminder_dispatch FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_delivery_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_delivery_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_delivery_delete_kept BEFORE DELETE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_delete_kept()
--
CREATE TRIGGER guard_delivery_delete_kept_all BEFORE TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_delivery_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state IN ('shipped', 'delivered') AND (NEW.order_id IS DISTINCT FROM OLD.order_id OR NEW.warehouse_id IS DISTINCT FROM OLD.warehouse_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.deliver_to IS DISTINCT FROM OLD.deliver_to OR NEW.number IS DISTINCT FROM OLD.number OR NEW.planned_on IS DISTINCT FROM OLD.planned_on OR NEW.shipped_on IS DISTINCT FROM OLD.shipped_on OR NEW.shipped_at IS DISTINCT FROM OLD.shipped_at)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."order_id" IS DISTINCT FROM OLD."order_id" OR NEW."warehouse_id" IS DISTINCT FROM OLD."warehouse_id" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."carrier" IS DISTINCT FROM OLD."carrier" OR NEW."planned_on" IS DISTINCT FROM OLD."planned_on" OR NEW."shipped_on" IS DISTINCT FROM OLD."shipped_on" OR NEW."shipped_at" IS DISTINCT FROM OLD."shipped_at" OR NEW."delivered_on" IS DISTINCT FROM OLD."delivered_on" OR NEW."proof_id" IS DISTINCT FROM OLD."proof_id")) THEN RAISE EXCEPTION 'guard_delivery_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_delivery_update_kept BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_update_kept()
--
CREATE OR REPLACE FUNCTION guard_delivery_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state IN ('shipped', 'delivered') AND NOT (NEW.state IN ('shipped', 'delivered')) OR OLD.state = 'delivered' AND NEW.state <> 'delivered' OR OLD.state = 'cancelled' AND NEW.state <> 'cancelled') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."order_id" IS DISTINCT FROM OLD."order_id" OR NEW."warehouse_id" IS DISTINCT FROM OLD."warehouse_id" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."carrier" IS DISTINCT FROM OLD."carrier" OR NEW."planned_on" IS DISTINCT FROM OLD."planned_on" OR NEW."shipped_on" IS DISTINCT FROM OLD."shipped_on" OR NEW."shipped_at" IS DISTINCT FROM OLD."shipped_at" OR NEW."delivered_on" IS DISTINCT FROM OLD."delivered_on" OR NEW."proof_id" IS DISTINCT FROM OLD."proof_id")) THEN RAISE EXCEPTION 'guard_delivery_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_delivery_update_backwards BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_update_backwards()
--
CREATE OR REPLACE FUNCTION guard_delivery_line_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = NEW.delivery_id AND gone.state IN ('shipped', 'delivered')) THEN RAISE EXCEPTION 'guard_delivery_line_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_delivery_line_insert_kept BEFORE INSERT ON delivery_line FOR EACH ROW EXECUTE FUNCTION guard_delivery_line_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_delivery_line_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = OLD.delivery_id AND gone.state IN ('shipped', 'delivered')) THEN RAISE EXCEPTION 'guard_delivery_line_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_delivery_line_update_kept BEFORE UPDATE ON delivery_line FOR EACH ROW EXECUTE FUNCTION guard_delivery_line_update_kept()
--
CREATE OR REPLACE FUNCTION guard_delivery_line_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = OLD.delivery_id AND gone.state IN ('shipped', 'delivered')) THEN RAISE EXCEPTION 'guard_delivery_line_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_delivery_line_delete_kept BEFORE DELETE ON delivery_line FOR EACH ROW EXECUTE FUNCTION guard_delivery_line_delete_kept()
--
CREATE TRIGGER guard_delivery_line_delete_kept_all BEFORE TRUNCATE ON delivery_line FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_goods_return_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_goods_return_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_goods_return_delete_kept BEFORE DELETE ON goods_return FOR EACH ROW EXECUTE FUNCTION guard_goods_return_delete_kept()
--
CREATE TRIGGER guard_goods_return_delete_kept_all BEFORE TRUNCATE ON goods_return FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_goods_return_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state IN ('decided', 'cancelled') AND NEW.state <> OLD.state) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."order_id" IS DISTINCT FROM OLD."order_id" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."announced_on" IS DISTINCT FROM OLD."announced_on" OR NEW."received_on" IS DISTINCT FROM OLD."received_on" OR NEW."decided_on" IS DISTINCT FROM OLD."decided_on" OR NEW."credit_id" IS DISTINCT FROM OLD."credit_id")) THEN RAISE EXCEPTION 'guard_goods_return_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_goods_return_update_backwards BEFORE UPDATE ON goods_return FOR EACH ROW EXECUTE FUNCTION guard_goods_return_update_backwards()
--
CREATE OR REPLACE FUNCTION guard_document_update_held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state IN ('trashed', 'disposed') AND NEW.state <> OLD.state AND EXISTS (SELECT 1 FROM legal_hold AS hold WHERE hold.lifted_at IS NULL AND (hold.contact_id = OLD.correspondent_id OR hold.type_id = OLD.type_id OR hold.contact_id = NEW.correspondent_id OR hold.type_id = NEW.type_id OR EXISTS (SELECT 1 FROM legal_hold_document AS named WHERE named.hold_id = hold.id AND named.document_id = NEW.id)))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_held' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_held BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_held()
--
CREATE OR REPLACE FUNCTION guard_document_update_kept_held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF ((NEW.correspondent_id IS DISTINCT FROM OLD.correspondent_id OR NEW.type_id IS DISTINCT FROM OLD.type_id) AND EXISTS (SELECT 1 FROM legal_hold AS hold WHERE hold.lifted_at IS NULL AND (hold.contact_id = OLD.correspondent_id OR hold.type_id = OLD.type_id) AND (hold.contact_id = NEW.correspondent_id OR hold.type_id = NEW.type_id) IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM legal_hold_document AS named WHERE named.hold_id = hold.id AND named.document_id = NEW.id))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_kept_held' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_kept_held BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_kept_held()
--
CREATE OR REPLACE FUNCTION guard_document_update_certified() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state = 'disposed' AND OLD.state <> 'disposed' AND NOT EXISTS (SELECT 1 FROM disposal_item AS item JOIN disposal AS list ON list.id = item.disposal_id WHERE item.document_id = NEW.id AND item.fate = 'destroyed' AND list.state = 'under-way' AND (item.kept_until IS NULL OR item.kept_until < list.begun_on))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_certified' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_certified BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_certified()
--
CREATE OR REPLACE FUNCTION guard_document_update_disposed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'disposed' AND NEW.state <> 'disposed') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_disposed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_disposed BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_disposed()
--
CREATE OR REPLACE FUNCTION guard_document_insert_disposed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'disposed' THEN RAISE EXCEPTION 'guard_document_insert_disposed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_insert_disposed BEFORE INSERT ON document FOR EACH ROW EXECUTE FUNCTION guard_document_insert_disposed()
--
CREATE OR REPLACE FUNCTION guard_document_update_sealed_card() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.is_sealed = 1 AND ((OLD.day IS NOT NULL AND NEW.day IS DISTINCT FROM OLD.day) OR (OLD.type_id IS NOT NULL AND NEW.type_id IS DISTINCT FROM OLD.type_id))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_sealed_card' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_sealed_card BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_sealed_card()
--
CREATE OR REPLACE FUNCTION guard_legal_hold_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_legal_hold_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_legal_hold_delete_kept BEFORE DELETE ON legal_hold FOR EACH ROW EXECUTE FUNCTION guard_legal_hold_delete_kept()
--
CREATE TRIGGER guard_legal_hold_delete_kept_all BEFORE TRUNCATE ON legal_hold FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_legal_hold_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.lifted_at IS NOT NULL OR NEW.contact_id IS DISTINCT FROM OLD.contact_id OR NEW.type_id IS DISTINCT FROM OLD.type_id OR NEW.placed_at <> OLD.placed_at THEN RAISE EXCEPTION 'guard_legal_hold_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_legal_hold_update_kept BEFORE UPDATE ON legal_hold FOR EACH ROW EXECUTE FUNCTION guard_legal_hold_update_kept()
--
CREATE OR REPLACE FUNCTION guard_legal_hold_document_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_legal_hold_document_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_legal_hold_document_update_kept BEFORE UPDATE ON legal_hold_document FOR EACH ROW EXECUTE FUNCTION guard_legal_hold_document_update_kept()
--
CREATE OR REPLACE FUNCTION guard_legal_hold_document_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_legal_hold_document_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_legal_hold_document_delete_kept BEFORE DELETE ON legal_hold_document FOR EACH ROW EXECUTE FUNCTION guard_legal_hold_document_delete_kept()
--
CREATE TRIGGER guard_legal_hold_document_delete_kept_all BEFORE TRUNCATE ON legal_hold_document FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_disposal_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_disposal_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_disposal_delete_kept BEFORE DELETE ON disposal FOR EACH ROW EXECUTE FUNCTION guard_disposal_delete_kept()
--
CREATE TRIGGER guard_disposal_delete_kept_all BEFORE TRUNCATE ON disposal FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_disposal_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('done', 'dropped') THEN RAISE EXCEPTION 'guard_disposal_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_disposal_update_kept BEFORE UPDATE ON disposal FOR EACH ROW EXECUTE FUNCTION guard_disposal_update_kept()
--
CREATE OR REPLACE FUNCTION guard_disposal_item_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM disposal AS list WHERE list.id = NEW.disposal_id AND list.state <> 'proposed') THEN RAISE EXCEPTION 'guard_disposal_item_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_disposal_item_insert_kept BEFORE INSERT ON disposal_item FOR EACH ROW EXECUTE FUNCTION guard_disposal_item_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_disposal_item_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (EXISTS (SELECT 1 FROM disposal AS list WHERE list.id = OLD.disposal_id AND list.state IN ('under-way', 'done', 'dropped'))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."disposal_id" IS DISTINCT FROM OLD."disposal_id" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."type_code" IS DISTINCT FROM OLD."type_code" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."kept_until" IS DISTINCT FROM OLD."kept_until" OR NEW."ground" IS DISTINCT FROM OLD."ground" OR NEW."fate" IS DISTINCT FROM OLD."fate" OR NEW."by" IS DISTINCT FROM OLD."by")) THEN RAISE EXCEPTION 'guard_disposal_item_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_disposal_item_update_kept BEFORE UPDATE ON disposal_item FOR EACH ROW EXECUTE FUNCTION guard_disposal_item_update_kept()
--
CREATE OR REPLACE FUNCTION guard_disposal_item_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_disposal_item_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_disposal_item_delete_kept BEFORE DELETE ON disposal_item FOR EACH ROW EXECUTE FUNCTION guard_disposal_item_delete_kept()
--
CREATE TRIGGER guard_disposal_item_delete_kept_all BEFORE TRUNCATE ON disposal_item FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_letter_in_delete_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number IS NOT NULL THEN RAISE EXCEPTION 'guard_letter_in_delete_numbered' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_letter_in_delete_numbered BEFORE DELETE ON letter_in FOR EACH ROW EXECUTE FUNCTION guard_letter_in_delete_numbered()
--
CREATE TRIGGER guard_letter_in_delete_numbered_all BEFORE TRUNCATE ON letter_in FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_letter_in_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.number IS NOT NULL AND (NEW.number IS DISTINCT FROM OLD.number OR NEW.state = 'received')) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."received_on" IS DISTINCT FROM OLD."received_on" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."written_on" IS DISTINCT FROM OLD."written_on" OR NEW."sender_id" IS DISTINCT FROM OLD."sender_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."via" IS DISTINCT FROM OLD."via" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."reply_days" IS DISTINCT FROM OLD."reply_days" OR NEW."reply_by" IS DISTINCT FROM OLD."reply_by" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."answers" IS DISTINCT FROM OLD."answers")) THEN RAISE EXCEPTION 'guard_letter_in_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_in_update_kept BEFORE UPDATE ON letter_in FOR EACH ROW EXECUTE FUNCTION guard_letter_in_update_kept()
--
CREATE OR REPLACE FUNCTION guard_letter_in_insert_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state <> 'received' AND NEW.number IS NULL THEN RAISE EXCEPTION 'guard_letter_in_insert_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_in_insert_numbered BEFORE INSERT ON letter_in FOR EACH ROW EXECUTE FUNCTION guard_letter_in_insert_numbered()
--
CREATE OR REPLACE FUNCTION guard_letter_in_update_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state <> 'received' AND NEW.number IS NULL) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."received_on" IS DISTINCT FROM OLD."received_on" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."written_on" IS DISTINCT FROM OLD."written_on" OR NEW."sender_id" IS DISTINCT FROM OLD."sender_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."via" IS DISTINCT FROM OLD."via" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."reply_days" IS DISTINCT FROM OLD."reply_days" OR NEW."reply_by" IS DISTINCT FROM OLD."reply_by" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."answers" IS DISTINCT FROM OLD."answers")) THEN RAISE EXCEPTION 'guard_letter_in_update_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_in_update_numbered BEFORE UPDATE ON letter_in FOR EACH ROW EXECUTE FUNCTION guard_letter_in_update_numbered()
--
CREATE OR REPLACE FUNCTION guard_letter_in_update_filed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state = 'filed' AND NEW.state <> 'filed') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."received_on" IS DISTINCT FROM OLD."received_on" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."written_on" IS DISTINCT FROM OLD."written_on" OR NEW."sender_id" IS DISTINCT FROM OLD."sender_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."via" IS DISTINCT FROM OLD."via" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."reply_days" IS DISTINCT FROM OLD."reply_days" OR NEW."reply_by" IS DISTINCT FROM OLD."reply_by" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."answers" IS DISTINCT FROM OLD."answers")) THEN RAISE EXCEPTION 'guard_letter_in_update_filed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_in_update_filed BEFORE UPDATE ON letter_in FOR EACH ROW EXECUTE FUNCTION guard_letter_in_update_filed()
--
CREATE OR REPLACE FUNCTION guard_letter_out_delete_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.number IS NOT NULL THEN RAISE EXCEPTION 'guard_letter_out_delete_numbered' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_letter_out_delete_numbered BEFORE DELETE ON letter_out FOR EACH ROW EXECUTE FUNCTION guard_letter_out_delete_numbered()
--
CREATE TRIGGER guard_letter_out_delete_numbered_all BEFORE TRUNCATE ON letter_out FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_letter_out_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.number IS NOT NULL AND (NEW.language IS DISTINCT FROM OLD.language OR NEW.thread_id IS DISTINCT FROM OLD.thread_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.dated_on IS DISTINCT FROM OLD.dated_on OR NEW.addressee_id IS DISTINCT FROM OLD.addressee_id OR NEW.addressee_name IS DISTINCT FROM OLD.addressee_name OR NEW.addressee_key IS DISTINCT FROM OLD.addressee_key OR NEW.subject IS DISTINCT FROM OLD.subject OR NEW.type_id IS DISTINCT FROM OLD.type_id OR NEW.channel IS DISTINCT FROM OLD.channel OR NEW.signatory_id IS DISTINCT FROM OLD.signatory_id OR NEW.layout IS DISTINCT FROM OLD.layout OR NEW.our_reference IS DISTINCT FROM OLD.our_reference OR NEW.your_reference IS DISTINCT FROM OLD.your_reference OR NEW.template_id IS DISTINCT FROM OLD.template_id OR NEW.run_id IS DISTINCT FROM OLD.run_id OR NEW.answers IS DISTINCT FROM OLD.answers OR NEW.document_id IS DISTINCT FROM OLD.document_id OR NEW.written_by IS DISTINCT FROM OLD.written_by OR NEW.approved_by IS DISTINCT FROM OLD.approved_by OR NEW.enclosures IS DISTINCT FROM OLD.enclosures OR NEW.attachments IS DISTINCT FROM OLD.attachments OR NEW.copies_to IS DISTINCT FROM OLD.copies_to OR NEW.addressee IS DISTINCT FROM OLD.addressee OR NEW.body IS DISTINCT FROM OLD.body)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."dated_on" IS DISTINCT FROM OLD."dated_on" OR NEW."addressee_id" IS DISTINCT FROM OLD."addressee_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."channel" IS DISTINCT FROM OLD."channel" OR NEW."signatory_id" IS DISTINCT FROM OLD."signatory_id" OR NEW."layout" IS DISTINCT FROM OLD."layout" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."template_id" IS DISTINCT FROM OLD."template_id" OR NEW."run_id" IS DISTINCT FROM OLD."run_id" OR NEW."answers" IS DISTINCT FROM OLD."answers" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."written_by" IS DISTINCT FROM OLD."written_by" OR NEW."approved_by" IS DISTINCT FROM OLD."approved_by")) THEN RAISE EXCEPTION 'guard_letter_out_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_out_update_kept BEFORE UPDATE ON letter_out FOR EACH ROW EXECUTE FUNCTION guard_letter_out_update_kept()
--
CREATE OR REPLACE FUNCTION guard_letter_out_insert_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state IN ('issued', 'sent', 'filed', 'voided') AND (NEW.number IS NULL OR NEW.document_id IS NULL) THEN RAISE EXCEPTION 'guard_letter_out_insert_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_out_insert_numbered BEFORE INSERT ON letter_out FOR EACH ROW EXECUTE FUNCTION guard_letter_out_insert_numbered()
--
CREATE OR REPLACE FUNCTION guard_letter_out_update_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state IN ('issued', 'sent', 'filed', 'voided') AND (NEW.number IS NULL OR NEW.document_id IS NULL)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."dated_on" IS DISTINCT FROM OLD."dated_on" OR NEW."addressee_id" IS DISTINCT FROM OLD."addressee_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."channel" IS DISTINCT FROM OLD."channel" OR NEW."signatory_id" IS DISTINCT FROM OLD."signatory_id" OR NEW."layout" IS DISTINCT FROM OLD."layout" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."template_id" IS DISTINCT FROM OLD."template_id" OR NEW."run_id" IS DISTINCT FROM OLD."run_id" OR NEW."answers" IS DISTINCT FROM OLD."answers" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."written_by" IS DISTINCT FROM OLD."written_by" OR NEW."approved_by" IS DISTINCT FROM OLD."approved_by")) THEN RAISE EXCEPTION 'guard_letter_out_update_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_out_update_numbered BEFORE UPDATE ON letter_out FOR EACH ROW EXECUTE FUNCTION guard_letter_out_update_numbered()
--
CREATE OR REPLACE FUNCTION guard_letter_out_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.number IS NOT NULL AND NEW.state <> OLD.state AND (NEW.state NOT IN ('sent', 'filed', 'voided') OR OLD.state IN ('filed', 'voided') OR (NEW.state = 'voided' AND OLD.state <> 'issued') OR (NEW.state = 'filed' AND OLD.state <> 'sent'))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."dated_on" IS DISTINCT FROM OLD."dated_on" OR NEW."addressee_id" IS DISTINCT FROM OLD."addressee_id" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."channel" IS DISTINCT FROM OLD."channel" OR NEW."signatory_id" IS DISTINCT FROM OLD."signatory_id" OR NEW."layout" IS DISTINCT FROM OLD."layout" OR NEW."responsible" IS DISTINCT FROM OLD."responsible" OR NEW."template_id" IS DISTINCT FROM OLD."template_id" OR NEW."run_id" IS DISTINCT FROM OLD."run_id" OR NEW."answers" IS DISTINCT FROM OLD."answers" OR NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."written_by" IS DISTINCT FROM OLD."written_by" OR NEW."approved_by" IS DISTINCT FROM OLD."approved_by")) THEN RAISE EXCEPTION 'guard_letter_out_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_out_update_backwards BEFORE UPDATE ON letter_out FOR EACH ROW EXECUTE FUNCTION guard_letter_out_update_backwards()
--
CREATE OR REPLACE FUNCTION guard_letter_dispatch_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."letter_id" IS DISTINCT FROM OLD."letter_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."channel" IS DISTINCT FROM OLD."channel" OR NEW."at" IS DISTINCT FROM OLD."at" OR NEW."who" IS DISTINCT FROM OLD."who" OR NEW."postage_minor" IS DISTINCT FROM OLD."postage_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."audit_seq" IS DISTINCT FROM OLD."audit_seq")) THEN RAISE EXCEPTION 'guard_letter_dispatch_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_letter_dispatch_update_kept BEFORE UPDATE ON letter_dispatch FOR EACH ROW EXECUTE FUNCTION guard_letter_dispatch_update_kept()
--
CREATE OR REPLACE FUNCTION guard_letter_dispatch_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_letter_dispatch_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_letter_dispatch_delete_kept BEFORE DELETE ON letter_dispatch FOR EACH ROW EXECUTE FUNCTION guard_letter_dispatch_delete_kept()
--
CREATE TRIGGER guard_letter_dispatch_delete_kept_all BEFORE TRUNCATE ON letter_dispatch FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_mail_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state <> 'draft' THEN RAISE EXCEPTION 'guard_mail_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_mail_delete_kept BEFORE DELETE ON mail FOR EACH ROW EXECUTE FUNCTION guard_mail_delete_kept()
--
CREATE TRIGGER guard_mail_delete_kept_all BEFORE TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_mail_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF ((OLD.state = 'sent' OR OLD.state IN ('received', 'handled')) AND ((NEW.state <> OLD.state AND NOT (OLD.state IN ('received', 'handled') AND NEW.state IN ('received', 'handled'))) OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.message_id IS DISTINCT FROM OLD.message_id OR NEW.subject IS DISTINCT FROM OLD.subject OR NEW.sender IS DISTINCT FROM OLD.sender OR NEW.text IS DISTINCT FROM OLD.text OR NEW.at IS DISTINCT FROM OLD.at)) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."at" IS DISTINCT FROM OLD."at" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."account_id" IS DISTINCT FROM OLD."account_id" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."letter_id" IS DISTINCT FROM OLD."letter_id" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."attempts" IS DISTINCT FROM OLD."attempts" OR NEW."not_before" IS DISTINCT FROM OLD."not_before" OR NEW."code" IS DISTINCT FROM OLD."code" OR NEW."handled_by" IS DISTINCT FROM OLD."handled_by" OR NEW."handled_at" IS DISTINCT FROM OLD."handled_at")) THEN RAISE EXCEPTION 'guard_mail_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_mail_update_kept BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION guard_mail_update_kept()
--
CREATE OR REPLACE FUNCTION guard_mail_update_handled() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state = 'handled' AND (NEW.handled_at IS NULL OR NOT OLD.state IN ('received', 'handled'))) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."at" IS DISTINCT FROM OLD."at" OR NEW."thread_id" IS DISTINCT FROM OLD."thread_id" OR NEW."account_id" IS DISTINCT FROM OLD."account_id" OR NEW."contact_id" IS DISTINCT FROM OLD."contact_id" OR NEW."letter_id" IS DISTINCT FROM OLD."letter_id" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."attempts" IS DISTINCT FROM OLD."attempts" OR NEW."not_before" IS DISTINCT FROM OLD."not_before" OR NEW."code" IS DISTINCT FROM OLD."code" OR NEW."handled_by" IS DISTINCT FROM OLD."handled_by" OR NEW."handled_at" IS DISTINCT FROM OLD."handled_at")) THEN RAISE EXCEPTION 'guard_mail_update_handled' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_mail_update_handled BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION guard_mail_update_handled()
--
CREATE OR REPLACE FUNCTION guard_audit_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_audit_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_audit_update_kept BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION guard_audit_update_kept()
--
CREATE OR REPLACE FUNCTION guard_audit_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_audit_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_audit_delete_kept BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION guard_audit_delete_kept()
--
CREATE TRIGGER guard_audit_delete_kept_all BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_audit_record_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_audit_record_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_audit_record_update_kept BEFORE UPDATE ON audit_record FOR EACH ROW EXECUTE FUNCTION guard_audit_record_update_kept()
--
CREATE OR REPLACE FUNCTION guard_audit_record_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_audit_record_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_audit_record_delete_kept BEFORE DELETE ON audit_record FOR EACH ROW EXECUTE FUNCTION guard_audit_record_delete_kept()
--
CREATE TRIGGER guard_audit_record_delete_kept_all BEFORE TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_day_closing_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_day_closing_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_day_closing_update_kept BEFORE UPDATE ON day_closing FOR EACH ROW EXECUTE FUNCTION guard_day_closing_update_kept()
--
CREATE OR REPLACE FUNCTION guard_day_closing_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_day_closing_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_day_closing_delete_kept BEFORE DELETE ON day_closing FOR EACH ROW EXECUTE FUNCTION guard_day_closing_delete_kept()
--
CREATE TRIGGER guard_day_closing_delete_kept_all BEFORE TRUNCATE ON day_closing FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_archive_file_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."media_type" IS DISTINCT FROM OLD."media_type" OR NEW."size" IS DISTINCT FROM OLD."size" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."source" IS DISTINCT FROM OLD."source" OR NEW."filed_at" IS DISTINCT FROM OLD."filed_at" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed")) THEN RAISE EXCEPTION 'guard_archive_file_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_archive_file_update_kept BEFORE UPDATE ON archive_file FOR EACH ROW EXECUTE FUNCTION guard_archive_file_update_kept()
--
CREATE OR REPLACE FUNCTION guard_archive_file_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_archive_file_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_archive_file_delete_kept BEFORE DELETE ON archive_file FOR EACH ROW EXECUTE FUNCTION guard_archive_file_delete_kept()
--
CREATE TRIGGER guard_archive_file_delete_kept_all BEFORE TRUNCATE ON archive_file FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_document_version_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."document_id" IS DISTINCT FROM OLD."document_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."made_at" IS DISTINCT FROM OLD."made_at" OR NEW."made_by" IS DISTINCT FROM OLD."made_by")) THEN RAISE EXCEPTION 'guard_document_version_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_version_update_kept BEFORE UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION guard_document_version_update_kept()
--
CREATE OR REPLACE FUNCTION guard_document_version_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_document_version_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_document_version_delete_kept BEFORE DELETE ON document_version FOR EACH ROW EXECUTE FUNCTION guard_document_version_delete_kept()
--
CREATE TRIGGER guard_document_version_delete_kept_all BEFORE TRUNCATE ON document_version FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_order_amendment_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."order_id" IS DISTINCT FROM OLD."order_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."made_at" IS DISTINCT FROM OLD."made_at" OR NEW."who" IS DISTINCT FROM OLD."who")) THEN RAISE EXCEPTION 'guard_order_amendment_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_order_amendment_update_kept BEFORE UPDATE ON order_amendment FOR EACH ROW EXECUTE FUNCTION guard_order_amendment_update_kept()
--
CREATE OR REPLACE FUNCTION guard_order_amendment_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_order_amendment_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_order_amendment_delete_kept BEFORE DELETE ON order_amendment FOR EACH ROW EXECUTE FUNCTION guard_order_amendment_delete_kept()
--
CREATE TRIGGER guard_order_amendment_delete_kept_all BEFORE TRUNCATE ON order_amendment FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_document_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_document_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_document_delete_kept BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_delete_kept()
--
CREATE TRIGGER guard_document_delete_kept_all BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_document_update_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.is_sealed = 1 AND (NEW.is_sealed = 0 OR NEW.file_id <> OLD.file_id OR NEW.state = 'trashed')) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."file_id" IS DISTINCT FROM OLD."file_id" OR NEW."received_at" IS DISTINCT FROM OLD."received_at" OR NEW."type_id" IS DISTINCT FROM OLD."type_id" OR NEW."correspondent_id" IS DISTINCT FROM OLD."correspondent_id" OR NEW."day" IS DISTINCT FROM OLD."day" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."serial" IS DISTINCT FROM OLD."serial" OR NEW."binder" IS DISTINCT FROM OLD."binder" OR NEW."stage" IS DISTINCT FROM OLD."stage" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."event_on" IS DISTINCT FROM OLD."event_on" OR NEW."is_sealed" IS DISTINCT FROM OLD."is_sealed" OR NEW."locked_by" IS DISTINCT FROM OLD."locked_by" OR NEW."trashed_at" IS DISTINCT FROM OLD."trashed_at" OR NEW."restores" IS DISTINCT FROM OLD."restores")) THEN RAISE EXCEPTION 'guard_document_update_sealed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_update_sealed BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document_update_sealed()
--
CREATE OR REPLACE FUNCTION guard_document_version_insert_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM document AS sealed WHERE sealed.id = NEW.document_id AND sealed.is_sealed = 1) THEN RAISE EXCEPTION 'guard_document_version_insert_sealed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_document_version_insert_sealed BEFORE INSERT ON document_version FOR EACH ROW EXECUTE FUNCTION guard_document_version_insert_sealed()
--
CREATE OR REPLACE FUNCTION guard_journal_entry_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."journal" IS DISTINCT FROM OLD."journal" OR NEW."booked_on" IS DISTINCT FROM OLD."booked_on" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."source" IS DISTINCT FROM OLD."source")) THEN RAISE EXCEPTION 'guard_journal_entry_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_journal_entry_update_kept BEFORE UPDATE ON journal_entry FOR EACH ROW EXECUTE FUNCTION guard_journal_entry_update_kept()
--
CREATE OR REPLACE FUNCTION guard_journal_entry_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_journal_entry_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_journal_entry_delete_kept BEFORE DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION guard_journal_entry_delete_kept()
--
CREATE TRIGGER guard_journal_entry_delete_kept_all BEFORE TRUNCATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_journal_posting_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (1 = 1) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."entry_id" IS DISTINCT FROM OLD."entry_id" OR NEW."account_id" IS DISTINCT FROM OLD."account_id" OR NEW."booked_on" IS DISTINCT FROM OLD."booked_on" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."vat" IS DISTINCT FROM OLD."vat")) THEN RAISE EXCEPTION 'guard_journal_posting_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_journal_posting_update_kept BEFORE UPDATE ON journal_posting FOR EACH ROW EXECUTE FUNCTION guard_journal_posting_update_kept()
--
CREATE OR REPLACE FUNCTION guard_journal_posting_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_journal_posting_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_journal_posting_delete_kept BEFORE DELETE ON journal_posting FOR EACH ROW EXECUTE FUNCTION guard_journal_posting_delete_kept()
--
CREATE TRIGGER guard_journal_posting_delete_kept_all BEFORE TRUNCATE ON journal_posting FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_number_taken_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_number_taken_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_number_taken_update_kept BEFORE UPDATE ON number_taken FOR EACH ROW EXECUTE FUNCTION guard_number_taken_update_kept()
--
CREATE OR REPLACE FUNCTION guard_number_taken_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_number_taken_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_number_taken_delete_kept BEFORE DELETE ON number_taken FOR EACH ROW EXECUTE FUNCTION guard_number_taken_delete_kept()
--
CREATE TRIGGER guard_number_taken_delete_kept_all BEFORE TRUNCATE ON number_taken FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_invoice_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.state <> 'draft') AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."issued_on" IS DISTINCT FROM OLD."issued_on" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."delivered_on" IS DISTINCT FROM OLD."delivered_on" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."net_minor" IS DISTINCT FROM OLD."net_minor" OR NEW."tax_minor" IS DISTINCT FROM OLD."tax_minor" OR NEW."gross_minor" IS DISTINCT FROM OLD."gross_minor" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."terms_days" IS DISTINCT FROM OLD."terms_days" OR NEW."discount_percent" IS DISTINCT FROM OLD."discount_percent" OR NEW."discount_amount" IS DISTINCT FROM OLD."discount_amount" OR NEW."is_gross" IS DISTINCT FROM OLD."is_gross" OR NEW."copied_from" IS DISTINCT FROM OLD."copied_from" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."origin_id" IS DISTINCT FROM OLD."origin_id" OR NEW."origin_number" IS DISTINCT FROM OLD."origin_number" OR NEW."origin_day" IS DISTINCT FROM OLD."origin_day" OR NEW."period_from" IS DISTINCT FROM OLD."period_from" OR NEW."period_to" IS DISTINCT FROM OLD."period_to" OR NEW."early_days" IS DISTINCT FROM OLD."early_days" OR NEW."early_percent" IS DISTINCT FROM OLD."early_percent" OR NEW."exchange_rate" IS DISTINCT FROM OLD."exchange_rate" OR NEW."exchange_day" IS DISTINCT FROM OLD."exchange_day" OR NEW."exchange_source" IS DISTINCT FROM OLD."exchange_source" OR NEW."eformat" IS DISTINCT FROM OLD."eformat" OR NEW."rest" IS DISTINCT FROM OLD."rest" OR NEW."layout_id" IS DISTINCT FROM OLD."layout_id" OR NEW."project_id" IS DISTINCT FROM OLD."project_id" OR NEW."deducted" IS DISTINCT FROM OLD."deducted")) THEN RAISE EXCEPTION 'guard_invoice_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_update_kept BEFORE UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice_update_kept()
--
CREATE OR REPLACE FUNCTION guard_invoice_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state <> 'draft' THEN RAISE EXCEPTION 'guard_invoice_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_invoice_delete_kept BEFORE DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice_delete_kept()
--
CREATE TRIGGER guard_invoice_delete_kept_all BEFORE TRUNCATE ON invoice FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
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
--
CREATE OR REPLACE FUNCTION guard_invoice_insert_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'issued' AND NEW.number IS NULL THEN RAISE EXCEPTION 'guard_invoice_insert_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_insert_numbered BEFORE INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice_insert_numbered()
--
CREATE OR REPLACE FUNCTION guard_invoice_update_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.state = 'issued' AND NEW.number IS NULL) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."version" IS DISTINCT FROM OLD."version" OR NEW."state" IS DISTINCT FROM OLD."state" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."issued_on" IS DISTINCT FROM OLD."issued_on" OR NEW."due_on" IS DISTINCT FROM OLD."due_on" OR NEW."delivered_on" IS DISTINCT FROM OLD."delivered_on" OR NEW."currency" IS DISTINCT FROM OLD."currency" OR NEW."net_minor" IS DISTINCT FROM OLD."net_minor" OR NEW."tax_minor" IS DISTINCT FROM OLD."tax_minor" OR NEW."gross_minor" IS DISTINCT FROM OLD."gross_minor" OR NEW."language" IS DISTINCT FROM OLD."language" OR NEW."terms_days" IS DISTINCT FROM OLD."terms_days" OR NEW."discount_percent" IS DISTINCT FROM OLD."discount_percent" OR NEW."discount_amount" IS DISTINCT FROM OLD."discount_amount" OR NEW."is_gross" IS DISTINCT FROM OLD."is_gross" OR NEW."copied_from" IS DISTINCT FROM OLD."copied_from" OR NEW."kind" IS DISTINCT FROM OLD."kind" OR NEW."origin_id" IS DISTINCT FROM OLD."origin_id" OR NEW."origin_number" IS DISTINCT FROM OLD."origin_number" OR NEW."origin_day" IS DISTINCT FROM OLD."origin_day" OR NEW."period_from" IS DISTINCT FROM OLD."period_from" OR NEW."period_to" IS DISTINCT FROM OLD."period_to" OR NEW."early_days" IS DISTINCT FROM OLD."early_days" OR NEW."early_percent" IS DISTINCT FROM OLD."early_percent" OR NEW."exchange_rate" IS DISTINCT FROM OLD."exchange_rate" OR NEW."exchange_day" IS DISTINCT FROM OLD."exchange_day" OR NEW."exchange_source" IS DISTINCT FROM OLD."exchange_source" OR NEW."eformat" IS DISTINCT FROM OLD."eformat" OR NEW."rest" IS DISTINCT FROM OLD."rest" OR NEW."layout_id" IS DISTINCT FROM OLD."layout_id" OR NEW."project_id" IS DISTINCT FROM OLD."project_id" OR NEW."deducted" IS DISTINCT FROM OLD."deducted")) THEN RAISE EXCEPTION 'guard_invoice_update_numbered' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_update_numbered BEFORE UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice_update_numbered()
--
CREATE OR REPLACE FUNCTION guard_invoice_line_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft') THEN RAISE EXCEPTION 'guard_invoice_line_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_line_insert_kept BEFORE INSERT ON invoice_line FOR EACH ROW EXECUTE FUNCTION guard_invoice_line_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_invoice_line_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') OR EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft')) AND NOT (EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending') AND NOT (NEW."invoice_id" IS DISTINCT FROM OLD."invoice_id" OR NEW."position" IS DISTINCT FROM OLD."position" OR NEW."quantity" IS DISTINCT FROM OLD."quantity" OR NEW."unit" IS DISTINCT FROM OLD."unit" OR NEW."price" IS DISTINCT FROM OLD."price" OR NEW."vat" IS DISTINCT FROM OLD."vat" OR NEW."rate" IS DISTINCT FROM OLD."rate" OR NEW."category" IS DISTINCT FROM OLD."category" OR NEW."discount_percent" IS DISTINCT FROM OLD."discount_percent" OR NEW."discount_amount" IS DISTINCT FROM OLD."discount_amount" OR NEW."product_id" IS DISTINCT FROM OLD."product_id" OR NEW."delivered_on" IS DISTINCT FROM OLD."delivered_on" OR NEW."customer_id" IS DISTINCT FROM OLD."customer_id" OR NEW."credits" IS DISTINCT FROM OLD."credits" OR NEW."is_reduction" IS DISTINCT FROM OLD."is_reduction" OR NEW."deducts" IS DISTINCT FROM OLD."deducts" OR NEW."order_line_id" IS DISTINCT FROM OLD."order_line_id")) THEN RAISE EXCEPTION 'guard_invoice_line_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_invoice_line_update_kept BEFORE UPDATE ON invoice_line FOR EACH ROW EXECUTE FUNCTION guard_invoice_line_update_kept()
--
CREATE OR REPLACE FUNCTION guard_invoice_line_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') THEN RAISE EXCEPTION 'guard_invoice_line_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_invoice_line_delete_kept BEFORE DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION guard_invoice_line_delete_kept()
--
CREATE TRIGGER guard_invoice_line_delete_kept_all BEFORE TRUNCATE ON invoice_line FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_journal_posting_insert_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM journal_entry AS posted WHERE posted.id = NEW.entry_id) THEN RAISE EXCEPTION 'guard_journal_posting_insert_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_journal_posting_insert_kept BEFORE INSERT ON journal_posting FOR EACH ROW EXECUTE FUNCTION guard_journal_posting_insert_kept()
--
CREATE OR REPLACE FUNCTION guard_journal_entry_insert_balanced() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM journal_posting AS side WHERE side.entry_id = NEW.id) < 2 OR (SELECT sum(side.amount_minor) FROM journal_posting AS side WHERE side.entry_id = NEW.id) <> 0 OR EXISTS (SELECT 1 FROM journal_posting AS side WHERE side.entry_id = NEW.id AND side.currency <> NEW.currency) THEN RAISE EXCEPTION 'guard_journal_entry_insert_balanced' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_journal_entry_insert_balanced BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION guard_journal_entry_insert_balanced()
--
CREATE OR REPLACE FUNCTION guard_number_series_update_rises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.last NOT IN (OLD.last, OLD.last + 1) OR NEW.last_on < OLD.last_on OR NEW.start <> OLD.start THEN RAISE EXCEPTION 'guard_number_series_update_rises' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_number_series_update_rises BEFORE UPDATE ON number_series FOR EACH ROW EXECUTE FUNCTION guard_number_series_update_rises()
--
CREATE OR REPLACE FUNCTION guard_number_taken_insert_is_the_last() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.position <> (SELECT series.last FROM number_series AS series WHERE series.kind = NEW.kind AND series.year = NEW.year AND series.branch = NEW.branch) THEN RAISE EXCEPTION 'guard_number_taken_insert_is_the_last' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_number_taken_insert_is_the_last BEFORE INSERT ON number_taken FOR EACH ROW EXECUTE FUNCTION guard_number_taken_insert_is_the_last()
