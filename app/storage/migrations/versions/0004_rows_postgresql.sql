DROP INDEX IF EXISTS ix_sales_order_priority
--
ALTER TABLE order_line ADD COLUMN supplier_id BIGINT
--
ALTER TABLE order_line ADD CONSTRAINT fk_order_line_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
--
ALTER TABLE plan_period ADD COLUMN order_id BIGINT
--
ALTER TABLE plan_period ADD CONSTRAINT uq_plan_period_order_id UNIQUE (order_id)
--
ALTER TABLE plan_period ADD CONSTRAINT fk_plan_period_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id)
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
CREATE INDEX ix_sales_order_promise ON sales_order (state, (promised_on IS NULL), promised_on, id)
--
CREATE INDEX ix_sales_order_turn ON sales_order (state, priority, (promised_on IS NULL), promised_on, id)
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
CREATE OR REPLACE FUNCTION guard_leave_entry_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_leave_entry_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
