#include "test.h"

#include "base/world.h"

/* Each variable: NULL is unset; then the folders that follow from them. */
static const struct {
	const char *home, *data, *state, *config;
	const char *data_home, *state_home, *config_home;
} homes[] = {
	{"/home/wu", NULL, NULL, NULL, "/home/wu/.local/share/ronghe",
		"/home/wu/.local/state/ronghe", "/home/wu/.config/ronghe"},
	{"/home/wu", "/d", "/s", "/c", "/d/ronghe", "/s/ronghe", "/c/ronghe"},
	{"/home/wu", "", "relative", "./c", "/home/wu/.local/share/ronghe",
		"/home/wu/.local/state/ronghe", "/home/wu/.config/ronghe"},
};

static void
put(const char *name, const char *value)
{
	if (value != NULL)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void
finds_its_folders(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(homes); i++) {
		struct world world;

		put("HOME", homes[i].home);
		put("XDG_DATA_HOME", homes[i].data);
		put("XDG_STATE_HOME", homes[i].state);
		put("XDG_CONFIG_HOME", homes[i].config);
		world_init(&world);
		assert_string_equal(world.home, homes[i].home);
		assert_string_equal(world.data_home, homes[i].data_home);
		assert_string_equal(world.state_home, homes[i].state_home);
		assert_string_equal(world.config_home, homes[i].config_home);
		world_clear(&world);
		assert_null(world.home);
	}
}

static void
describes_the_machine(void **state)
{
	struct world world;

	(void)state;
	put("HOME", NULL);
	world_init(&world);
	assert_true(world.home[0] == '/');
	assert_non_null(world.host);
	assert_true(world.account[0] != '\0');
	assert_true(strlen(world.machine) == 0 || strlen(world.machine) == 64);
	assert_true(world.now(&world) > 1700000000);
	world_clear(&world);
}

static int64_t
fixed_now(const struct world *world)
{
	return *(const int64_t *)world->data;
}

static void
names_the_local_day(void **state)
{
	int64_t moment = 1709654400; /* 2024-03-05 16:00 UTC */
	struct world world = {.now = fixed_now, .data = &moment};
	char day[DATE_SIZE];

	(void)state;
	put("TZ", "CST-8");
	world_today(&world, day);
	assert_string_equal(day, "2024-03-06");
	moment--;
	world_today(&world, day);
	assert_string_equal(day, "2024-03-05");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_its_folders),
		cmocka_unit_test(describes_the_machine),
		cmocka_unit_test(names_the_local_day),
	};

	return cmocka_run_group_tests_name("world", tests, NULL, NULL);
}
