-- 任务: see src/records/task.c.

CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	title TEXT NOT NULL CHECK (title <> ''),
	detail TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	given_on TEXT NOT NULL
		CHECK (length(given_on) IN (0, 4)
			OR length(given_on) IN (7, 10)),
	due_on TEXT NOT NULL
		CHECK (length(due_on) IN (0, 4)
			OR length(due_on) IN (7, 10)),
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	resolution_id INTEGER REFERENCES resolution (id)
		DEFERRABLE INITIALLY DEFERRED,
	parent_id INTEGER REFERENCES task (id)
		DEFERRABLE INITIALLY DEFERRED,
	state TEXT NOT NULL,
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	result TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX task_sort ON task (sort_key, id) WHERE deleted = 0;
CREATE INDEX task_union_org_id ON task (union_org_id, id);
CREATE INDEX task_member_id ON task (member_id, id);
CREATE INDEX task_unit_id ON task (unit_id, id);
CREATE INDEX task_due_on ON task (due_on, id) WHERE deleted = 0;
CREATE INDEX task_meeting_id ON task (meeting_id, id);
CREATE INDEX task_resolution_id ON task (resolution_id, id);
CREATE INDEX task_parent_id ON task (parent_id, id);
