-- 联合党组织: see src/records/union_org.c.

CREATE TABLE union_org (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	kind TEXT NOT NULL,
	basis TEXT NOT NULL,
	parent_id INTEGER REFERENCES union_org (id)
		DEFERRABLE INITIALLY DEFERRED,
	committee_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	lead_unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	document_no TEXT NOT NULL,
	approved_on TEXT NOT NULL
		CHECK (length(approved_on) IN (0, 4)
			OR length(approved_on) IN (7, 10)),
	founded_on TEXT NOT NULL
		CHECK (length(founded_on) IN (0, 4)
			OR length(founded_on) IN (7, 10)),
	state TEXT NOT NULL,
	ended_on TEXT NOT NULL
		CHECK (length(ended_on) IN (0, 4)
			OR length(ended_on) IN (7, 10)),
	chain TEXT NOT NULL,
	task TEXT NOT NULL,
	task_text TEXT NOT NULL,
	need TEXT NOT NULL,
	scope TEXT NOT NULL,
	crosses TEXT NOT NULL,
	spot TEXT NOT NULL,
	route TEXT NOT NULL,
	district TEXT NOT NULL,
	station TEXT NOT NULL,
	term_years INTEGER,
	term_until_on TEXT NOT NULL
		CHECK (length(term_until_on) IN (0, 4)
			OR length(term_until_on) IN (7, 10)),
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX union_org_sort ON union_org (sort_key, id) WHERE deleted = 0;
CREATE INDEX union_org_name ON union_org (name);
CREATE INDEX union_org_parent_id ON union_org (parent_id, id);
CREATE INDEX union_org_committee_id ON union_org (committee_id, id);
CREATE INDEX union_org_lead_unit_id ON union_org (lead_unit_id, id);
