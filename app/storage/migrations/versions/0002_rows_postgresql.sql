ALTER TABLE contact ADD COLUMN early_days BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE contact ALTER COLUMN early_days DROP DEFAULT
--
ALTER TABLE contact ADD COLUMN early_percent BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE contact ALTER COLUMN early_percent DROP DEFAULT
--
ALTER TABLE contact ADD COLUMN eformat TEXT NOT NULL DEFAULT ''
--
ALTER TABLE contact ALTER COLUMN eformat DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN kind TEXT NOT NULL DEFAULT 'invoice'
--
ALTER TABLE invoice ALTER COLUMN kind DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN origin_id BIGINT
--
ALTER TABLE invoice ADD COLUMN origin_number TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN origin_number DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN origin_day TEXT
--
ALTER TABLE invoice ADD COLUMN reason TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN reason DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN order_reference TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN order_reference DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN contract_reference TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN contract_reference DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN period_from TEXT
--
ALTER TABLE invoice ADD COLUMN period_to TEXT
--
ALTER TABLE invoice ADD COLUMN early_days BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice ALTER COLUMN early_days DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN early_percent BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice ALTER COLUMN early_percent DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN exchange_rate BIGINT
--
ALTER TABLE invoice ADD COLUMN exchange_day TEXT
--
ALTER TABLE invoice ADD COLUMN exchange_source TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN exchange_source DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN deliver_to TEXT
--
ALTER TABLE invoice ADD COLUMN eformat TEXT NOT NULL DEFAULT ''
--
ALTER TABLE invoice ALTER COLUMN eformat DROP DEFAULT
--
ALTER TABLE invoice ADD COLUMN rest TEXT NOT NULL DEFAULT '[]'
--
ALTER TABLE invoice ALTER COLUMN rest DROP DEFAULT
--
ALTER TABLE invoice ADD CONSTRAINT fk_invoice_origin_id FOREIGN KEY(origin_id) REFERENCES invoice (id)
--
ALTER TABLE invoice_line ADD COLUMN credits BIGINT
--
ALTER TABLE invoice_line ADD COLUMN is_reduction BIGINT NOT NULL DEFAULT 0
--
ALTER TABLE invoice_line ALTER COLUMN is_reduction DROP DEFAULT
--
ALTER TABLE invoice_line ADD COLUMN deducts BIGINT
--
CREATE INDEX ix_invoice_origin ON invoice (origin_id, kind, state, issued_on, id) WHERE origin_id IS NOT NULL
