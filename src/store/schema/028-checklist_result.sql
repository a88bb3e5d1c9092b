-- 检查结果: see src/records/checklist_result.c.

CREATE TABLE checklist_result (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	checklist_run_id INTEGER REFERENCES checklist_run (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	item_id INTEGER REFERENCES standard_item (id)
		DEFERRABLE INITIALLY DEFERRED,
	grp TEXT NOT NULL,
	code TEXT NOT NULL,
	text TEXT NOT NULL,
	guide TEXT NOT NULL,
	verdict TEXT NOT NULL,
	word TEXT NOT NULL,
	proposed TEXT NOT NULL,
	ground TEXT NOT NULL,
	note TEXT NOT NULL,
	finding TEXT NOT NULL,
	measure TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	person TEXT NOT NULL,
	due_on TEXT NOT NULL
		CHECK (length(due_on) IN (0, 4)
			OR length(due_on) IN (7, 10)),
	recheck_on TEXT NOT NULL
		CHECK (length(recheck_on) IN (0, 4)
			OR length(recheck_on) IN (7, 10)),
	recheck TEXT NOT NULL,
	recheck_note TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_result_sort
	ON checklist_result (sort_key, id) WHERE deleted = 0;
CREATE INDEX checklist_result_checklist_run_id
	ON checklist_result (checklist_run_id, id);
CREATE INDEX checklist_result_item_id ON checklist_result (item_id, id);
CREATE INDEX checklist_result_member_id ON checklist_result (member_id, id);
CREATE INDEX checklist_result_due_on
	ON checklist_result (due_on, id) WHERE deleted = 0;

-- 任务: what it came from.
ALTER TABLE task ADD COLUMN checklist_result_id INTEGER
	REFERENCES checklist_result (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX task_checklist_result_id ON task (checklist_result_id, id);
