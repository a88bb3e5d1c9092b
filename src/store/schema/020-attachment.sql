-- 附件: see src/records/attachment.c.

CREATE TABLE attachment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	kind TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	file TEXT NOT NULL,
	place TEXT NOT NULL,
	size INTEGER,
	file_at TEXT NOT NULL
		CHECK (length(file_at) IN (0, 16)),
	hash TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_sort ON attachment (sort_key, id) WHERE deleted = 0;
CREATE INDEX attachment_meeting_id ON attachment (meeting_id, id);
