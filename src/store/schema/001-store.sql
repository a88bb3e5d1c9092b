-- The store's own tables: sites, changes, journal, search keys, settings.
-- In the record tables an IN holds two values at most: with more SQLite builds
-- a table of them for every row that it checks, a third of an import's time.

CREATE TABLE site (
	number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 2147483647),
	machine TEXT NOT NULL,          -- hash of the machine-id it writes on
	made_at INTEGER NOT NULL,
	serial INTEGER NOT NULL,        -- the last one given out
	hash BLOB NOT NULL,             -- of its last journal row
	current INTEGER NOT NULL CHECK (current IN (0, 1)),
	first INTEGER NOT NULL CHECK (first IN (0, 1)) -- of this database
) STRICT;
CREATE UNIQUE INDEX site_first ON site (first) WHERE first = 1;

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

-- Keys under which records are found, several a record: every byte counts.
CREATE TABLE find_key (
	list INTEGER NOT NULL,          -- of keys; see find_list() in table.h
	key TEXT NOT NULL,
	place INTEGER NOT NULL,         -- the record's id without the first site
	PRIMARY KEY (list, key, place)
) STRICT, WITHOUT ROWID;
CREATE VIEW found AS SELECT list, key, place, place
	+ (SELECT number << 32 FROM site WHERE first = 1) AS id FROM find_key;

CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
