/*
 * The world of ronghe-test: a clock that stands still and random numbers that
 * are the same in every run of a test, but other ones in each start of the
 * program.  It defines all of base/world.h, so that the linker leaves the
 * system's world out.
 *
 *	RONGHE_TEST_NOW   seconds since 1970 UTC
 *	RONGHE_TEST_SEED  of the random numbers
 *	RONGHE_TEST_RUN   which start of the program it is
 *	RONGHE_TEST_HOST  name of the computer, which stands for its machine-id
 */
#include "base/world.h"

#include <stdlib.h>
#include <string.h>

#include "base/seal.h"
#include "base/xalloc.h"

enum { NOW_USUAL = 1795395600 }; /* 2026-11-23 09:00 in Shanghai */

/* Numbers of one stream: hashes of what it was begun with and a count. */
struct stream {
	uint64_t begin[2]; /* seed and run */
	uint64_t n_drawn;
};

static uint64_t
number_of(const char *variable, uint64_t usual)
{
	const char *text = getenv(variable);

	return text != NULL && *text != '\0' ? strtoull(text, NULL, 10) : usual;
}

static int64_t
test_now(const struct world *world)
{
	return (int64_t)number_of("RONGHE_TEST_NOW", NOW_USUAL) + world->shift;
}

static void
test_random(const struct world *world, void *out, size_t len)
{
	struct stream *stream = world->data;
	unsigned char *to = out;

	while (len > 0) {
		unsigned char hash[SEAL_HASH_SIZE];
		const struct seal_part part = {stream, sizeof(*stream)};
		size_t n = len < sizeof(hash) ? len : sizeof(hash);

		stream->n_drawn++;
		seal_hash(&part, 1, hash);
		memcpy(to, hash, n);
		to += n;
		len -= n;
	}
}

void
world_init(struct world *world)
{
	const char *home = getenv("HOME"), *host = getenv("RONGHE_TEST_HOST");
	struct stream *stream = xcalloc(1, sizeof(*stream));

	if (home == NULL)
		home = "/nonexistent";
	if (host == NULL)
		host = "office";
	stream->begin[0] = number_of("RONGHE_TEST_SEED", 1);
	stream->begin[1] = number_of("RONGHE_TEST_RUN", 0);
	*world = (struct world){
		.now = test_now,
		.random = test_random,
		.data = stream,
		.host = xstrdup(host),
		.account = xstrdup("clerk"),
		.machine = xasprintf("machine of %s", host),
		.data_home = xasprintf("%s/data/ronghe", home),
		.state_home = xasprintf("%s/state/ronghe", home),
		.config_home = xasprintf("%s/config/ronghe", home),
		.home = xstrdup(home),
	};
}

void
world_clear(struct world *world)
{
	free(world->data);
	free(world->host);
	free(world->account);
	free(world->machine);
	free(world->data_home);
	free(world->state_home);
	free(world->config_home);
	free(world->home);
	*world = (struct world){0};
}

void
world_today(const struct world *world, char out[DATE_SIZE])
{
	date_of_moment(world->now(world), out);
}
