PRAGMA legacy_alter_table=ON
--
ALTER TABLE invoice_line RENAME TO invoice_line_before
--
CREATE TABLE invoice_line (
	invoice_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	description TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	vat TEXT NOT NULL, 
	rate INTEGER NOT NULL, 
	category TEXT NOT NULL, 
	discount_percent INTEGER NOT NULL, 
	discount_amount INTEGER NOT NULL, 
	product_id INTEGER, 
	delivered_on TEXT, 
	customer_id INTEGER, 
	credits INTEGER, 
	is_reduction INTEGER NOT NULL, 
	deducts INTEGER, 
	order_line_id INTEGER, 
	CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, position), 
	CONSTRAINT fk_invoice_line_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_invoice_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 WITHOUT ROWID,
 STRICT
--
INSERT INTO invoice_line (invoice_id, position, description, quantity, unit, price, vat, rate, category, discount_percent, discount_amount, product_id, delivered_on, customer_id, credits, is_reduction, deducts, order_line_id) SELECT invoice_id, position, description, quantity, unit, price, vat, rate, category, discount_percent, discount_amount, product_id, delivered_on, customer_id, credits, is_reduction, deducts, NULL FROM invoice_line_before
--
DROP TABLE invoice_line_before
--
PRAGMA legacy_alter_table=OFF
--
CREATE TABLE stock_rules (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	facts TEXT NOT NULL, 
	CONSTRAINT pk_stock_rules PRIMARY KEY (id)
)
 STRICT
