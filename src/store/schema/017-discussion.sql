-- 发言: see src/records/discussion.c.

CREATE TABLE discussion (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	agenda_item_id INTEGER REFERENCES agenda_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	speaker_name TEXT NOT NULL,
	dissent TEXT NOT NULL CHECK (dissent IN ('', '0') OR dissent = '1'),
	words TEXT NOT NULL CHECK (words <> '')
) STRICT;
CREATE INDEX discussion_sort ON discussion (sort_key, id) WHERE deleted = 0;
CREATE INDEX discussion_meeting_id ON discussion (meeting_id, id);
CREATE INDEX discussion_agenda_item_id ON discussion (agenda_item_id, id);
CREATE INDEX discussion_member_id ON discussion (member_id, id);
