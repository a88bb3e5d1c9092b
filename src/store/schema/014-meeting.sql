-- 会议: see src/records/meeting.c.

CREATE TABLE meeting (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	kind_id INTEGER REFERENCES meeting_kind (id)
		DEFERRABLE INITIALLY DEFERRED,
	title TEXT NOT NULL CHECK (title <> ''),
	serial_no INTEGER,
	begin_at TEXT NOT NULL
		CHECK (length(begin_at) IN (0, 16)),
	end_at TEXT NOT NULL
		CHECK (length(end_at) IN (0, 16)),
	place TEXT NOT NULL,
	party_group TEXT NOT NULL,
	chair_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	chair_name TEXT NOT NULL,
	recorder_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	recorder_name TEXT NOT NULL,
	state TEXT NOT NULL,
	secret TEXT NOT NULL CHECK (secret IN ('', '0') OR secret = '1'),
	signed_on TEXT NOT NULL
		CHECK (length(signed_on) IN (0, 4)
			OR length(signed_on) IN (7, 10)),
	signed_by TEXT NOT NULL,
	cancel_why TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_sort ON meeting (sort_key, id) WHERE deleted = 0;
CREATE INDEX meeting_union_org_id ON meeting (union_org_id, id);
CREATE INDEX meeting_kind_id ON meeting (kind_id, id);
CREATE INDEX meeting_begin_at ON meeting (begin_at, id) WHERE deleted = 0;
CREATE INDEX meeting_chair_id ON meeting (chair_id, id);
CREATE INDEX meeting_recorder_id ON meeting (recorder_id, id);
