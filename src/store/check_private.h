/* What the files of the check (check*.c) share. */
#ifndef STORE_CHECK_PRIVATE_H
#define STORE_CHECK_PRIVATE_H

#include "base/strbuf.h"
#include "store/check.h"
#include "store/site.h"
#include "store/store_private.h"

typedef char id_text[SITE_ID_TEXT_SIZE];

/* How many keys stand under a table, and a sum over them in any order. */
struct key_sum {
	uint64_t n;
	uint64_t sum;
};

struct check {
	struct store *store;
	struct job *job;
	void (*fault)(void *data, const char *sentence);
	void *data;
	struct check_result *result;
	const char *step; /* what the job is told */
	uint64_t n_done;
	uint64_t n_total;
	struct key_sum *expected; /* of each of the store's tables */
};

/* A row of a record table as it is read for comparing. */
struct check_row {
	const struct table *table;
	struct stmt *stmt; /* goes through the table by id */
	bool at_end;
	int64_t id;
	int64_t version;
	bool deleted;
	const char *sort_key;
	const char **values; /* n_columns; live until the next step */
	id_text *ids;        /* n_columns: references as text */
};

/* Reports one fault; format is a translated sentence. */
void
check_fault(struct check *check, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void
check_begin_step(struct check *check, const char *step, uint64_t n_total);

/* One more done; ERR_CANCELLED where the person wants no more of it. */
enum err_code
check_tick(struct check *check, struct err *err);

/* Begins at the first record of the table (or, with id, reads only that one);
 * check_row_next() reads the first. */
enum err_code
check_row_open(struct check *check, const struct table *table, int64_t id,
	struct check_row *row, struct err *err);

enum err_code
check_row_next(struct check_row *row, struct err *err);

/* What follows from the row's values; none for a removed record's keys. */
void
check_row_derive(const struct check_row *row, struct derived *derived);

void
check_row_close(struct check_row *row);

/* check_chain.c: every site's chain of hashes and every change's head. */
enum err_code
check_chain(struct check *check, struct err *err);

/* check_replay.c: tables against the journal; sums up the expected keys. */
enum err_code
check_replay(struct check *check, struct err *err);

/* check_keys.c: find_key against those sums, and one by one where they are
 * different. */
void
check_keys_add(struct key_sum *sum, int list, const char *key, int64_t id);

enum err_code
check_keys(struct check *check, struct err *err);

#endif
