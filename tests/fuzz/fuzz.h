/*
 * Deterministic fuzzing: good inputs, spoilt in a way that a seed decides.
 * Every run of make check tries the same ones; $FUZZ_TIMES tries so many times
 * more, $FUZZ_SEED others.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "test.h"

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"

struct fuzz {
	uint64_t seed;
	struct strbuf input; /* of this round */
};

/* One text of many to begin with; zero bytes may stand in it. */
struct fuzz_seed {
	const char *bytes;
	size_t len;
};

#define FUZZ_SEED(literal) {literal, sizeof(literal) - 1}

/* What a test does with one input. */
typedef void (*fuzz_try)(struct fuzz *fuzz, void *data);

/* Calls try for n_rounds inputs made of the seeds, the first ones as they
 * stand. */
void
fuzz_run(const struct fuzz_seed *seeds, size_t n_seeds, int n_rounds,
	fuzz_try try, void *data);

/* How many rounds to make of n. */
int
fuzz_rounds(int n);

/* The seed with which a run begins. */
uint64_t
fuzz_first_seed(void);

/* The next number below limit. */
uint64_t
fuzz_below(struct fuzz *fuzz, uint64_t limit);

/* Spoils bytes in a few places. */
void
fuzz_spoil(struct fuzz *fuzz, struct strbuf *bytes);

/* Fails the test, showing the input, unless is_so. */
void
fuzz_expect(const struct fuzz *fuzz, bool is_so, const char *what);

/* The code is ERR_OK, or one of the others with a sentence; clears err.
 * allowed: the codes as bits. */
void
fuzz_answered(const struct fuzz *fuzz, enum err_code code, unsigned allowed,
	struct err *err);

#endif
