#include "place.h"

/* A line of writing whose hash is all of one byte. */
static struct site_line
line_of(uint32_t number, uint32_t serial, int byte)
{
	struct site_line line = {.number = number, .serial = serial};

	memset(line.hash, byte, sizeof(line.hash));
	return line;
}

static void
assert_seen(const struct bench *bench, uint32_t site, uint32_t serial,
	int byte)
{
	const struct site_line wanted = line_of(site, serial, byte);
	struct site_line seen;

	seen_load(&bench->world, site, &seen);
	assert_int_equal(seen.number, wanted.number);
	assert_int_equal(seen.serial, wanted.serial);
	assert_memory_equal(seen.hash, wanted.hash, sizeof(seen.hash));
}

static const struct site_line nothing;

static void
keeps_a_line_a_site(void **state)
{
	const struct bench *bench = *state;
	const struct site_line one = line_of(1, 10, 0xAB);
	const struct site_line two = line_of(2147483647, 4294967295, 0);
	const struct site_line on = line_of(1, 11, 0x0C);

	assert_seen(bench, 0, 0, 0);
	assert_true(seen_save(&bench->world, &nothing, &one));
	assert_true(seen_save(&bench->world, &nothing, &two));
	assert_true(seen_save(&bench->world, &one, &on));
	assert_seen(bench, 1, 11, 0x0C);
	assert_seen(bench, 2147483647, 4294967295, 0);
}

/* Two copies of a database on one machine: the second one is told apart. */
static void
tells_a_second_copy(void **state)
{
	const struct bench *bench = *state;
	const struct site_line before = line_of(1, 10, 1);
	const struct site_line here = line_of(1, 11, 2);
	const struct site_line there = line_of(1, 11, 3);

	assert_true(seen_save(&bench->world, &nothing, &before));
	assert_true(seen_save(&bench->world, &before, &here));
	assert_false(seen_save(&bench->world, &before, &there));
	assert_seen(bench, 1, 11, 2);
}

static void
takes_a_damaged_line_for_none(void **state)
{
	const struct bench *bench = *state;
	const struct site_line one = line_of(1, 10, 1);
	const struct site_line two = line_of(2, 20, 2);
	char *path = xasprintf("%s/state/seen", bench->folder);
	struct site_line seen;
	struct stat st;

	assert_true(seen_save(&bench->world, &nothing, &one));
	assert_true(seen_save(&bench->world, &nothing, &two));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(truncate(path, st.st_size - 5), 0);
	seen_load(&bench->world, 2, &seen);
	assert_int_equal(seen.number, 0);
	assert_seen(bench, 1, 10, 1);
	assert_true(seen_save(&bench->world, &nothing, &two));
	assert_seen(bench, 2, 20, 2);
	free(path);
}

/* Where there is no place to keep it nothing is known, and work goes on. */
static void
knows_nothing_without_a_place(void **state)
{
	struct bench *bench = *state;
	const struct site_line one = line_of(1, 10, 1);
	struct world world = bench->world;
	struct site_line seen;

	world.state_home = (char *)"";
	assert_true(seen_save(&world, &nothing, &one));
	seen_load(&world, 1, &seen);
	assert_int_equal(seen.number, 0);
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(keeps_a_line_a_site),
		at_a_place(tells_a_second_copy),
		at_a_place(takes_a_damaged_line_for_none),
		at_a_place(knows_nothing_without_a_place),
	};

	return cmocka_run_group_tests_name("seen", tests, NULL, NULL);
}
