#include "desk.h"

#include <time.h>

#include "records/attachment.h"
#include "records/nouns.h"
#include "store/place.h"

/* BLAKE2b-256 of "abc", by Python's hashlib. */
#define ABC "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"

static char *
write_file(struct desk *desk, const char *name, const char *text, off_t size,
	time_t at)
{
	char *path = place_file(desk->bench, name);
	FILE *file = fopen(path, "w");
	struct timespec times[2] = {{at, 0}, {at, 0}};

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fflush(file), 0);
	if (size > 0)
		assert_int_equal(ftruncate(fileno(file), size), 0);
	assert_int_equal(futimens(fileno(file), times), 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static int64_t
add_meeting(struct desk *desk)
{
	int64_t org = desk_add(desk, &union_org_type, "name", "联合党支部",
		NULL);
	int64_t kind = desk_add(desk, &meeting_kind_type, "name", "党课", NULL);

	return desk_add(desk, &meeting_type, "union_org_id", desk_id(org).s,
		"kind_id", desk_id(kind).s, "title", "党课", NULL);
}

static int64_t
add_file(struct desk *desk, int64_t meeting, const char *path)
{
	return desk_add(desk, &attachment_type, "meeting_id",
		desk_id(meeting).s, "name", "签到表", "file", path, NULL);
}

static void
looks(struct desk *desk, int64_t id, enum attachment_state state)
{
	struct record attachment;

	desk_load(desk, &attachment, &attachment_type, id);
	assert_int_equal(attachment_look(&attachment), state);
	record_clear(&attachment);
}

static void
notes_what_the_file_is(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = add_meeting(desk), id;
	char *path = write_file(desk, "a.txt", "abc", 0, 1732500000);

	id = add_file(desk, meeting, path);
	desk_has(desk, &attachment_type, id, "size", "3");
	desk_has(desk, &attachment_type, id, "hash", ABC);
	looks(desk, id, ATTACHMENT_SAME);

	/* the same size and time, and another letter */
	free(write_file(desk, "a.txt", "abd", 0, 1732500000));
	looks(desk, id, ATTACHMENT_CHANGED);
	desk_put(desk, &attachment_type, id, "remark", "已归卷", NULL);
	desk_has(desk, &attachment_type, id, "hash", ABC);
	looks(desk, id, ATTACHMENT_CHANGED);

	/* entered anew */
	desk_put(desk, &attachment_type, id, "file", "", NULL);
	desk_has(desk, &attachment_type, id, "size", "");
	looks(desk, id, ATTACHMENT_NO_FILE);
	desk_put(desk, &attachment_type, id, "file", path, NULL);
	looks(desk, id, ATTACHMENT_SAME);

	assert_int_equal(unlink(path), 0);
	looks(desk, id, ATTACHMENT_ABSENT);
	assert_int_equal(mkdir(path, 0700), 0);
	looks(desk, id, ATTACHMENT_ABSENT);
	assert_int_equal(rmdir(path), 0);
	free(path);
}

static void
knows_large_files_by_size_and_time(void **state)
{
	struct desk *desk = *state;
	const off_t size = INT64_C(5) << 30;
	int64_t meeting = add_meeting(desk), id;
	char *path = write_file(desk, "film.mp4", "", size, 1732500000);

	id = add_file(desk, meeting, path);
	desk_has(desk, &attachment_type, id, "size", "5368709120");
	desk_has(desk, &attachment_type, id, "hash", "");
	looks(desk, id, ATTACHMENT_SAME);
	free(write_file(desk, "film.mp4", "", size, 1732500060));
	looks(desk, id, ATTACHMENT_CHANGED);
	free(path);
}

static void
warns_of_what_is_not_there(void **state)
{
	struct desk *desk = *state;
	int64_t meeting = add_meeting(desk);
	struct notes notes = VEC_INIT;
	struct record attachment;
	struct err err = ERR_INIT;
	char *path;

	desk_new(&attachment, &attachment_type, "meeting_id",
		desk_id(meeting).s, "name", "照片", "file", "/no/such.jpg",
		NULL);
	bench_ok(desk_save(desk, &attachment, &notes, &err), &err);
	assert_int_equal(notes.n, 1);
	assert_false(notes.items[0].blocks);
	assert_string_equal(notes.items[0].field, "file");
	notes_clear(&notes);
	assert_int_equal(attachment_look(&attachment), ATTACHMENT_ABSENT);
	record_clear(&attachment);

	/* what another office noted is not looked for here */
	desk_new(&attachment, &attachment_type, "meeting_id",
		desk_id(meeting).s, "name", "照片", "file", "/no/other.jpg",
		"size", "3", "hash", ABC, NULL);
	bench_ok(desk_save(desk, &attachment, &notes, &err), &err);
	assert_int_equal(notes.n, 0);
	assert_string_equal(record_get(&attachment, "hash"), ABC);
	record_set(&attachment, "size", "");
	path = write_file(desk, "a.txt", "abc", 0, 1732500000);
	record_set(&attachment, "file", path);
	assert_int_equal(attachment_look(&attachment), ATTACHMENT_UNKNOWN);
	record_clear(&attachment);
	free(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(notes_what_the_file_is),
		TEST(knows_large_files_by_size_and_time),
		TEST(warns_of_what_is_not_there),
	};

	return cmocka_run_group_tests_name("attachment", tests, NULL, NULL);
}
