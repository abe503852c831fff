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
CREATE OR REPLACE FUNCTION guard_time_week_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state = 'locked' THEN RAISE EXCEPTION 'guard_time_week_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
CREATE OR REPLACE FUNCTION guard_time_entry_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') OR EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = NEW.week_id AND week.state = 'locked') THEN RAISE EXCEPTION 'guard_time_entry_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_time_entry_update_kept BEFORE UPDATE ON time_entry FOR EACH ROW EXECUTE FUNCTION guard_time_entry_update_kept()
--
CREATE OR REPLACE FUNCTION guard_time_entry_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = OLD.week_id AND week.state = 'locked') THEN RAISE EXCEPTION 'guard_time_entry_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_time_entry_delete_kept BEFORE DELETE ON time_entry FOR EACH ROW EXECUTE FUNCTION guard_time_entry_delete_kept()
--
CREATE TRIGGER guard_time_entry_delete_kept_all BEFORE TRUNCATE ON time_entry FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
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
