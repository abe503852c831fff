ALTER TABLE form_draft DROP CONSTRAINT pk_form_draft
--
ALTER TABLE form_draft ADD COLUMN since TEXT
--
ALTER TABLE form_draft ADD CONSTRAINT pk_form_draft PRIMARY KEY (form, entity, who)
