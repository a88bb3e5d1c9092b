#include "desk.h"

#include "records/duplicates.h"
#include "records/nouns.h"
#include "records/ruling.h"

static int64_t
add(struct desk *desk, const char *name, const char *born, const char *idno,
	const char *phone)
{
	return desk_add(desk, &member_type, "name", name, "birth_on", born,
		"idno", idno, "phone", phone, NULL);
}

static void
load(struct desk *desk, const struct record_type *type,
	struct duplicates *list)
{
	size_t n_more;

	*list = (struct duplicates)VEC_INIT;
	assert_int_equal(duplicates_load(desk->store, type, 0, 1000, list,
		&n_more, NULL, NULL), ERR_OK);
	assert_int_equal(n_more, 0);
}

/* All of them are this one pair, which both ways of finding know. */
static void
is_pair(struct desk *desk, const struct record_type *type, int64_t one,
	int64_t other, enum likelihood how)
{
	struct duplicates list, of = VEC_INIT;
	struct record record;

	load(desk, type, &list);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.items[0].one, one);
	assert_int_equal(list.items[0].other, other);
	assert_int_equal(list.items[0].found.how, how);
	duplicates_clear(&list);

	desk_load(desk, &record, type, other);
	assert_int_equal(duplicates_of(desk->store, &record, &of, NULL),
		ERR_OK);
	assert_int_equal(of.n, 1);
	assert_int_equal(of.items[0].other, one);
	assert_int_equal(of.items[0].found.how, how);
	duplicates_clear(&of);
	record_clear(&record);
}

static void
are_none(struct desk *desk, const struct record_type *type)
{
	struct duplicates list;

	load(desk, type, &list);
	assert_int_equal(list.n, 0);
	duplicates_clear(&list);
}

static void
one_number_is_certain(void **state)
{
	struct desk *desk = *state;
	struct duplicates list;
	int64_t a = add(desk, "海霞", "1985-03-08", "150402850308204", "");
	int64_t b = add(desk, "乌海霞", "1985-03-08", "150402198503082049",
		"");

	load(desk, &member_type, &list);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.items[0].one, a);
	assert_int_equal(list.items[0].other, b);
	assert_int_equal(list.items[0].found.how, LIKELIHOOD_CERTAIN);
	duplicates_clear(&list);
}

static void
name_and_birthday(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "娜仁·高娃", "1980-03-02", "", ""), b;

	add(desk, "娜仁高娃", "1981-03-02", "", "");
	are_none(desk, &member_type);
	b = add(desk, "娜仁高娃", "1980-03-02", "", "");
	is_pair(desk, &member_type, a, b, LIKELIHOOD_LIKELY);
}

static void
other_whole_numbers_say_less(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "王芳", "1980-03-02", "150402198003020028", "");
	int64_t b = add(desk, "王芳", "1980-03-02", "150402198003021864", "");

	is_pair(desk, &member_type, a, b, LIKELIHOOD_POSSIBLE);
}

static void
number_with_one_place_wrong(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "王芳", "", "150402800302002", "");
	int64_t b = add(desk, "王芳", "", "150402800302012", "");

	add(desk, "李芳", "", "150402800302022", "");
	is_pair(desk, &member_type, a, b, LIKELIHOOD_LIKELY);
}

static void
phone_and_almost_the_name(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "海霞", "1985-03-08", "", "13904760001"), b;

	add(desk, "巴特尔", "1983-03-08", "", "13904760001"); /* husband */
	are_none(desk, &member_type);
	b = add(desk, "乌海霞", "1985-08-03", "", "13904760001");
	is_pair(desk, &member_type, a, b, LIKELIHOOD_LIKELY);
}

static void
read_the_same(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "单晓红", "1979-04-03", "", ""), b;

	add(desk, "单小红", "1979-04-04", "", "");
	add(desk, "单晓兰", "1979-04-03", "", "");
	are_none(desk, &member_type);
	b = add(desk, "单小红", "1979-04-03", "", "");
	is_pair(desk, &member_type, a, b, LIKELIHOOD_POSSIBLE);
}

static void
rare_name_without_birthday(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "朝克图", "1979-04-03", "", "");
	int64_t b = add(desk, "朝克图", "1979", "", "");

	is_pair(desk, &member_type, a, b, LIKELIHOOD_POSSIBLE);
	for (int i = 0; i < 3; i++)
		add(desk, "朝克图", "", "", "");
	are_none(desk, &member_type); /* five of them: it says nothing */
}

/* Of 60 who have the name, the same birthday is only possible. */
static void
frequent_names_say_less(void **state)
{
	struct desk *desk = *state;
	char day[] = "1980-03-02";
	int64_t a = add(desk, "王芳", day, "", ""), b;

	for (int i = 0; i < 58; i++) {
		snprintf(day, sizeof(day), "%d-%02d-02", 1950 + i, i % 12 + 1);
		if (i != 30)
			add(desk, "王芳", day, "", "");
	}
	b = add(desk, "王芳", "1980-03-02", "", "");
	is_pair(desk, &member_type, a, b, LIKELIHOOD_POSSIBLE);
}