--
CREATE TABLE location (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	code TEXT NOT NULL, 
	code_key TEXT NOT NULL, 
	name TEXT NOT NULL, 
	warehouse_id INTEGER, 
	route INTEGER NOT NULL, 
	contact_id INTEGER, 
	is_closed INTEGER NOT NULL, 
	CONSTRAINT pk_location PRIMARY KEY (id), 
	CONSTRAINT uq_location_code_key UNIQUE (code_key), 
	CONSTRAINT fk_location_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_location_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT
--
CREATE INDEX ix_location_contact ON location (contact_id)
--
CREATE INDEX ix_location_warehouse ON location (warehouse_id, route, id)
--
CREATE INDEX ix_invoice_line_order_line ON invoice_line (order_line_id) WHERE order_line_id IS NOT NULL
--
CREATE INDEX ix_invoice_line_sold ON invoice_line (product_id, customer_id, invoice_id) WHERE product_id IS NOT NULL
--
CREATE TABLE stock_item (
	product_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	tracking TEXT NOT NULL, 
	costing TEXT NOT NULL, 
	standard_cost INTEGER NOT NULL, 
	billing TEXT NOT NULL, 
	units TEXT NOT NULL, 
	reorder_least INTEGER NOT NULL, 
	reorder TEXT NOT NULL, 
	supplier_id INTEGER, 
	customs TEXT NOT NULL, 
	location_id INTEGER, 
	shelf_days INTEGER NOT NULL, 
	parts TEXT NOT NULL, 
	is_kit INTEGER NOT NULL, 
	is_checked INTEGER NOT NULL, 
	CONSTRAINT pk_stock_item PRIMARY KEY (product_id), 
	CONSTRAINT fk_stock_item_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_stock_item_supplier_id FOREIGN KEY(supplier_id) REFERENCES contact (id), 
	CONSTRAINT fk_stock_item_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
 STRICT
--
CREATE INDEX ix_stock_item_location ON stock_item (location_id)
--
CREATE INDEX ix_stock_item_reorder ON stock_item (reorder_least, product_id)
--
CREATE INDEX ix_stock_item_supplier ON stock_item (supplier_id)
--
CREATE TABLE stock_count (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	warehouse_id INTEGER NOT NULL, 
	number TEXT, 
	is_blind INTEGER NOT NULL, 
	limit_percent INTEGER, 
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
 STRICT
--
CREATE INDEX ix_stock_count_state ON stock_count (state, id)
--
CREATE INDEX ix_stock_count_warehouse ON stock_count (warehouse_id, state)
--
CREATE TABLE receipt (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	warehouse_id INTEGER NOT NULL, 
	number TEXT, 
	supplier_id INTEGER, 
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
 STRICT
--
CREATE INDEX ix_receipt_list ON receipt (state, expected_on, id)
--
CREATE INDEX ix_receipt_supplier ON receipt (supplier_id, id)
--
CREATE TABLE lot (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	status TEXT NOT NULL, 
	received_on TEXT, 
	expires_on TEXT, 
	note TEXT NOT NULL, 
	is_blocked INTEGER NOT NULL, 
	CONSTRAINT pk_lot PRIMARY KEY (id), 
	CONSTRAINT uq_lot_product_id_code UNIQUE (product_id, code), 
	CONSTRAINT fk_lot_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
 STRICT
--
CREATE INDEX ix_lot_expires ON lot (product_id, expires_on, id)
--
CREATE TABLE stock_level (
	product_id INTEGER NOT NULL, 
	location_id INTEGER NOT NULL, 
	lot_id INTEGER NOT NULL, 
	on_hand INTEGER NOT NULL, 
	picked INTEGER NOT NULL, 
	CONSTRAINT pk_stock_level PRIMARY KEY (product_id, location_id, lot_id), 
	CONSTRAINT "ck_stock_level_not-negative" CHECK (on_hand >= 0), 
	CONSTRAINT "ck_stock_level_picked-is-there" CHECK (picked >= 0 AND picked <= on_hand), 
	CONSTRAINT fk_stock_level_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_level_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE INDEX ix_stock_level_location ON stock_level (location_id, product_id)
--
CREATE TABLE stock_month (
	product_id INTEGER NOT NULL, 
	location_id INTEGER NOT NULL, 
	month INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	CONSTRAINT pk_stock_month PRIMARY KEY (product_id, location_id, month), 
	CONSTRAINT fk_stock_month_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_month_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE stock_standing (
	product_id INTEGER NOT NULL, 
	warehouse_id INTEGER NOT NULL, 
	on_hand INTEGER NOT NULL, 
	blocked INTEGER NOT NULL, 
	reserved INTEGER NOT NULL, 
	incoming INTEGER NOT NULL, 
	CONSTRAINT pk_stock_standing PRIMARY KEY (product_id, warehouse_id), 
	CONSTRAINT "ck_stock_standing_reserved-is-there" CHECK (reserved >= 0 AND reserved <= on_hand - blocked), 
	CONSTRAINT fk_stock_standing_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_standing_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE stock_worth (
	product_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	value_minor INTEGER NOT NULL, 
	CONSTRAINT pk_stock_worth PRIMARY KEY (product_id), 
	CONSTRAINT fk_stock_worth_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE stock_value_month (
	product_id INTEGER NOT NULL, 
	month INTEGER NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	CONSTRAINT pk_stock_value_month PRIMARY KEY (product_id, month), 
	CONSTRAINT fk_stock_value_month_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
 WITHOUT ROWID,
 STRICT
--
CREATE TABLE sales_order (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	number TEXT, 
	customer_id INTEGER, 
	customer_name TEXT NOT NULL, 
	customer_key TEXT NOT NULL, 
	order_reference TEXT NOT NULL, 
	reference_key TEXT NOT NULL, 
	warehouse_id INTEGER, 
	channel TEXT NOT NULL, 
	priority INTEGER NOT NULL, 
	ordered_on TEXT, 
	wanted_on TEXT, 
	promised_on TEXT, 
	ships_whole INTEGER NOT NULL, 
	hold TEXT NOT NULL, 
	overridden_by TEXT NOT NULL, 
	override_reason TEXT NOT NULL, 
	amended INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	net_minor INTEGER NOT NULL, 
	gross_minor INTEGER NOT NULL, 
	quote_id INTEGER, 
	plan_id INTEGER, 
	reason TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	CONSTRAINT pk_sales_order PRIMARY KEY (id), 
	CONSTRAINT uq_sales_order_number UNIQUE (number), 
	CONSTRAINT fk_sales_order_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT fk_sales_order_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_sales_order_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id), 
	CONSTRAINT fk_sales_order_plan_id FOREIGN KEY(plan_id) REFERENCES recurring_plan (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	expected INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	cost INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_line PRIMARY KEY (id), 
	CONSTRAINT "ck_receipt_line_above-zero" CHECK (expected > 0), 
	CONSTRAINT fk_receipt_line_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_receipt_line_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
 STRICT
--
CREATE INDEX ix_receipt_line_product ON receipt_line (product_id, receipt_id)
--
CREATE INDEX ix_receipt_line_receipt ON receipt_line (receipt_id, place)
--
CREATE TABLE stock_move (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	product_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	moved_on TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	lot_id INTEGER, 
	source TEXT NOT NULL, 
	line INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reverses_id INTEGER, 
	value_minor INTEGER, 
	origin_id INTEGER, 
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
 STRICT
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
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT uq_order_line_order_id_place UNIQUE (order_id, place), 
	CONSTRAINT "ck_order_line_not-negative" CHECK (delivered >= 0 AND cancelled >= 0 AND reserved >= 0), 
	CONSTRAINT "ck_order_line_no-more-than-ordered" CHECK (delivered + cancelled <= ordered), 
	CONSTRAINT "ck_order_line_returned-was-delivered" CHECK (returned >= 0 AND returned <= delivered), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT
--
CREATE INDEX ix_order_line_product ON order_line (product_id, order_id)
--
CREATE INDEX ix_order_line_waiting ON order_line (is_waiting, product_id, id)
--
CREATE TABLE order_amendment (
	order_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	"before" TEXT NOT NULL, 
	"after" TEXT NOT NULL, 
	CONSTRAINT pk_order_amendment PRIMARY KEY (order_id, number), 
	CONSTRAINT fk_order_amendment_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id)
)
 STRICT
--
CREATE TABLE delivery (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	order_id INTEGER NOT NULL, 
	warehouse_id INTEGER NOT NULL, 
	customer_id INTEGER, 
	customer_name TEXT NOT NULL, 
	customer_key TEXT NOT NULL, 
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
	proof_id INTEGER, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_delivery_warehouse_id FOREIGN KEY(warehouse_id) REFERENCES location (id), 
	CONSTRAINT fk_delivery_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT uq_delivery_number UNIQUE (number), 
	CONSTRAINT fk_delivery_proof_id FOREIGN KEY(proof_id) REFERENCES document (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	order_id INTEGER NOT NULL, 
	customer_id INTEGER, 
	customer_name TEXT NOT NULL, 
	customer_key TEXT NOT NULL, 
	number TEXT, 
	announced_on TEXT, 
	received_on TEXT, 
	decided_on TEXT, 
	reason TEXT NOT NULL, 
	credit_id INTEGER, 
	CONSTRAINT pk_goods_return PRIMARY KEY (id), 
	CONSTRAINT fk_goods_return_order_id FOREIGN KEY(order_id) REFERENCES sales_order (id), 
	CONSTRAINT fk_goods_return_customer_id FOREIGN KEY(customer_id) REFERENCES contact (id), 
	CONSTRAINT uq_goods_return_number UNIQUE (number), 
	CONSTRAINT fk_goods_return_credit_id FOREIGN KEY(credit_id) REFERENCES invoice (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	count_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	location_id INTEGER NOT NULL, 
	lot_id INTEGER, 
	counted INTEGER, 
	book INTEGER, 
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
 STRICT
--
CREATE INDEX ix_stock_count_line_count ON stock_count_line (count_id, place)
--
CREATE INDEX ix_stock_count_line_spot ON stock_count_line (product_id, location_id)
--
CREATE TABLE stock_layer (
	move_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	received_on TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	value_minor INTEGER NOT NULL, 
	left_quantity INTEGER NOT NULL, 
	left_minor INTEGER NOT NULL, 
	CONSTRAINT pk_stock_layer PRIMARY KEY (move_id), 
	CONSTRAINT fk_stock_layer_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id), 
	CONSTRAINT fk_stock_layer_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id)
)
 STRICT
--
CREATE INDEX ix_stock_layer_left ON stock_layer (product_id, received_on, move_id)
--
CREATE TABLE stock_value (
	id INTEGER NOT NULL, 
	move_id INTEGER, 
	product_id INTEGER NOT NULL, 
	booked_on TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	entry_id INTEGER, 
	CONSTRAINT pk_stock_value PRIMARY KEY (id), 
	CONSTRAINT fk_stock_value_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id), 
	CONSTRAINT fk_stock_value_product_id FOREIGN KEY(product_id) REFERENCES stock_item (product_id), 
	CONSTRAINT fk_stock_value_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
)
 STRICT
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
	id INTEGER NOT NULL, 
	delivery_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	order_line_id INTEGER NOT NULL, 
	product_id INTEGER, 
	quantity INTEGER NOT NULL, 
	picked INTEGER NOT NULL, 
	location_id INTEGER, 
	lot_id INTEGER, 
	parcel INTEGER NOT NULL, 
	move_id INTEGER, 
	CONSTRAINT pk_delivery_line PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_line_delivery_id FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_delivery_line_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_delivery_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_delivery_line_location_id FOREIGN KEY(location_id) REFERENCES location (id), 
	CONSTRAINT fk_delivery_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_delivery_line_move_id FOREIGN KEY(move_id) REFERENCES stock_move (id)
)
 STRICT
--
CREATE INDEX ix_delivery_line_delivery ON delivery_line (delivery_id, place)
--
CREATE INDEX ix_delivery_line_move ON delivery_line (move_id)
--
CREATE INDEX ix_delivery_line_order_line ON delivery_line (order_line_id)
--
CREATE TABLE goods_return_line (
	id INTEGER NOT NULL, 
	return_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	order_line_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	lot_id INTEGER, 
	finding TEXT NOT NULL, 
	outcome TEXT, 
	location_id INTEGER, 
	is_credited INTEGER NOT NULL, 
	CONSTRAINT pk_goods_return_line PRIMARY KEY (id), 
	CONSTRAINT fk_goods_return_line_return_id FOREIGN KEY(return_id) REFERENCES goods_return (id), 
	CONSTRAINT fk_goods_return_line_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_goods_return_line_product_id FOREIGN KEY(product_id) REFERENCES product (id), 
	CONSTRAINT fk_goods_return_line_lot_id FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_goods_return_line_location_id FOREIGN KEY(location_id) REFERENCES location (id)
)
 STRICT
--
CREATE INDEX ix_goods_return_line_order_line ON goods_return_line (order_line_id)
--
CREATE INDEX ix_goods_return_line_return ON goods_return_line (return_id, place)
--
CREATE TRIGGER guard_stock_count_delete_kept BEFORE DELETE ON stock_count WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_count_delete_kept'); END
--
CREATE TRIGGER guard_stock_count_update_kept BEFORE UPDATE ON stock_count WHEN OLD.state IN ('posted', 'cancelled') BEGIN SELECT RAISE(ABORT, 'guard_stock_count_update_kept'); END
--
CREATE TRIGGER guard_stock_count_line_delete_kept BEFORE DELETE ON stock_count_line WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_count_line_delete_kept'); END
--
CREATE TRIGGER guard_stock_count_line_insert_kept BEFORE INSERT ON stock_count_line WHEN EXISTS (SELECT 1 FROM stock_count AS ended WHERE ended.id = NEW.count_id AND ended.state IN ('posted', 'cancelled')) BEGIN SELECT RAISE(ABORT, 'guard_stock_count_line_insert_kept'); END
--
CREATE TRIGGER guard_stock_count_line_update_kept BEFORE UPDATE ON stock_count_line WHEN EXISTS (SELECT 1 FROM stock_count AS ended WHERE ended.id = OLD.count_id AND ended.state IN ('posted', 'cancelled')) BEGIN SELECT RAISE(ABORT, 'guard_stock_count_line_update_kept'); END
--
CREATE TRIGGER guard_stock_move_update_kept BEFORE UPDATE ON stock_move WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_move_update_kept'); END
--
CREATE TRIGGER guard_stock_move_delete_kept BEFORE DELETE ON stock_move WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_move_delete_kept'); END
--
CREATE TRIGGER guard_stock_value_update_kept BEFORE UPDATE ON stock_value WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_value_update_kept'); END
--
CREATE TRIGGER guard_stock_value_delete_kept BEFORE DELETE ON stock_value WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_stock_value_delete_kept'); END
--
CREATE TRIGGER guard_lot_delete_kept BEFORE DELETE ON lot WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_lot_delete_kept'); END
--
CREATE TRIGGER guard_location_delete_kept BEFORE DELETE ON location WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_location_delete_kept'); END
--
CREATE TRIGGER guard_receipt_delete_kept BEFORE DELETE ON receipt WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_receipt_delete_kept'); END
--
CREATE TRIGGER guard_delivery_delete_kept BEFORE DELETE ON delivery WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_delivery_delete_kept'); END
--
CREATE TRIGGER guard_delivery_update_kept BEFORE UPDATE ON delivery WHEN OLD.state IN ('shipped', 'delivered') AND (NEW.order_id IS DISTINCT FROM OLD.order_id OR NEW.warehouse_id IS DISTINCT FROM OLD.warehouse_id OR NEW.customer_id IS DISTINCT FROM OLD.customer_id OR NEW.customer_name IS DISTINCT FROM OLD.customer_name OR NEW.deliver_to IS DISTINCT FROM OLD.deliver_to OR NEW.number IS DISTINCT FROM OLD.number OR NEW.planned_on IS DISTINCT FROM OLD.planned_on OR NEW.shipped_on IS DISTINCT FROM OLD.shipped_on OR NEW.shipped_at IS DISTINCT FROM OLD.shipped_at) BEGIN SELECT RAISE(ABORT, 'guard_delivery_update_kept'); END
--
CREATE TRIGGER guard_delivery_update_backwards BEFORE UPDATE ON delivery WHEN OLD.state IN ('shipped', 'delivered') AND NOT (NEW.state IN ('shipped', 'delivered')) OR OLD.state = 'delivered' AND NEW.state <> 'delivered' OR OLD.state = 'cancelled' AND NEW.state <> 'cancelled' BEGIN SELECT RAISE(ABORT, 'guard_delivery_update_backwards'); END
--
CREATE TRIGGER guard_delivery_line_insert_kept BEFORE INSERT ON delivery_line WHEN EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = NEW.delivery_id AND gone.state IN ('shipped', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard_delivery_line_insert_kept'); END
--
CREATE TRIGGER guard_delivery_line_update_kept BEFORE UPDATE ON delivery_line WHEN EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = OLD.delivery_id AND gone.state IN ('shipped', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard_delivery_line_update_kept'); END
--
CREATE TRIGGER guard_delivery_line_delete_kept BEFORE DELETE ON delivery_line WHEN EXISTS (SELECT 1 FROM delivery AS gone WHERE gone.id = OLD.delivery_id AND gone.state IN ('shipped', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard_delivery_line_delete_kept'); END
--
CREATE TRIGGER guard_goods_return_delete_kept BEFORE DELETE ON goods_return WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_goods_return_delete_kept'); END
--
CREATE TRIGGER guard_goods_return_update_backwards BEFORE UPDATE ON goods_return WHEN OLD.state IN ('decided', 'cancelled') AND NEW.state <> OLD.state BEGIN SELECT RAISE(ABORT, 'guard_goods_return_update_backwards'); END
--
CREATE TRIGGER guard_order_amendment_update_kept BEFORE UPDATE ON order_amendment WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_order_amendment_update_kept'); END
--
CREATE TRIGGER guard_order_amendment_delete_kept BEFORE DELETE ON order_amendment WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'guard_order_amendment_delete_kept'); END
--
CREATE TRIGGER guard_invoice_line_insert_kept BEFORE INSERT ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_insert_kept'); END
--
CREATE TRIGGER guard_invoice_line_update_kept BEFORE UPDATE ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') OR EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = NEW.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_update_kept'); END
--
CREATE TRIGGER guard_invoice_line_delete_kept BEFORE DELETE ON invoice_line WHEN EXISTS (SELECT 1 FROM invoice AS issued WHERE issued.id = OLD.invoice_id AND issued.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'guard_invoice_line_delete_kept'); END
