-- 本单位: see src/records/office.c.

CREATE TABLE office (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	level TEXT NOT NULL,
	region TEXT NOT NULL,
	upper TEXT NOT NULL,
	phone TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX office_sort ON office (sort_key, id) WHERE deleted = 0;
