-- 任务进展: see src/records/task_note.c.

CREATE TABLE task_note (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	task_id INTEGER REFERENCES task (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	noted_on TEXT NOT NULL
		CHECK (length(noted_on) IN (0, 4)
			OR length(noted_on) IN (7, 10)),
	body TEXT NOT NULL CHECK (body <> ''),
	noted_by TEXT NOT NULL
) STRICT;
CREATE INDEX task_note_sort ON task_note (sort_key, id) WHERE deleted = 0;
CREATE INDEX task_note_task_id ON task_note (task_id, id);
