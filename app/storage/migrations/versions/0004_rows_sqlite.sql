DROP INDEX IF EXISTS ix_sales_order_priority
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE order_line RENAME TO order_line_before
--
CREATE TABLE order_line (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	product_id INTEGER, 
	ordered INTEGER NOT NULL, 
	cancelled INTEGER NOT NULL, 
	delivered INTEGER NOT NULL, 
	invoiced INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	reserved INTEGER NOT NULL, 
	promised_on TEXT, 
	is_stocked INTEGER NOT NULL, 
	billing TEXT NOT NULL, 
	is_waiting INTEGER NOT NULL, 
	supplier_id INTEGER, 
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT uq_order_line_order_id_place UNIQUE (order_id, place), 
	CONSTRAINT "ck_order_line_not-negative" CHECK (delivered >= 0 AND cancelled >= 0 AND reserved >= 0), 
	CONSTRAINT "ck_order_line_no-more-than-ordered" CHECK (delivered + cancelled <= ordered), 
	CONSTRAINT "ck_order_line_returned-was-delivered" CHECK (returned >= 0 AND returned <= delivered), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_order_line_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
 STRICT
--
INSERT INTO order_line (id, order_id, place, product_id, ordered, cancelled, delivered, invoiced, returned, reserved, promised_on, is_stocked, billing, is_waiting, supplier_id) SELECT id, order_id, place, product_id, ordered, cancelled, delivered, invoiced, returned, reserved, promised_on, is_stocked, billing, is_waiting, NULL FROM order_line_before
--
DROP TABLE order_line_before
--
PRAGMA legacy_alter_table=OFF
--
PRAGMA legacy_alter_table=ON
--
ALTER TABLE plan_period RENAME TO plan_period_before
--
CREATE TABLE plan_period (
	plan_id INTEGER NOT NULL, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT NOT NULL, 
	invoice_id INTEGER, 
	order_id INTEGER, 
	CONSTRAINT pk_plan_period PRIMARY KEY (plan_id, begins_on), 
	CONSTRAINT fk_plan_period_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id), 
	CONSTRAINT uq_plan_period_invoice_id UNIQUE (invoice_id), 
	CONSTRAINT fk_plan_period_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT uq_plan_period_order_id UNIQUE (order_id), 
	CONSTRAINT fk_plan_period_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id)
)
 WITHOUT ROWID,
 STRICT
--
INSERT INTO plan_period (plan_id, begins_on, ends_on, invoice_id, order_id) SELECT plan_id, begins_on, ends_on, invoice_id, NULL FROM plan_period_before
--
DROP TABLE plan_period_before
--
PRAGMA legacy_alter_table=OFF
--
CREATE TABLE person_key (
	employee_id INTEGER NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_person_key PRIMARY KEY (employee_id)
)
 STRICT
