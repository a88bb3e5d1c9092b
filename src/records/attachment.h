/*
 * Files that belong to a meeting (附件).  The program keeps no copy of them:
 * size, time and hash (BLAKE2b-256, hex; none of large files) are noted when a
 * path is saved that was not there before, and compared later.
 */
#ifndef RECORDS_ATTACHMENT_H
#define RECORDS_ATTACHMENT_H

#include "base/err.h"
#include "records/record.h"

/* What has become of the file that an attachment names. */
enum attachment_state {
	ATTACHMENT_NO_FILE, /* 无文件: it names none */
	ATTACHMENT_UNKNOWN, /* 未核对: it was not there when it was entered */
	ATTACHMENT_SAME,    /* 一致 */
	ATTACHMENT_CHANGED, /* 文件已变 */
	ATTACHMENT_ABSENT,  /* 不在: not there, or not to be read */
};

/* Reads the file; what is large is known by its size and time. */
enum attachment_state
attachment_look(const struct record *attachment);

/* The state in words, translated. */
const char *
attachment_word(enum attachment_state state);

#endif
