-- 议题: see src/records/agenda_item.c.

CREATE TABLE agenda_item (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL CHECK (subject <> ''),
	form TEXT NOT NULL,
	speaker_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	speaker_name TEXT NOT NULL,
	gist TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_item_sort ON agenda_item (sort_key, id) WHERE deleted = 0;
CREATE INDEX agenda_item_meeting_id ON agenda_item (meeting_id, id);
CREATE INDEX agenda_item_speaker_id ON agenda_item (speaker_id, id);
