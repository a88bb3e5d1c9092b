-- 单位: see src/records/unit.c.

CREATE TABLE unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	short_name TEXT NOT NULL,
	kind TEXT NOT NULL,
	level TEXT NOT NULL,
	side TEXT NOT NULL,
	region TEXT NOT NULL,
	parent_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	contact TEXT NOT NULL,
	phone TEXT NOT NULL,
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX unit_sort ON unit (sort_key, id) WHERE deleted = 0;
CREATE INDEX unit_name ON unit (name);
CREATE INDEX unit_parent_id ON unit (parent_id, id);
