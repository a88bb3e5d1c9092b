-- 负责人: see src/records/leader.c.

CREATE TABLE leader (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	post TEXT NOT NULL,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_post TEXT NOT NULL,
	ground TEXT NOT NULL,
	reason TEXT NOT NULL,
	proposed_on TEXT NOT NULL
		CHECK (length(proposed_on) IN (0, 4)
			OR length(proposed_on) IN (7, 10)),
	proposed_by TEXT NOT NULL,
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX leader_sort ON leader (sort_key, id) WHERE deleted = 0;
CREATE INDEX leader_union_org_id ON leader (union_org_id, id);
CREATE INDEX leader_member_id ON leader (member_id, id);
CREATE INDEX leader_unit_id ON leader (unit_id, id);
