-- 佐证: see src/records/evidence.c.

CREATE TABLE evidence (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	checklist_run_id INTEGER REFERENCES checklist_run (id)
		DEFERRABLE INITIALLY DEFERRED,
	result_id INTEGER REFERENCES checklist_result (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	task_id INTEGER REFERENCES task (id)
		DEFERRABLE INITIALLY DEFERRED,
	leader_id INTEGER REFERENCES leader (id)
		DEFERRABLE INITIALLY DEFERRED,
	title TEXT NOT NULL,
	note TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_sort ON evidence (sort_key, id) WHERE deleted = 0;
CREATE INDEX evidence_checklist_run_id ON evidence (checklist_run_id, id);
CREATE INDEX evidence_result_id ON evidence (result_id, id);
CREATE INDEX evidence_meeting_id ON evidence (meeting_id, id);
CREATE INDEX evidence_task_id ON evidence (task_id, id);
CREATE INDEX evidence_leader_id ON evidence (leader_id, id);
