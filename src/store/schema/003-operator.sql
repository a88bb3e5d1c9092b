-- 经办人: see src/records/operator.c.

CREATE TABLE operator (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	short_name TEXT NOT NULL,
	post TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10))
) STRICT;
CREATE INDEX operator_sort ON operator (sort_key, id) WHERE deleted = 0;
CREATE INDEX operator_name ON operator (name);
