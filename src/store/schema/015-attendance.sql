-- 出席: see src/records/attendance.c.

CREATE TABLE attendance (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	meeting_id INTEGER REFERENCES meeting (id)
		DEFERRABLE INITIALLY DEFERRED,
	order_no INTEGER,
	member_id INTEGER REFERENCES member (id)
		DEFERRABLE INITIALLY DEFERRED,
	unit_id INTEGER REFERENCES unit (id)
		DEFERRABLE INITIALLY DEFERRED,
	person TEXT NOT NULL,
	post TEXT NOT NULL,
	capacity TEXT NOT NULL,
	presence TEXT NOT NULL,
	arrived_at TEXT NOT NULL
		CHECK (length(arrived_at) IN (0, 16)),
	absence TEXT NOT NULL,
	reason TEXT NOT NULL,
	left_out TEXT NOT NULL,
	left_out_note TEXT NOT NULL,
	remark TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_sort ON attendance (sort_key, id) WHERE deleted = 0;
CREATE INDEX attendance_meeting_id ON attendance (meeting_id, id);
CREATE INDEX attendance_member_id ON attendance (member_id, id);
CREATE INDEX attendance_unit_id ON attendance (unit_id, id);
