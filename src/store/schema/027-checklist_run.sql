-- 对标检查: see src/records/checklist_run.c.

CREATE TABLE checklist_run (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	standard_id INTEGER REFERENCES standard (id)
		DEFERRABLE INITIALLY DEFERRED,
	year INTEGER,
	part TEXT NOT NULL,
	day_on TEXT NOT NULL
		CHECK (length(day_on) IN (0, 4)
			OR length(day_on) IN (7, 10)),
	from_on TEXT NOT NULL
		CHECK (length(from_on) IN (0, 4)
			OR length(from_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	judged_on TEXT NOT NULL
		CHECK (length(judged_on) IN (0, 4)
			OR length(judged_on) IN (7, 10)),
	judged_by TEXT NOT NULL,
	state TEXT NOT NULL,
	submitted_by_id INTEGER REFERENCES operator (id)
		DEFERRABLE INITIALLY DEFERRED,
	submitted_on TEXT NOT NULL
		CHECK (length(submitted_on) IN (0, 4)
			OR length(submitted_on) IN (7, 10)),
	reviewed_by_id INTEGER REFERENCES operator (id)
		DEFERRABLE INITIALLY DEFERRED,
	reviewed_on TEXT NOT NULL
		CHECK (length(reviewed_on) IN (0, 4)
			OR length(reviewed_on) IN (7, 10)),
	return_why TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_run_sort
	ON checklist_run (sort_key, id) WHERE deleted = 0;
CREATE INDEX checklist_run_union_org_id ON checklist_run (union_org_id, id);
CREATE INDEX checklist_run_standard_id ON checklist_run (standard_id, id);
CREATE INDEX checklist_run_from_on
	ON checklist_run (from_on, id) WHERE deleted = 0;
CREATE INDEX checklist_run_submitted_by_id
	ON checklist_run (submitted_by_id, id);
CREATE INDEX checklist_run_reviewed_by_id ON checklist_run (reviewed_by_id, id);
