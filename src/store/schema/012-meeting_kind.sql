-- 会议类别: see src/records/meeting_kind.c.

CREATE TABLE meeting_kind (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	cycle TEXT NOT NULL,
	times INTEGER,
	eligible TEXT NOT NULL,
	vote_rule_id INTEGER REFERENCES vote_rule (id)
		DEFERRABLE INITIALLY DEFERRED,
	first_topic TEXT NOT NULL
		CHECK (first_topic IN ('', '0') OR first_topic = '1'),
	functional TEXT NOT NULL
		CHECK (functional IN ('', '0') OR functional = '1'),
	union_kinds TEXT NOT NULL,
	basis TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	template TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_kind_sort ON meeting_kind (sort_key, id) WHERE deleted = 0;
CREATE INDEX meeting_kind_name ON meeting_kind (name);
CREATE INDEX meeting_kind_vote_rule_id ON meeting_kind (vote_rule_id, id);
