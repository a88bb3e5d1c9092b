/* What the files of the check (check*.c) share. */
#ifndef STORE_CHECK_PRIVATE_H
#define STORE_CHECK_PRIVATE_H

#include "base/strbuf.h"
#include "store/check.h"
#include "store/site.h"
#include "store/store_private.h"
#include "store/table_row.h"

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
	bool keys_are_old; /* made by another derivation: not compared */
	struct key_sum *expected; /* of each of the store's tables */
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
