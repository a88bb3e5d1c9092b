-- 更正: see src/records/amendment.c.

CREATE TABLE amendment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	amended_on TEXT NOT NULL
		CHECK (length(amended_on) IN (0, 4)
			OR length(amended_on) IN (7, 10)),
	matter TEXT NOT NULL CHECK (matter <> ''),
	body TEXT NOT NULL CHECK (body <> ''),
	signed_by TEXT NOT NULL CHECK (signed_by <> '')
) STRICT;
CREATE INDEX amendment_sort ON amendment (sort_key, id) WHERE deleted = 0;
CREATE INDEX amendment_meeting_id ON amendment (meeting_id, id);
