-- The store's own tables: sites, changes, journal, search keys, settings.
-- In the record tables an IN holds two values at most: with more SQLite builds
-- a table of them for every row that it checks, a third of an import's time.

CREATE TABLE site (
	number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 2147483647),
	machine TEXT NOT NULL,          -- hash of the machine-id it writes on
	made_at INTEGER NOT NULL,
	serial INTEGER NOT NULL,        -- the last one given out
	hash BLOB NOT NULL,             -- of its last journal row
	current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT;

-- 变更: the head of every change.
CREATE TABLE change_head (
	id INTEGER PRIMARY KEY,
	lamport INTEGER NOT NULL,
	at INTEGER NOT NULL,
	operator_id INTEGER NOT NULL,
	operator_name TEXT NOT NULL,
	account TEXT NOT NULL,
	host TEXT NOT NULL,
	action TEXT NOT NULL,
	reason TEXT NOT NULL,
	undoes INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	n_rows INTEGER NOT NULL
) STRICT;
CREATE INDEX change_head_order ON change_head (lamport, id);
CREATE INDEX change_head_undoes ON change_head (undoes) WHERE undoes <> 0;
CREATE INDEX change_head_draft ON change_head (draft) WHERE draft <> 0;
CREATE INDEX change_head_at ON change_head (at, lamport, id);
CREATE INDEX change_head_operator
	ON change_head (operator_name, lamport, id);

-- What a change did to how many records of a table.
CREATE TABLE change_count (
	change_id INTEGER NOT NULL,
	type TEXT NOT NULL,
	n_new INTEGER NOT NULL,
	n_changed INTEGER NOT NULL,
	n_removed INTEGER NOT NULL,
	n_back INTEGER NOT NULL,        -- brought back
	PRIMARY KEY (change_id, type)
) STRICT, WITHOUT ROWID;

-- 变更记录: see journal.h for the hash.
CREATE TABLE journal (
	id INTEGER PRIMARY KEY,
	change_id INTEGER NOT NULL,
	type TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	fields TEXT NOT NULL,
	salt BLOB NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_change ON journal (change_id);
CREATE INDEX journal_record ON journal (record_id);

-- Keys under which records are found; see enum find_kind.
CREATE TABLE find_key (
	type INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	key TEXT NOT NULL,
	id INTEGER NOT NULL,
	PRIMARY KEY (type, kind, key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
