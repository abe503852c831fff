PRAGMA legacy_alter_table=ON
--
ALTER TABLE form_draft RENAME TO form_draft_before
--
CREATE TABLE form_draft (
	form TEXT NOT NULL, 
	entity INTEGER NOT NULL, 
	base_version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	who TEXT NOT NULL, 
	at TEXT NOT NULL, 
	since TEXT, 
	CONSTRAINT pk_form_draft PRIMARY KEY (form, entity, who)
)
 STRICT
--
INSERT INTO form_draft (form, entity, base_version, body, who, at, since) SELECT form, entity, base_version, body, who, at, NULL FROM form_draft_before
--
DROP TABLE form_draft_before
--
PRAGMA legacy_alter_table=OFF
