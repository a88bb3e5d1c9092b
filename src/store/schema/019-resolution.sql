-- 决议: see src/records/resolution.c.

CREATE TABLE resolution (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	vote_id INTEGER REFERENCES vote (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	subject TEXT NOT NULL CHECK (subject <> ''),
	body TEXT NOT NULL
) STRICT;
CREATE INDEX resolution_sort ON resolution (sort_key, id) WHERE deleted = 0;
CREATE INDEX resolution_meeting_id ON resolution (meeting_id, id);
CREATE INDEX resolution_agenda_item_id ON resolution (agenda_item_id, id);
CREATE INDEX resolution_vote_id ON resolution (vote_id, id);
