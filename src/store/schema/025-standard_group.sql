-- 标准分组: see src/records/standard_group.c.

CREATE TABLE standard_group (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	standard_id INTEGER REFERENCES standard (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	code TEXT NOT NULL CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	heading TEXT NOT NULL,
	expected INTEGER,
	word_met TEXT NOT NULL,
	word_partly TEXT NOT NULL,
	word_unmet TEXT NOT NULL
) STRICT;
CREATE INDEX standard_group_sort
	ON standard_group (sort_key, id) WHERE deleted = 0;
CREATE INDEX standard_group_standard_id ON standard_group (standard_id, id);
