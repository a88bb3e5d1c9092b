-- 整改进展: see src/records/rectification_note.c.

CREATE TABLE rectification_note (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	rectification_id INTEGER REFERENCES rectification (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	noted_on TEXT NOT NULL
		CHECK (length(noted_on) IN (0, 4)
			OR length(noted_on) IN (7, 10)),
	body TEXT NOT NULL CHECK (body <> ''),
	noted_by TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_note_sort
	ON rectification_note (sort_key, id) WHERE deleted = 0;
CREATE INDEX rectification_note_rectification_id
	ON rectification_note (rectification_id, id);
