-- 工作标准: see src/records/standard.c.

CREATE TABLE standard (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	code TEXT NOT NULL CHECK (code <> ''),
	edition INTEGER,
	status TEXT NOT NULL,
	notice TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	state TEXT NOT NULL,
	issued_by TEXT NOT NULL,
	document_no TEXT NOT NULL,
	issued_on TEXT NOT NULL
		CHECK (length(issued_on) IN (0, 4)
			OR length(issued_on) IN (7, 10)),
	replaces_id INTEGER REFERENCES standard (id)
		DEFERRABLE INITIALLY DEFERRED,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX standard_sort ON standard (sort_key, id) WHERE deleted = 0;
CREATE INDEX standard_replaces_id ON standard (replaces_id, id);
