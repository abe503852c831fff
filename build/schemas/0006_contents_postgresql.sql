CREATE TABLE content_office (
	id BIGINT NOT NULL, 
	office TEXT NOT NULL, 
	CONSTRAINT pk_content_office PRIMARY KEY (id)
)
--
CREATE TABLE content_revision (
	version_num TEXT NOT NULL, 
	CONSTRAINT pk_content_revision PRIMARY KEY (version_num)
)
--
CREATE TABLE content (
	id BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (id), 
	CONSTRAINT uq_content_sha256 UNIQUE (sha256)
)
--
CREATE TABLE content_disposed (
	content_id BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	certificate_id BIGINT NOT NULL, 
	disposed_at TEXT NOT NULL, 
	CONSTRAINT pk_content_disposed PRIMARY KEY (content_id)
)
--
CREATE INDEX ix_content_disposed_sha256 ON content_disposed (sha256)
--
CREATE TABLE content_text (
	sha256 TEXT NOT NULL, 
	first BIGINT NOT NULL, 
	count BIGINT NOT NULL, 
	"of" BIGINT NOT NULL, 
	how TEXT NOT NULL, 
	packed BYTEA NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_content_text PRIMARY KEY (sha256, first)
)
--
CREATE INDEX ix_content_text_how ON content_text (how, sha256)
--
CREATE TABLE content_chunk (
	content_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	bytes BYTEA NOT NULL, 
	CONSTRAINT pk_content_chunk PRIMARY KEY (content_id, position), 
	CONSTRAINT fk_content_chunk_content_id FOREIGN KEY(content_id) REFERENCES content (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE OR REPLACE FUNCTION guard_against_emptying() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard_against_emptying' USING ERRCODE = '23514'; END $$
--
CREATE OR REPLACE FUNCTION guard_content_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_content_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_content_update_kept BEFORE UPDATE ON content FOR EACH ROW EXECUTE FUNCTION guard_content_update_kept()
--
CREATE OR REPLACE FUNCTION guard_content_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM content_disposed AS gone WHERE gone.certificate_id > 0 AND gone.content_id = OLD.id) THEN RAISE EXCEPTION 'guard_content_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_content_delete_kept BEFORE DELETE ON content FOR EACH ROW EXECUTE FUNCTION guard_content_delete_kept()
--
CREATE TRIGGER guard_content_delete_kept_all BEFORE TRUNCATE ON content FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_content_chunk_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_content_chunk_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_content_chunk_update_kept BEFORE UPDATE ON content_chunk FOR EACH ROW EXECUTE FUNCTION guard_content_chunk_update_kept()
--
CREATE OR REPLACE FUNCTION guard_content_chunk_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM content_disposed AS gone WHERE gone.certificate_id > 0 AND gone.content_id = OLD.content_id) THEN RAISE EXCEPTION 'guard_content_chunk_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_content_chunk_delete_kept BEFORE DELETE ON content_chunk FOR EACH ROW EXECUTE FUNCTION guard_content_chunk_delete_kept()
--
CREATE TRIGGER guard_content_chunk_delete_kept_all BEFORE TRUNCATE ON content_chunk FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_content_disposed_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_content_disposed_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_content_disposed_update_kept BEFORE UPDATE ON content_disposed FOR EACH ROW EXECUTE FUNCTION guard_content_disposed_update_kept()
--
CREATE OR REPLACE FUNCTION guard_content_disposed_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_content_disposed_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_content_disposed_delete_kept BEFORE DELETE ON content_disposed FOR EACH ROW EXECUTE FUNCTION guard_content_disposed_delete_kept()
--
CREATE TRIGGER guard_content_disposed_delete_kept_all BEFORE TRUNCATE ON content_disposed FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
