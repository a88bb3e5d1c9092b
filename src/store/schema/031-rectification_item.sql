-- 整改事项: see src/records/rectification_item.c.

CREATE TABLE rectification_item (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	rectification_id INTEGER REFERENCES rectification (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	checklist_result_id INTEGER REFERENCES checklist_result (id)
		DEFERRABLE INITIALLY DEFERRED,
	problem TEXT NOT NULL CHECK (problem <> ''),
	measure TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	person TEXT NOT NULL,
	due_on TEXT NOT NULL
		CHECK (length(due_on) IN (0, 4)
			OR length(due_on) IN (7, 10)),
	done_on TEXT NOT NULL
		CHECK (length(done_on) IN (0, 4)
			OR length(done_on) IN (7, 10)),
	outcome TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_item_sort
	ON rectification_item (sort_key, id) WHERE deleted = 0;
CREATE INDEX rectification_item_rectification_id
	ON rectification_item (rectification_id, id);
CREATE INDEX rectification_item_checklist_result_id
	ON rectification_item (checklist_result_id, id);
CREATE INDEX rectification_item_member_id
	ON rectification_item (member_id, id);
CREATE INDEX rectification_item_due_on
	ON rectification_item (due_on, id) WHERE deleted = 0;
