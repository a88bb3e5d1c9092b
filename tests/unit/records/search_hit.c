/* Whether one record is found, where and why. */
#include "desk.h"

#include "records/nouns.h"
#include "records/search_hit.h"

static int64_t
add(struct desk *desk, const char *name, const char *phone)
{
	return desk_add(desk, &member_type, "name", name, "phone", phone, NULL);
}

static void
begin(struct desk *desk, struct search *search, const char *text)
{
	struct err err = ERR_INIT;

	bench_ok(search_init(search, desk->store, text, NULL, &err), &err);
}

static const struct {
	const char *text;
	enum search_why why; /* SEARCH_WHY_N: not found */
	const char *key;
} finds[] = {
	{"单晓红", SEARCH_EXACT, "单晓红"},
	{"单", SEARCH_BEGINNING, "单晓红"},
	{"晓红", SEARCH_INSIDE, "晓红"},
	{"7977", SEARCH_NUMBER_END, NULL},
	{"154", SEARCH_NUMBER, NULL},
	{"单 7977", SEARCH_BEGINNING, "单晓红"},
	{"单 7978", SEARCH_WHY_N, NULL},
	{"王", SEARCH_WHY_N, NULL},
};

static void
finds_the_best_key(void **state)
{
	struct desk *desk = *state;
	int64_t id = add(desk, "单晓红", "15400007977");

	for (size_t i = 0; i < N_ITEMS(finds); i++) {
		struct strbuf key = STRBUF_INIT;
		struct search search;
		size_t range;
		enum err_code code;

		begin(desk, &search, finds[i].text);
		code = search_hit_find(&search, &member_type, id, &range, &key,
			NULL);
		if (finds[i].why == SEARCH_WHY_N)
			assert_int_equal(code, ERR_ABSENT);
		else
			assert_int_equal(search.words.items[search.leading]
					.ranges.items[range].why,
				finds[i].why);
		if (finds[i].key != NULL)
			assert_string_equal(key.s, finds[i].key);
		search_clear(&search);
		strbuf_clear(&key);
	}
}

static void
finds_nothing_removed_or_unasked(void **state)
{
	struct desk *desk = *state;
	int64_t id = add(desk, "单晓红", "");
	struct strbuf key = STRBUF_INIT;
	struct search search;
	size_t range;

	begin(desk, &search, "");
	assert_int_equal(search_hit_find(&search, &member_type, id, &range,
				 &key, NULL),
		ERR_ABSENT);
	search_clear(&search);
	desk_remove(desk, &member_type, id);
	begin(desk, &search, "单");
	assert_int_equal(search_hit_find(&search, &member_type, id, &range,
				 &key, NULL),
		ERR_ABSENT);
	search_clear(&search);
	strbuf_clear(&key);
}

/* The stop of this type and reason. */
static const struct search_stop *
stop_of(const struct search *search, const struct record_type *type,
	enum search_why why)
{
	const struct search_word *word =
		&search->words.items[search->leading];

	for (size_t i = 0; i < search->stops.n; i++)
		if (search->stops.items[i].type == type &&
			word->ranges.items[search->stops.items[i].range].why ==
				why)
			return &search->stops.items[i];
	fail();
	return NULL;
}

/* A record stands at the best of its keys alone. */
static void
loads_at_the_best_key_alone(void **state)
{
	struct desk *desk = *state;
	int64_t id = add(desk, "单晓单", "");
	struct search search;
	struct search_hit hit;

	begin(desk, &search, "单");
	assert_int_equal(search_hit_load(&search,
				 stop_of(&search, &member_type,
					 SEARCH_BEGINNING),
				 "单晓单", id, &hit, NULL),
		ERR_OK);
	assert_int_equal(hit.record.id, id);
	assert_int_equal(hit.why, SEARCH_BEGINNING);
	assert_string_equal(hit.field->name, "name");
	record_clear(&hit.record);
	assert_int_equal(search_hit_load(&search,
				 stop_of(&search, &member_type, SEARCH_INSIDE),
				 "单", id, &hit, NULL),
		ERR_ABSENT);
	search_clear(&search);
}

/* The other words may fit what the title refers to. */
static void
fits_what_the_title_refers_to(void **state)
{
	struct desk *desk = *state;
	int64_t unit = desk_add(desk, &unit_type, "name", "水利站", NULL);
	int64_t member = add(desk, "单晓红", "");
	struct strbuf key = STRBUF_INIT;
	struct search search;
	size_t range;

	begin(desk, &search, "单 水利");
	assert_int_equal(search_hit_find(&search, &member_type, member,
				 &range, &key, NULL),
		ERR_ABSENT);
	assert_int_equal(search_hit_find(&search, &unit_type, unit, &range,
				 &key, NULL),
		ERR_ABSENT);
	search_clear(&search);
	begin(desk, &search, "水利");
	assert_int_equal(search_hit_find(&search, &unit_type, unit, &range,
				 &key, NULL),
		ERR_OK);
	assert_string_equal(key.s, "水利站");
	search_clear(&search);
	strbuf_clear(&key);
}

static void
places_ids_from_the_first_site_on(void **state)
{
	struct desk *desk = *state;
	int64_t id = add(desk, "单晓红", ""), place;

	assert_int_equal(search_hit_place(desk->store, id, &place, NULL),
		ERR_OK);
	assert_true(place > 0 && place < UINT32_MAX);
	assert_int_equal(place & 0xffffffff, id & 0xffffffff);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(finds_the_best_key, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(
			finds_nothing_removed_or_unasked, desk_begin,
			desk_end),
		cmocka_unit_test_setup_teardown(loads_at_the_best_key_alone,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(fits_what_the_title_refers_to,
			desk_begin, desk_end),
		cmocka_unit_test_setup_teardown(
			places_ids_from_the_first_site_on, desk_begin,
			desk_end),
	};

	return cmocka_run_group_tests_name("search_hit", tests, NULL, NULL);
}