static void
ruled_to_be_two(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "巴图", "1980-03-02", "", "");
	int64_t b = add(desk, "巴图", "1980-03-02", "", "");

	is_pair(desk, &member_type, a, b, LIKELIHOOD_LIKELY);
	desk_add(desk, &ruling_type, "type", "member", "kept", desk_id(b).s,
		"other", desk_id(a).s, "verdict", "2", NULL);
	are_none(desk, &member_type);
}

static void
removed_ones_are_left_out(void **state)
{
	struct desk *desk = *state;

	add(desk, "巴图", "1980-03-02", "", "");
	desk_remove(desk, &member_type,
		add(desk, "巴图", "1980-03-02", "", ""));
	are_none(desk, &member_type);
}

/* More than are compared each with each: the first with all. */
static void
large_groups_are_a_star(void **state)
{
	enum { N = DUPLICATES_GROUP + 20 };
	struct desk *desk = *state;
	struct duplicates list;
	int64_t first = add(desk, "巴图", "1980-03-02", "", "");

	for (int i = 1; i < N; i++)
		add(desk, "巴图", "1980-03-02", "", "");
	load(desk, &member_type, &list);
	assert_int_equal(list.n, N - 1);
	for (size_t i = 0; i < list.n; i++)
		assert_int_equal(list.items[i].one, first);
	duplicates_clear(&list);
}

static void
units_by_how_they_are_written(void **state)
{
	struct desk *desk = *state;
	int64_t a = desk_add(desk, &unit_type, "name", "张庄村委会", NULL), b;

	desk_add(desk, &unit_type, "name", "李庄村委会", NULL);
	are_none(desk, &unit_type);
	b = desk_add(desk, &unit_type, "name", "经棚镇张庄村民委员会", NULL);
	is_pair(desk, &unit_type, a, b, LIKELIHOOD_LIKELY);
}

/* One that is typed and not saved yet. */
static void
while_it_is_typed(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "巴图", "1980-03-02", "", "");
	struct duplicates of = VEC_INIT;
	struct record record;
	struct strbuf reason = STRBUF_INIT;

	desk_new(&record, &member_type, "name", "巴图", "birth_on",
		"1980-03-02", NULL);
	assert_int_equal(duplicates_of(desk->store, &record, &of, NULL),
		ERR_OK);
	assert_int_equal(of.n, 1);
	assert_int_equal(of.items[0].one, 0);
	assert_int_equal(of.items[0].other, a);
	alike_reason(&member_type, &of.items[0].found, &reason);
	assert_string_equal(reason.s,
		"name the same, date of birth the same");
	strbuf_clear(&reason);
	duplicates_clear(&of);
	record_clear(&record);
}

static size_t
count_of_change(struct desk *desk, int64_t change)
{
	struct duplicates list = VEC_INIT;
	size_t n_more, n;

	assert_int_equal(duplicates_load(desk->store, &member_type, change,
		1000, &list, &n_more, NULL, NULL), ERR_OK);
	n = list.n;
	duplicates_clear(&list);
	return n;
}

static void
that_came_with_a_change(void **state)
{
	struct desk *desk = *state;
	int64_t a = add(desk, "巴图", "1980-03-02", "", ""), first, second;

	add(desk, "巴图", "1980-03-02", "", "");
	add(desk, "海霞", "1985-03-08", "", "");
	first = desk_put(desk, &member_type, add(desk, "海霞", "1985-03-09",
		"", ""), "birth_on", "1985-03-08", NULL);
	second = desk_put(desk, &member_type, a, "remark", "单身", NULL);
	assert_int_equal(count_of_change(desk, 0), 2);
	assert_int_equal(count_of_change(desk, first), 1);
	assert_int_equal(count_of_change(desk, second), 1);
	assert_int_equal(count_of_change(desk, desk_put(desk, &unit_type,
		desk_add(desk, &unit_type, "name", "张庄村委会", NULL),
		"remark", "…", NULL)), 0);
}

static bool
always(struct job *job)
{
	(void)job;
	return true;
}

static void
can_be_stopped(void **state)
{
	struct desk *desk = *state;
	struct duplicates list = VEC_INIT;
	struct job job = {.cancelled = always};
	size_t n_more;

	add(desk, "巴图", "1980-03-02", "", "");
	assert_int_equal(duplicates_load(desk->store, &member_type, 0, 10,
		&list, &n_more, &job, NULL), ERR_CANCELLED);
	duplicates_clear(&list);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_number_is_certain),
		TEST(name_and_birthday),
		TEST(other_whole_numbers_say_less),
		TEST(number_with_one_place_wrong),
		TEST(phone_and_almost_the_name),
		TEST(read_the_same),
		TEST(rare_name_without_birthday),
		TEST(frequent_names_say_less),
		TEST(ruled_to_be_two),
		TEST(removed_ones_are_left_out),
		TEST(large_groups_are_a_star),
		TEST(units_by_how_they_are_written),
		TEST(while_it_is_typed),
		TEST(that_came_with_a_change),
		TEST(can_be_stopped),
	};

	return cmocka_run_group_tests_name("duplicates", tests, NULL, NULL);
}
