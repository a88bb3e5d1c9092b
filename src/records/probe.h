/*
 * Probes (记录核查): what the records of a union say about an item of a
 * checklist.  A probe proposes a verdict with its figures and shows the records
 * by which it may be judged; it never decides.
 */
#ifndef RECORDS_PROBE_H
#define RECORDS_PROBE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "records/record.h"
#include "store/store.h"

enum { PROBE_MAX_EVIDENCE = 12 };

struct probe_request {
	struct store *store;
	int64_t union_org_id;
	const char *from_on; /* the period's first day and its last, */
	const char *until_on;
	const char *today; /* … stored days; what comes after today is not held
	                      against the union */
};

/* A record of meeting, task, leader or rectification (佐证). */
struct probe_evidence {
	const struct record_type *type;
	int64_t id;
};

struct probe_answer {
	const char *verdict; /* code of verdict, constant; "" where the records
	                        do not settle it */
	char *sentence;      /* why, translated, with the figures */
	/* What fails, or where nothing does what proves it: the newest, at most
	 * PROBE_MAX_EVIDENCE; the sentence counts all. */
	VEC(struct probe_evidence) evidence;
};

struct probe_case;

struct probe {
	const char *name; /* code of the code list probe */
	/* NULL where the records that could answer it are not kept yet */
	enum err_code (*ask)(const struct probe_case *about,
		struct probe_answer *answer, struct err *err);
};

/* One for each of its codes. */
extern const struct probe probes[];
extern const size_t probes_n;

/*
 * Asks the probe of that name; one that this program does not know settles
 * nothing and says so.  Fills answer (uninitialised before);
 * probe_answer_clear() in either case.  ERR_ABSENT where there is no such
 * union.  A few statements, which read only what belongs to the union.
 */
enum err_code
probe_ask(const char *name, const struct probe_request *request,
	struct probe_answer *answer, struct err *err);

void
probe_answer_clear(struct probe_answer *answer);

#endif
