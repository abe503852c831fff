ALTER TABLE invoice_line ADD COLUMN order_line_id BIGINT
--
CREATE TABLE stock_rules (
	id BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_stock_rules PRIMARY KEY (id)
)
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
CREATE INDEX ix_invoice_line_order_line ON invoice_line (order_line_id) WHERE order_line_id IS NOT NULL
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
CREATE INDEX ix_sales_order_priority ON sales_order (state, priority, id)
--
CREATE INDEX ix_sales_order_queue ON sales_order (state, promised_on, id)
--
CREATE INDEX ix_sales_order_quote ON sales_order (quote_id)
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
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT uq_order_line_order_id_place UNIQUE (order_id, place), 
	CONSTRAINT "ck_order_line_not-negative" CHECK (delivered >= 0 AND cancelled >= 0 AND reserved >= 0), 
	CONSTRAINT "ck_order_line_no-more-than-ordered" CHECK (delivered + cancelled <= ordered), 
	CONSTRAINT "ck_order_line_returned-was-delivered" CHECK (returned >= 0 AND returned <= delivered), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
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
CREATE OR REPLACE FUNCTION guard_stock_move_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_stock_move_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
CREATE OR REPLACE FUNCTION guard_delivery_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_delivery_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_delivery_delete_kept BEFORE DELETE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_delete_kept()
--
CREATE TRIGGER guard_delivery_delete_kept_all BEFORE TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
--
CREATE OR REPLACE FUNCTION guard_delivery_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('shipped', 'delivered') AND (NEW.order_id IS DISTINCT FROM OLD.order_id OR NEW.warehouse_id IS DISTINCT FROM OLD.warehouse_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.deliver_to IS DISTINCT FROM OLD.deliver_to OR NEW.number IS DISTINCT FROM OLD.number OR NEW.planned_on IS DISTINCT FROM OLD.planned_on OR NEW.shipped_on IS DISTINCT FROM OLD.shipped_on OR NEW.shipped_at IS DISTINCT FROM OLD.shipped_at) THEN RAISE EXCEPTION 'guard_delivery_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_delivery_update_kept BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_update_kept()
--
CREATE OR REPLACE FUNCTION guard_delivery_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('shipped', 'delivered') AND NOT (NEW.state IN ('shipped', 'delivered')) OR OLD.state = 'delivered' AND NEW.state <> 'delivered' OR OLD.state = 'cancelled' AND NEW.state <> 'cancelled' THEN RAISE EXCEPTION 'guard_delivery_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
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
CREATE OR REPLACE FUNCTION guard_goods_return_update_backwards() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('decided', 'cancelled') AND NEW.state <> OLD.state THEN RAISE EXCEPTION 'guard_goods_return_update_backwards' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_goods_return_update_backwards BEFORE UPDATE ON goods_return FOR EACH ROW EXECUTE FUNCTION guard_goods_return_update_backwards()
--
CREATE OR REPLACE FUNCTION guard_order_amendment_update_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_order_amendment_update_kept' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$
--
CREATE TRIGGER guard_order_amendment_update_kept BEFORE UPDATE ON order_amendment FOR EACH ROW EXECUTE FUNCTION guard_order_amendment_update_kept()
--
CREATE OR REPLACE FUNCTION guard_order_amendment_delete_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'guard_order_amendment_delete_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$
--
CREATE TRIGGER guard_order_amendment_delete_kept BEFORE DELETE ON order_amendment FOR EACH ROW EXECUTE FUNCTION guard_order_amendment_delete_kept()
--
CREATE TRIGGER guard_order_amendment_delete_kept_all BEFORE TRUNCATE ON order_amendment FOR EACH STATEMENT EXECUTE FUNCTION guard_against_emptying()
