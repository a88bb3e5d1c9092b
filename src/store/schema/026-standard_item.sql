-- 标准条目: see src/records/standard_item.c.

CREATE TABLE standard_item (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	standard_id INTEGER REFERENCES standard (id)
		DEFERRABLE INITIALLY DEFERRED,
	group_id INTEGER REFERENCES standard_group (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	code TEXT NOT NULL CHECK (code <> ''),
	text TEXT NOT NULL CHECK (text <> ''),
	guide TEXT NOT NULL,
	look_at TEXT NOT NULL,
	weight INTEGER,
	probe TEXT NOT NULL,
	source TEXT NOT NULL
) STRICT;
CREATE INDEX standard_item_sort
	ON standard_item (sort_key, id) WHERE deleted = 0;
CREATE INDEX standard_item_standard_id ON standard_item (standard_id, id);
CREATE INDEX standard_item_group_id ON standard_item (group_id, id);
