-- 成员单位: see src/records/union_unit.c.

CREATE TABLE union_unit (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	role TEXT NOT NULL,
	way TEXT NOT NULL,
	applied_on TEXT NOT NULL
		CHECK (length(applied_on) IN (0, 4)
			OR length(applied_on) IN (7, 10)),
	decided_by TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	left_on TEXT NOT NULL
		CHECK (length(left_on) IN (0, 4)
			OR length(left_on) IN (7, 10)),
	left_why TEXT NOT NULL,
	liaison TEXT NOT NULL,
	phone TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX union_unit_sort ON union_unit (sort_key, id) WHERE deleted = 0;
CREATE INDEX union_unit_union_org_id ON union_unit (union_org_id, id);
CREATE INDEX union_unit_unit_id ON union_unit (unit_id, id);
