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
	seq INTEGER NOT NULL, 
	CONSTRAINT pk_audit_record PRIMARY KEY (record, seq)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE office_keys (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_office_keys PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE contact_seal (
	contact_id INTEGER NOT NULL, 
	secret TEXT NOT NULL, 
	CONSTRAINT pk_contact_seal PRIMARY KEY (contact_id)
)
 STRICT
--
CREATE TABLE health_check (
	kind TEXT NOT NULL, 
	at TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	findings TEXT NOT NULL, 
	CONSTRAINT pk_health_check PRIMARY KEY (kind)
)
 STRICT
--
CREATE TABLE user_role (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	permissions TEXT NOT NULL, 
	CONSTRAINT pk_user_role PRIMARY KEY (id), 
	CONSTRAINT uq_user_role_name UNIQUE (name)
)
 STRICT
--
CREATE TABLE second_pair (
	what TEXT NOT NULL, 
	least INTEGER, 
	CONSTRAINT pk_second_pair PRIMARY KEY (what)
)
 STRICT
--
CREATE TABLE approval (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
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
 STRICT
--
CREATE INDEX ix_approval_decision ON approval (decision, asked_at)
--
CREATE TABLE sealed_file (
	record_id INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	sealed TEXT NOT NULL, 
	CONSTRAINT pk_sealed_file PRIMARY KEY (record_id), 
	CONSTRAINT fk_sealed_file_record_id FOREIGN KEY(record_id) REFERENCES archive_file (id)
)
 STRICT
--
CREATE INDEX ix_sealed_file_sha256 ON sealed_file (sha256)
--
CREATE TABLE applicant (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	position TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	applied_on TEXT NOT NULL, 
	delete_on TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	employee_id INTEGER, 
	CONSTRAINT pk_applicant PRIMARY KEY (id), 
	CONSTRAINT fk_applicant_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_applicant_stage ON applicant (stage, applied_on)
--
CREATE TABLE own_change (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	employee_id INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	asked_at TEXT NOT NULL, 
	sealed TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at TEXT, 
	CONSTRAINT pk_own_change PRIMARY KEY (id), 
	CONSTRAINT fk_own_change_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE INDEX ix_own_change_employee_id ON own_change (employee_id)
--
CREATE INDEX ix_own_change_state ON own_change (state, asked_at)
--
CREATE TABLE user_account (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	full_name TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	employee_id INTEGER, 
	limits TEXT NOT NULL, 
	is_active INTEGER NOT NULL, 
	CONSTRAINT pk_user_account PRIMARY KEY (id), 
	CONSTRAINT uq_user_account_name UNIQUE (name), 
	CONSTRAINT fk_user_account_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
)
 STRICT
--
CREATE TABLE day_closing (
	day TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	proof TEXT NOT NULL, 
	totals TEXT NOT NULL, 
	closed_at TEXT NOT NULL, 
	closed_by TEXT NOT NULL, 
	CONSTRAINT pk_day_closing PRIMARY KEY (day), 
	CONSTRAINT fk_day_closing_seq FOREIGN KEY(seq) REFERENCES audit (seq)
)
 STRICT
--
CREATE TRIGGER guard_time_week_update_kept BEFORE UPDATE ON time_week WHEN OLD.state = 'locked' BEGIN SELECT RAISE(ABORT, 'guard_time_week_update_kept'); END
--
CREATE TRIGGER guard_time_week_delete_kept BEFORE DELETE ON time_week WHEN OLD.state = 'locked' BEGIN SELECT RAISE(ABORT, 'guard_time_week_delete_kept'); END
--
CREATE TRIGGER guard_time_entry_insert_kept BEFORE INSERT ON time_entry WHEN EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = NEW.week_id AND week.state = 'locked') BEGIN SELECT RAISE(ABORT, 'guard_time_entry_insert_kept'); END
--
CREATE TRIGGER guard_time_entry_update_kept BEFORE UPDATE ON time_entry WHEN EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') OR EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = NEW.week_id AND week.state = 'locked') BEGIN SELECT RAISE(ABORT, 'guard_time_entry_update_kept'); END
--
CREATE TRIGGER guard_time_entry_delete_kept BEFORE DELETE ON time_entry WHEN EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') BEGIN SELECT RAISE(ABORT, 'guard_time_entry_delete_kept'); END
--
CREATE TRIGGER guard_audit_record_update_kept BEFORE UPDATE ON audit_record WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_audit_record_update_kept'); END
--
CREATE TRIGGER guard_audit_record_delete_kept BEFORE DELETE ON audit_record WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_audit_record_delete_kept'); END
--
CREATE TRIGGER guard_day_closing_update_kept BEFORE UPDATE ON day_closing WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_day_closing_update_kept'); END
--
CREATE TRIGGER guard_day_closing_delete_kept BEFORE DELETE ON day_closing WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_day_closing_delete_kept'); END
