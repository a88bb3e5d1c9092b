-- 重复认定: see src/records/ruling.c.

CREATE TABLE ruling (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	type TEXT NOT NULL CHECK (type <> ''),
	kept TEXT NOT NULL CHECK (kept <> ''),
	other TEXT NOT NULL CHECK (other <> ''),
	verdict TEXT NOT NULL CHECK (verdict <> ''),
	decided_on TEXT NOT NULL
		CHECK (length(decided_on) IN (0, 4)
			OR length(decided_on) IN (7, 10)),
	reason TEXT NOT NULL
) STRICT;
CREATE INDEX ruling_sort ON ruling (sort_key, id) WHERE deleted = 0;
CREATE INDEX ruling_kept ON ruling (kept, id);
CREATE INDEX ruling_other ON ruling (other, id);
CREATE INDEX ruling_decided_on ON ruling (decided_on, id);
