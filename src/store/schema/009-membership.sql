-- 联合党组织成员: see src/records/membership.c.

CREATE TABLE membership (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	union_org_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	post TEXT NOT NULL,
	origin TEXT NOT NULL,
	duty TEXT NOT NULL,
	party_group TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	left_on TEXT NOT NULL
		CHECK (length(left_on) IN (0, 4)
			OR length(left_on) IN (7, 10)),
	left_why TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX membership_sort ON membership (sort_key, id) WHERE deleted = 0;
CREATE INDEX membership_member_id ON membership (member_id, id);
CREATE INDEX membership_union_org_id ON membership (union_org_id, id);
CREATE INDEX membership_unit_id ON membership (unit_id, id);
