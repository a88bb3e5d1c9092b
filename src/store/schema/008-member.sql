-- 党员: see src/records/member.c.

CREATE TABLE member (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	initials TEXT NOT NULL,
	sex TEXT NOT NULL,
	ethnic TEXT NOT NULL,
	birth_on TEXT NOT NULL
		CHECK (length(birth_on) IN (0, 4)
			OR length(birth_on) IN (7, 10)),
	idno TEXT NOT NULL
		CHECK (length(idno) IN (0, 15) OR length(idno) = 18),
	phone TEXT NOT NULL,
	native_place TEXT NOT NULL,
	education TEXT NOT NULL,
	address TEXT NOT NULL,
	work TEXT NOT NULL,
	work_on TEXT NOT NULL
		CHECK (length(work_on) IN (0, 4)
			OR length(work_on) IN (7, 10)),
	kind TEXT NOT NULL,
	joined_on TEXT NOT NULL
		CHECK (length(joined_on) IN (0, 4)
			OR length(joined_on) IN (7, 10)),
	confirmed_on TEXT NOT NULL
		CHECK (length(confirmed_on) IN (0, 4)
			OR length(confirmed_on) IN (7, 10)),
	introducers TEXT NOT NULL,
	branch_id INTEGER REFERENCES branch (id)
		DEFERRABLE INITIALLY DEFERRED,
	party_post TEXT NOT NULL,
	post_since_on TEXT NOT NULL
		CHECK (length(post_since_on) IN (0, 4)
			OR length(post_since_on) IN (7, 10)),
	state TEXT NOT NULL,
	state_on TEXT NOT NULL
		CHECK (length(state_on) IN (0, 4)
			OR length(state_on) IN (7, 10)),
	lost_cause TEXT NOT NULL,
	mobile TEXT NOT NULL CHECK (mobile IN ('', '0') OR mobile = '1'),
	mobile_where TEXT NOT NULL,
	file_at TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX member_sort ON member (sort_key, id) WHERE deleted = 0;
CREATE INDEX member_birth_on ON member (birth_on, id) WHERE deleted = 0;
CREATE INDEX member_idno ON member (idno);
CREATE INDEX member_branch_id ON member (branch_id, id);
