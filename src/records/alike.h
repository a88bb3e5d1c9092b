/*
 * How like two records are (疑似重复), by the rules of their type (struct
 * alike_rule): what brings two together among many, and what is to be thought
 * of two of them.
 */
#ifndef RECORDS_ALIKE_H
#define RECORDS_ALIKE_H

#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "records/find.h"
#include "records/record.h"

/* Namesakes are counted up to here. */
enum { ALIKE_NAMESAKES_MAX = 100 };

/* What was found of two. */
struct alike_found {
	enum likelihood how;
	const struct alike_rule *rule; /* the one that says most; NULL: none */
	size_t namesakes; /* records with the title of the first, with both of
	                     them; 0: not counted */
};

/* Two records of one type, each with what its rules name. */
enum err_code
alike_compare(struct store *store, const struct record *a,
	const struct record *b, struct alike_found *found, struct err *err);

/* 肯定, 很可能, 可能; translated.  Not of LIKELIHOOD_NONE. */
const char *
alike_word(enum likelihood how);

/* Appends 姓名相同、出生日期相同；同名 3 条; nothing where there is no rule. */
void
alike_reason(const struct record_type *type, const struct alike_found *found,
	struct strbuf *out);

/*
 * Texts under which a record and those that a rule may find alike are both
 * found; at most ALIKE_KEYS_MAX, none where a field is empty.  hint tells more
 * of those with the same key apart (alike_hints_fit()).
 */
enum { ALIKE_KEYS_MAX = 2 };

struct alike_key {
	struct strbuf text;
	uint64_t hint;
};

size_t
alike_keys(const struct record *record, const struct alike_rule *rule,
	struct alike_key keys[ALIKE_KEYS_MAX]);

/* Could the rule hold for two with the same key and these hints? */
bool
alike_hints_fit(const struct alike_rule *rule, uint64_t a, uint64_t b);

/* True where a key that more records share than the rule's namesakes says
 * nothing any more. */
bool
alike_is_drowned(const struct alike_rule *rule, size_t n);

/* Appends, each once, records that may be alike to this one, which need not be
 * saved; at most limit for each rule.  Quick wherever the rule's fields have
 * indexes. */
enum err_code
alike_candidates(struct store *store, const struct record *record,
	size_t limit, struct find_ids *ids, struct err *err);

#endif
