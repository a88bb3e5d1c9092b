-- 规范整顿: see src/records/rectification.c.

CREATE TABLE rectification (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	checklist_run_id INTEGER REFERENCES checklist_run (id)
		DEFERRABLE INITIALLY DEFERRED,
	grounds TEXT NOT NULL,
	ground_text TEXT NOT NULL,
	proposed_on TEXT NOT NULL
		CHECK (length(proposed_on) IN (0, 4)
			OR length(proposed_on) IN (7, 10)),
	proposed_by TEXT NOT NULL,
	decided_on TEXT NOT NULL
		CHECK (length(decided_on) IN (0, 4)
			OR length(decided_on) IN (7, 10)),
	decided_by TEXT NOT NULL,
	document_no TEXT NOT NULL,
	state TEXT NOT NULL,
	plan_text TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	person TEXT NOT NULL,
	due_on TEXT NOT NULL
		CHECK (length(due_on) IN (0, 4)
			OR length(due_on) IN (7, 10)),
	applied_on TEXT NOT NULL
		CHECK (length(applied_on) IN (0, 4)
			OR length(applied_on) IN (7, 10)),
	means TEXT NOT NULL,
	score INTEGER,
	ballots INTEGER,
	dissatisfied INTEGER,
	pass_mark INTEGER,
	dissatisfied_max INTEGER,
	verdict TEXT NOT NULL,
	accepted_on TEXT NOT NULL
		CHECK (length(accepted_on) IN (0, 4)
			OR length(accepted_on) IN (7, 10)),
	accepted_by TEXT NOT NULL,
	accept_note TEXT NOT NULL,
	track_until_on TEXT NOT NULL
		CHECK (length(track_until_on) IN (0, 4)
			OR length(track_until_on) IN (7, 10)),
	closed_on TEXT NOT NULL
		CHECK (length(closed_on) IN (0, 4)
			OR length(closed_on) IN (7, 10)),
	closed_by TEXT NOT NULL,
	merged_into_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	aftermath TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_sort
	ON rectification (sort_key, id) WHERE deleted = 0;
CREATE INDEX rectification_union_org_id
	ON rectification (union_org_id, id);
CREATE INDEX rectification_checklist_run_id
	ON rectification (checklist_run_id, id);
CREATE INDEX rectification_member_id
	ON rectification (member_id, id);
CREATE INDEX rectification_merged_into_id
	ON rectification (merged_into_id, id);
CREATE INDEX rectification_proposed_on
	ON rectification (proposed_on, id) WHERE deleted = 0;
CREATE INDEX rectification_due_on
	ON rectification (due_on, id) WHERE deleted = 0;
CREATE INDEX rectification_track_until_on
	ON rectification (track_until_on, id) WHERE deleted = 0;

-- 佐证: a rectification too.
ALTER TABLE evidence ADD COLUMN rectification_id INTEGER
	REFERENCES rectification (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX evidence_rectification_id ON evidence (rectification_id, id);

-- 本单位: by what an acceptance is judged.
ALTER TABLE office ADD COLUMN pass_mark INTEGER;
ALTER TABLE office ADD COLUMN dissatisfied_max INTEGER;
ALTER TABLE office ADD COLUMN track_months INTEGER;
