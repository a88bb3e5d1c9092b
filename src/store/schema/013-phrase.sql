-- 常用语: see src/records/phrase.c.

CREATE TABLE phrase (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL CHECK (version > 0),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	sort_key TEXT NOT NULL,
	title TEXT NOT NULL CHECK (title <> ''),
	order_no INTEGER,
	body TEXT NOT NULL CHECK (body <> '')
) STRICT;
CREATE INDEX phrase_sort ON phrase (sort_key, id) WHERE deleted = 0;
CREATE INDEX phrase_title ON phrase (title);
