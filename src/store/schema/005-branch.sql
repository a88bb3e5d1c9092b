-- 党支部: see src/records/branch.c.

CREATE TABLE branch (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	upper TEXT NOT NULL,
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX branch_sort ON branch (sort_key, id) WHERE deleted = 0;
CREATE INDEX branch_name ON branch (name);
CREATE INDEX branch_unit_id ON branch (unit_id, id);