--
CREATE TABLE employee (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
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
 STRICT
--
CREATE INDEX ix_employee_ends ON employee (ends_on, id)
--
CREATE TABLE work_calendar (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	minutes TEXT NOT NULL, 
	country TEXT NOT NULL, 
	region TEXT NOT NULL, 
	is_default INTEGER NOT NULL, 
	CONSTRAINT pk_work_calendar PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE checklist_template (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	occasion TEXT NOT NULL, 
	steps TEXT NOT NULL, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_checklist_template PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE overtime_rule (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	agreement TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_overtime_rule PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE leave_type (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	names TEXT NOT NULL, 
	accrual TEXT NOT NULL, 
	counting TEXT NOT NULL, 
	allowances TEXT NOT NULL, 
	carry_over TEXT NOT NULL, 
	year_begins INTEGER NOT NULL, 
	is_paid INTEGER NOT NULL, 
	is_health INTEGER NOT NULL, 
	needs_approval INTEGER NOT NULL, 
	may_go_below INTEGER NOT NULL, 
	proof_after INTEGER NOT NULL, 
	component TEXT NOT NULL, 
	colour INTEGER NOT NULL, 
	since TEXT, 
	as_work INTEGER, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_leave_type PRIMARY KEY (id), 
	CONSTRAINT uq_leave_type_code UNIQUE (code)
)
 STRICT
--
CREATE TABLE pay_component (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
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
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_pay_component PRIMARY KEY (id), 
	CONSTRAINT uq_pay_component_code_valid_from UNIQUE (code, valid_from)
)
 STRICT
--
CREATE TABLE pay_rate (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	value INTEGER, 
	bands TEXT NOT NULL, 
	source TEXT NOT NULL, 
	checked_on TEXT, 
	country TEXT NOT NULL, 
	CONSTRAINT pk_pay_rate PRIMARY KEY (id), 
	CONSTRAINT uq_pay_rate_code_valid_from UNIQUE (code, valid_from)
)
 STRICT
--
CREATE TABLE department (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	parent_id INTEGER, 
	head_id INTEGER, 
	cost_centre TEXT NOT NULL, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_department PRIMARY KEY (id), 
	CONSTRAINT fk_department_parent_id FOREIGN KEY(parent_id) REFERENCES department (id), 
	CONSTRAINT fk_department_head_id FOREIGN KEY(head_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_department_parent ON department (parent_id)
--
CREATE TABLE equipment (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	serial TEXT NOT NULL, 
	handed_on TEXT, 
	returned_on TEXT, 
	worth_minor INTEGER, 
	currency TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_equipment PRIMARY KEY (id), 
	CONSTRAINT fk_equipment_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_equipment_employee ON equipment (employee_id)
--
CREATE TABLE checklist (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	occasion TEXT NOT NULL, 
	name TEXT NOT NULL, 
	day TEXT NOT NULL, 
	is_open INTEGER NOT NULL, 
	CONSTRAINT pk_checklist PRIMARY KEY (id), 
	CONSTRAINT fk_checklist_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_checklist_employee ON checklist (employee_id)
--
CREATE INDEX ix_checklist_open ON checklist (is_open, day)
--
CREATE TABLE expense_limit (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	most_minor INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	per TEXT NOT NULL, 
	kind TEXT, 
	account_id INTEGER, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_expense_limit PRIMARY KEY (id), 
	CONSTRAINT fk_expense_limit_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
 STRICT
--
CREATE INDEX ix_expense_limit_account ON expense_limit (account_id)
--
CREATE TABLE time_week (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	monday TEXT NOT NULL, 
	state TEXT NOT NULL, 
	due INTEGER NOT NULL, 
	worked INTEGER NOT NULL, 
	overtime TEXT NOT NULL, 
	submitted_at TEXT, 
	submitted_by TEXT NOT NULL, 
	decided_at TEXT, 
	decided_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	paid INTEGER NOT NULL, 
	CONSTRAINT pk_time_week PRIMARY KEY (id), 
	CONSTRAINT uq_time_week_employee_id_monday UNIQUE (employee_id, monday), 
	CONSTRAINT fk_time_week_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_time_week_list ON time_week (state, monday, id)
--
CREATE INDEX ix_time_week_monday ON time_week (monday, employee_id)
--
CREATE TABLE leave_settled (
	employee_id INTEGER NOT NULL, 
	type_id INTEGER NOT NULL, 
	until TEXT NOT NULL, 
	CONSTRAINT pk_leave_settled PRIMARY KEY (employee_id, type_id), 
	CONSTRAINT fk_leave_settled_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_leave_settled_type_id FOREIGN KEY(type_id) REFERENCES leave_type (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE pay_item (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	component TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_pay_item PRIMARY KEY (id), 
	CONSTRAINT fk_pay_item_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_pay_item_employee ON pay_item (employee_id, first_on)
--
CREATE TABLE tax_card (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_tax_card PRIMARY KEY (id), 
	CONSTRAINT uq_tax_card_employee_id_valid_from UNIQUE (employee_id, valid_from), 
	CONSTRAINT fk_tax_card_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE TABLE employee_record (
	employee_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT, 
	recorded_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	position TEXT NOT NULL, 
	department_id INTEGER, 
	manager_id INTEGER, 
	profile TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_employee_record PRIMARY KEY (employee_id, number), 
	CONSTRAINT "ck_employee_record_until-not-before-from" CHECK (valid_until IS NULL OR valid_until >= valid_from), 
	CONSTRAINT fk_employee_record_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_employee_record_department_id FOREIGN KEY(department_id) REFERENCES department (id), 
	CONSTRAINT fk_employee_record_manager_id FOREIGN KEY(manager_id) REFERENCES employee (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	issued_on TEXT, 
	expires_on TEXT, 
	document_id INTEGER, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_qualification PRIMARY KEY (id), 
	CONSTRAINT fk_qualification_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_qualification_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT
--
CREATE INDEX ix_qualification_document ON qualification (document_id)
--
CREATE INDEX ix_qualification_employee ON qualification (employee_id)
--
CREATE INDEX ix_qualification_expires ON qualification (expires_on)
--
CREATE TABLE checklist_item (
	id INTEGER NOT NULL, 
	checklist_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
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
 STRICT
--
CREATE TABLE time_entry (
	id INTEGER NOT NULL, 
	week_id INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	began_at TEXT NOT NULL, 
	ended_at TEXT, 
	pause INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	note TEXT NOT NULL, 
	customer_id INTEGER, 
	is_clocked INTEGER NOT NULL, 
	CONSTRAINT pk_time_entry PRIMARY KEY (id), 
	CONSTRAINT "ck_time_entry_ends-after-begin" CHECK (ended_at IS NULL OR ended_at > began_at), 
	CONSTRAINT "ck_time_entry_pause-not-negative" CHECK (pause >= 0), 
	CONSTRAINT fk_time_entry_week_id FOREIGN KEY(week_id) REFERENCES time_week (id), 
	CONSTRAINT fk_time_entry_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_time_entry_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	employee_id INTEGER NOT NULL, 
	type_id INTEGER, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	days INTEGER NOT NULL, 
	first_part TEXT NOT NULL, 
	last_part TEXT NOT NULL, 
	is_health INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	stand_in_id INTEGER, 
	proof_id INTEGER, 
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
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	department_id INTEGER, 
	most_away INTEGER NOT NULL, 
	CONSTRAINT pk_leave_block PRIMARY KEY (id), 
	CONSTRAINT "ck_leave_block_last-after-first" CHECK (last_on >= first_on), 
	CONSTRAINT fk_leave_block_department_id FOREIGN KEY(department_id) REFERENCES department (id)
)
 STRICT
--
CREATE INDEX ix_leave_block_days ON leave_block (first_on, last_on)
--
CREATE TABLE payroll_run (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	period TEXT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	pay_on TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	number TEXT, 
	name TEXT NOT NULL, 
	corrects_id INTEGER, 
	reason TEXT NOT NULL, 
	calculated_at TEXT, 
	calculated_by TEXT NOT NULL, 
	approved_at TEXT, 
	approved_by TEXT NOT NULL, 
	entry_id INTEGER, 
	paid_on TEXT, 
	paid_entry_id INTEGER, 
	pay_file_id INTEGER, 
	reported_on TEXT, 
	evidence TEXT NOT NULL, 
	people INTEGER NOT NULL, 
	CONSTRAINT pk_payroll_run PRIMARY KEY (id), 
	CONSTRAINT "ck_payroll_run_last-after-first" CHECK (last_on >= first_on), 
	CONSTRAINT uq_payroll_run_number UNIQUE (number), 
	CONSTRAINT fk_payroll_run_corrects_id FOREIGN KEY(corrects_id) REFERENCES payroll_run (id), 
	CONSTRAINT fk_payroll_run_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_payroll_run_paid_entry_id FOREIGN KEY(paid_entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_payroll_run_pay_file_id FOREIGN KEY(pay_file_id) REFERENCES document (id)
)
 STRICT
--
CREATE INDEX ix_payroll_run_corrects ON payroll_run (corrects_id)
--
CREATE INDEX ix_payroll_run_list ON payroll_run (pay_on, id)
--
CREATE INDEX ix_payroll_run_state ON payroll_run (state, pay_on)
--
CREATE INDEX ix_sales_order_promise ON sales_order (state, promised_on IS NULL, promised_on, id)
--
CREATE INDEX ix_sales_order_turn ON sales_order (state, priority, promised_on IS NULL, promised_on, id)
--
CREATE TABLE contract (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT, 
	position TEXT NOT NULL, 
	hours INTEGER NOT NULL, 
	sealed TEXT NOT NULL, 
	calendar_id INTEGER, 
	probation_until TEXT, 
	notice_days INTEGER NOT NULL, 
	agreement TEXT NOT NULL, 
	signed_on TEXT, 
	document_id INTEGER, 
	letter_id INTEGER, 
	follows_id INTEGER, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_contract PRIMARY KEY (id), 
	CONSTRAINT "ck_contract_ends-after-start" CHECK (ends_on IS NULL OR ends_on >= starts_on), 
	CONSTRAINT fk_contract_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_contract_calendar_id FOREIGN KEY(calendar_id) REFERENCES work_calendar (id), 
	CONSTRAINT fk_contract_document_id FOREIGN KEY(document_id) REFERENCES document (id), 
	CONSTRAINT fk_contract_letter_id FOREIGN KEY(letter_id) REFERENCES letter_out (id), 
	CONSTRAINT fk_contract_follows_id FOREIGN KEY(follows_id) REFERENCES contract (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	employee_id INTEGER NOT NULL, 
	purpose TEXT NOT NULL, 
	paying TEXT NOT NULL, 
	number TEXT, 
	currency TEXT NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	first_on TEXT, 
	last_on TEXT, 
	claimed_by TEXT NOT NULL, 
	submitted_at TEXT, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	answer TEXT NOT NULL, 
	entry_id INTEGER, 
	paid_on TEXT, 
	paid_entry_id INTEGER, 
	run_id INTEGER, 
	CONSTRAINT pk_expense_claim PRIMARY KEY (id), 
	CONSTRAINT fk_expense_claim_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT uq_expense_claim_number UNIQUE (number), 
	CONSTRAINT fk_expense_claim_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_expense_claim_paid_entry_id FOREIGN KEY(paid_entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_expense_claim_run_id FOREIGN KEY(run_id) REFERENCES payroll_run (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	type_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	days INTEGER NOT NULL, 
	expires_on TEXT, 
	grant_id INTEGER, 
	request_id INTEGER, 
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
 STRICT
--
CREATE INDEX ix_leave_entry_balance ON leave_entry (employee_id, type_id, day, id)
--
CREATE INDEX ix_leave_entry_grant ON leave_entry (grant_id)
--
CREATE INDEX ix_leave_entry_request ON leave_entry (request_id)
--
CREATE TABLE payslip (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	document_id INTEGER, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_payslip PRIMARY KEY (id), 
	CONSTRAINT uq_payslip_run_id_employee_id UNIQUE (run_id, employee_id), 
	CONSTRAINT fk_payslip_run_id FOREIGN KEY(run_id) REFERENCES payroll_run (id), 
	CONSTRAINT fk_payslip_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id), 
	CONSTRAINT fk_payslip_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT
--
CREATE INDEX ix_payslip_document ON payslip (document_id)
--
CREATE INDEX ix_payslip_employee ON payslip (employee_id, id)
--
CREATE INDEX ix_order_line_product ON order_line (product_id, order_id)
--
CREATE INDEX ix_order_line_waiting ON order_line (is_waiting, product_id, id)
--
CREATE TABLE expense_line (
	id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	day TEXT NOT NULL, 
	text TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	vat_rate INTEGER NOT NULL, 
	vat_minor INTEGER NOT NULL, 
	vat_code TEXT NOT NULL, 
	quantity INTEGER, 
	price INTEGER, 
	tariff TEXT NOT NULL, 
	document_id INTEGER, 
	foreign_minor INTEGER, 
	foreign_currency TEXT NOT NULL, 
	rate_of_exchange INTEGER, 
	reason TEXT NOT NULL, 
	over_limit TEXT NOT NULL, 
	CONSTRAINT pk_expense_line PRIMARY KEY (id), 
	CONSTRAINT uq_expense_line_claim_id_place UNIQUE (claim_id, place), 
	CONSTRAINT "ck_expense_line_vat-within-gross" CHECK (vat_minor BETWEEN 0 AND gross_minor), 
	CONSTRAINT fk_expense_line_claim_id FOREIGN KEY(claim_id) REFERENCES expense_claim (id), 
	CONSTRAINT fk_expense_line_account_id FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_expense_line_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT
--
CREATE INDEX ix_expense_line_account ON expense_line (account_id)
--
CREATE INDEX ix_expense_line_document ON expense_line (document_id)
--
CREATE TABLE direct_delivery (
	id INTEGER NOT NULL, 
	order_line_id INTEGER NOT NULL, 
	supplier_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	delivered_on TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	noted_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	CONSTRAINT pk_direct_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_direct_delivery_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_direct_delivery_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_direct_delivery_line ON direct_delivery (order_line_id)
--
CREATE TRIGGER guard_plan_period_delete_kept BEFORE DELETE ON plan_period WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_plan_period_delete_kept'); END
--
CREATE TRIGGER guard_plan_period_update_kept BEFORE UPDATE ON plan_period WHEN NEW.plan_id IS DISTINCT FROM OLD.plan_id OR NEW.begins_on IS DISTINCT FROM OLD.begins_on OR NEW.ends_on IS DISTINCT FROM OLD.ends_on BEGIN SELECT RAISE(ABORT, 'guard_plan_period_update_kept'); END
--
CREATE TRIGGER guard_leave_entry_update_kept BEFORE UPDATE ON leave_entry WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_leave_entry_update_kept'); END
--
CREATE TRIGGER guard_leave_entry_delete_kept BEFORE DELETE ON leave_entry WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_leave_entry_delete_kept'); END
--
CREATE TRIGGER guard_leave_type_delete_kept BEFORE DELETE ON leave_type WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_leave_type_delete_kept'); END
--
CREATE TRIGGER guard_leave_request_delete_kept BEFORE DELETE ON leave_request WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_leave_request_delete_kept'); END
