-- 表决: see src/records/vote.c.

CREATE TABLE vote (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	matter TEXT NOT NULL CHECK (matter <> ''),
	way TEXT NOT NULL,
	vote_rule_id INTEGER REFERENCES vote_rule (id)
		DEFERRABLE INITIALLY DEFERRED,
	eligible INTEGER,
	present INTEGER,
	in_favour INTEGER,
	against INTEGER,
	abstained INTEGER,
	not_cast INTEGER,
	written INTEGER,
	outcome TEXT NOT NULL
) STRICT;
CREATE INDEX vote_sort ON vote (sort_key, id) WHERE deleted = 0;
CREATE INDEX vote_meeting_id ON vote (meeting_id, id);
CREATE INDEX vote_agenda_item_id ON vote (agenda_item_id, id);
CREATE INDEX vote_vote_rule_id ON vote (vote_rule_id, id);
