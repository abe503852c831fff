CREATE TABLE content_office (
	id INTEGER NOT NULL, 
	office TEXT NOT NULL, 
	CONSTRAINT pk_content_office PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE content_revision (
	version_num TEXT NOT NULL, 
	CONSTRAINT pk_content_revision PRIMARY KEY (version_num)
)
 STRICT
--
CREATE TABLE content (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	added_at TEXT NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (id), 
	CONSTRAINT uq_content_sha256 UNIQUE (sha256)
)
 STRICT
--
CREATE TABLE content_disposed (
	content_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	certificate_id INTEGER NOT NULL, 
	disposed_at TEXT NOT NULL, 
	CONSTRAINT pk_content_disposed PRIMARY KEY (content_id)
)
 STRICT
--
CREATE INDEX ix_content_disposed_sha256 ON content_disposed (sha256)
--
CREATE TABLE content_text (
	sha256 TEXT NOT NULL, 
	first INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	"of" INTEGER NOT NULL, 
	how TEXT NOT NULL, 
	packed BLOB NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT pk_content_text PRIMARY KEY (sha256, first)
)
 STRICT
--
CREATE INDEX ix_content_text_how ON content_text (how, sha256)
--
CREATE TABLE content_chunk (
	content_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	bytes BLOB NOT NULL, 
	CONSTRAINT pk_content_chunk PRIMARY KEY (content_id, position), 
	CONSTRAINT fk_content_chunk_content_id FOREIGN KEY(content_id) REFERENCES content (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
--
CREATE TRIGGER guard_content_update_kept BEFORE UPDATE ON content WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_content_update_kept'); END
--
CREATE TRIGGER guard_content_delete_kept BEFORE DELETE ON content WHEN NOT EXISTS (SELECT 1 FROM content_disposed AS gone WHERE gone.certificate_id > 0 AND gone.content_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'guard_content_delete_kept'); END
--
CREATE TRIGGER guard_content_chunk_update_kept BEFORE UPDATE ON content_chunk WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_content_chunk_update_kept'); END
--
CREATE TRIGGER guard_content_chunk_delete_kept BEFORE DELETE ON content_chunk WHEN NOT EXISTS (SELECT 1 FROM content_disposed AS gone WHERE gone.certificate_id > 0 AND gone.content_id = OLD.content_id) BEGIN SELECT RAISE(ABORT, 'guard_content_chunk_delete_kept'); END
--
CREATE TRIGGER guard_content_disposed_update_kept BEFORE UPDATE ON content_disposed WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_content_disposed_update_kept'); END
--
CREATE TRIGGER guard_content_disposed_delete_kept BEFORE DELETE ON content_disposed WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_content_disposed_delete_kept'); END
