-- What the roster would be in the sqlite3 shell: the same columns, checks and
-- indexes as the table of members has for them.
CREATE TABLE member (
	name TEXT NOT NULL CHECK (name <> '' AND length(name) <= 64),
	sex TEXT NOT NULL CHECK (sex IN ('男', '女', '')),
	ethnic TEXT NOT NULL,
	birth_on TEXT NOT NULL CHECK (length(birth_on) IN (0, 4, 7, 10)
		AND date(birth_on) IS birth_on),
	idno TEXT NOT NULL CHECK (length(idno) IN (0, 15, 18) AND
		substr('10X98765432', 1 + (
		substr(idno, 1, 1) * 7 + substr(idno, 2, 1) * 9 +
		substr(idno, 3, 1) * 10 + substr(idno, 4, 1) * 5 +
		substr(idno, 5, 1) * 8 + substr(idno, 6, 1) * 4 +
		substr(idno, 7, 1) * 2 + substr(idno, 8, 1) * 1 +
		substr(idno, 9, 1) * 6 + substr(idno, 10, 1) * 3 +
		substr(idno, 11, 1) * 7 + substr(idno, 12, 1) * 9 +
		substr(idno, 13, 1) * 10 + substr(idno, 14, 1) * 5 +
		substr(idno, 15, 1) * 8 + substr(idno, 16, 1) * 4 +
		substr(idno, 17, 1) * 2) % 11, 1) = substr(idno, 18)),
	phone TEXT NOT NULL CHECK (phone NOT GLOB '*[^0-9-]*'),
	education TEXT NOT NULL,
	work TEXT NOT NULL CHECK (length(work) <= 128),
	joined_on TEXT NOT NULL CHECK (length(joined_on) IN (0, 4, 7, 10)
		AND date(joined_on) IS joined_on AND joined_on > birth_on),
	confirmed_on TEXT NOT NULL CHECK (length(confirmed_on) IN (0, 4, 7, 10)
		AND date(confirmed_on) IS confirmed_on
		AND confirmed_on >= joined_on),
	branch TEXT NOT NULL,
	kind TEXT NOT NULL
) STRICT;
CREATE INDEX member_name ON member (name);
CREATE INDEX member_birth_on ON member (birth_on);
CREATE UNIQUE INDEX member_idno ON member (idno);
CREATE INDEX member_branch ON member (branch);
