-- 表决规则: see src/records/vote_rule.c.

CREATE TABLE vote_rule (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	quorum_num INTEGER,
	quorum_den INTEGER,
	quorum_over TEXT NOT NULL,
	pass_base TEXT NOT NULL,
	pass_num INTEGER,
	pass_den INTEGER,
	pass_over TEXT NOT NULL,
	basis TEXT NOT NULL,
	rule_on TEXT NOT NULL
		CHECK (length(rule_on) IN (0, 4)
			OR length(rule_on) IN (7, 10)),
	since_on TEXT NOT NULL
		CHECK (length(since_on) IN (0, 4)
			OR length(since_on) IN (7, 10)),
	until_on TEXT NOT NULL
		CHECK (length(until_on) IN (0, 4)
			OR length(until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX vote_rule_sort ON vote_rule (sort_key, id) WHERE deleted = 0;
CREATE INDEX vote_rule_name ON vote_rule (name);
