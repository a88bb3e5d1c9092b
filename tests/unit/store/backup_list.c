#include "place.h"

#include "store/backup.h"
#include "store/backup_list.h"

#define assert_ok(call) assert_int_equal(call, ERR_OK)

static void
finds_what_lies_beside(void **state)
{
	struct bench *bench = *state;
	struct store *store = place_create(bench);
	char *backups = place_file(bench, "backups");
	char *foreign = place_file(bench, "other.db.before-20251124-160000");
	char *wal = place_file(bench, "office.db.before-20251124-160000-wal");
	char *broken = place_file(bench, "office.db.before-20251124-160000-2");
	char *update = place_file(bench, "office.db.before-update-009-1");
	struct backup_list list = VEC_INIT;

	place_add(store, "甲", 0);
	assert_ok(backup_write(store, update, NULL, NULL));
	bench->now += 60;
	place_add(store, "乙", 0);
	assert_ok(backup_daily(store, NULL, NULL, NULL));
	store_close(store);
	place_write(foreign, "of another database");
	place_write(wal, "what belongs to another file");
	place_write(broken, "what the lightning left of it");
	backup_list_load(bench->path, &list);
	assert_int_equal(list.n, 3);
	assert_int_equal(list.items[0].kind, BACKUP_DAILY);
	assert_string_equal(list.items[0].made, "2025-11-24");
	assert_int_equal(list.items[0].newest_at, MOMENT + 60);
	assert_string_equal(list.items[0].newest_by, "单晓红");
	assert_true(list.items[0].bytes > 4096);
	assert_memory_equal(list.items[0].path, backups, strlen(backups));
	assert_int_equal(list.items[1].kind, BACKUP_BEFORE_UPDATE);
	assert_string_equal(list.items[1].made, "");
	assert_int_equal(list.items[1].newest_at, MOMENT);
	assert_int_equal(list.items[2].kind, BACKUP_BEFORE_RESTORE);
	assert_string_equal(list.items[2].made, "2025-11-24 16:00");
	assert_int_equal(list.items[2].newest_at, 0);
	assert_string_equal(list.items[2].newest_by, "");
	backup_list_clear(&list);
	free(backups);
	free(foreign);
	free(wal);
	free(broken);
	free(update);
}

static void
is_empty_where_nothing_lies(void **state)
{
	struct bench *bench = *state;
	struct backup_list list = VEC_INIT;

	backup_list_load(bench->path, &list);
	assert_int_equal(list.n, 0);
	backup_list_clear(&list);
}

#define at_a_place(test) \
	cmocka_unit_test_setup_teardown(test, bench_begin, bench_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		at_a_place(finds_what_lies_beside),
		at_a_place(is_empty_where_nothing_lies),
	};

	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("backup_list", tests, NULL, NULL);
}
