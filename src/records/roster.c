#include "records/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "store/site.h"

/* 中组部 counts 35 岁及以下 and 61 岁及以上. */
enum { YOUNG_TO = 35, OLD_FROM = 61 };

/* What is read of each; the order of struct person's members. */
static const char *const paths[] = {"origin", "post", "member_id.sex",
	"member_id.ethnic", "member_id.birth_on", "member_id.education"};

enum { PATHS_N = sizeof(paths) / sizeof(paths[0]) };

/* One of the roster, in stored forms. */
struct person {
	const char *origin;
	const char *post;
	const char *sex;
	const char *ethnic;
	int age; /* -1 where no birth is known */
	const char *education;
};

static bool
is_there(const struct person *person)
{
	(void)person;
	return true;
}

static bool
is_native(const struct person *person)
{
	return strcmp(person->origin, "1") == 0;
}

static bool
is_incoming(const struct person *person)
{
	return strcmp(person->origin, "2") == 0;
}

static bool
is_woman(const struct person *person)
{
	return strcmp(person->sex, "2") == 0;
}

static bool
is_minority(const struct person *person)
{
	return person->ethnic[0] != '\0' && strcmp(person->ethnic, "01") != 0;
}

static bool
is_young(const struct person *person)
{
	return person->age >= 0 && person->age <= YOUNG_TO;
}

static bool
is_old(const struct person *person)
{
	return person->age >= OLD_FROM;
}

static bool
is_ageless(const struct person *person)
{
	return person->age < 0;
}

static const struct {
	const char *word;
	bool (*holds)(const struct person *person);
	bool only_some; /* left out where there is none */
} kinds[] = {
	{N_("Members"), is_there, false},
	{N_("native"), is_native, false},
	{N_("incoming"), is_incoming, false},
	{N_("women"), is_woman, false},
	{N_("minority nationality"), is_minority, false},
	{N_("35 or younger"), is_young, false},
	{N_("61 or older"), is_old, false},
	{N_("birth not stated"), is_ageless, true},
};

/* GB/T 4658: the first digit of the code is the level. */
static const struct {
	char digit;
	const char *word;
} levels[] = {
	{'1', N_("postgraduate")},
	{'2', N_("university")},
	{'3', N_("junior college")},
	{'4', N_("secondary vocational")},
	{'6', N_("senior high school")},
	{'7', N_("junior high school")},
	{'8', N_("primary school")},
	{'9', N_("other education")},
	{'\0', N_("education not stated")},
};

enum {
	KINDS_N = sizeof(kinds) / sizeof(kinds[0]),
	LEVELS_N = sizeof(levels) / sizeof(levels[0]),
};

struct counter {
	const char *day;
	const struct code_list *posts;
	int64_t of_kind[KINDS_N];
	int64_t of_level[LEVELS_N];
	int64_t *of_post; /* posts->n_codes */
};

void
roster_query(struct query *query, int64_t union_org_id, const char *day)
{
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(union_org_id, id);
	query_init(query, &membership_type);
	query_set_filter(query, "union_org_id", id);
	if (day[0] == '\0') {
		query_set_filter(query, "left_on", "");
	} else {
		free(query->as_of);
		query->as_of = xstrdup(day);
	}
}

static enum err_code
count_person(void *data, const struct query_row *row, struct err *err)
{
	struct counter *counter = data;
	const char *birth = row->cells[4];
	struct person person = {
		.origin = row->cells[0],
		.post = row->cells[1],
		.sex = row->cells[2],
		.ethnic = row->cells[3],
		.age = birth[0] != '\0' ? date_full_years(birth, counter->day)
					: -1,
		.education = row->cells[5],
	};

	(void)err;
	for (size_t i = 0; i < KINDS_N; i++)
		counter->of_kind[i] += kinds[i].holds(&person);
	for (size_t i = 0; i < LEVELS_N; i++)
		counter->of_level[i] += levels[i].digit == person.education[0];
	for (size_t i = 0; i < counter->posts->n_codes; i++)
		counter->of_post[i] += strcmp(counter->posts->codes[i].code,
			person.post) == 0;
	return ERR_OK;
}

static void
add(struct roster_numbers *numbers, enum roster_part part, const char *word,
	int64_t n)
{
	struct roster_number number = {part, word, n};

	vec_push(numbers, number);
}

static void
add_all(const struct counter *counter, struct roster_numbers *numbers)
{
	for (size_t i = 0; i < KINDS_N; i++)
		if (counter->of_kind[i] > 0 || !kinds[i].only_some)
			add(numbers, ROSTER_PEOPLE, i18n_text(kinds[i].word),
				counter->of_kind[i]);
	for (size_t i = 0; i < counter->posts->n_codes; i++)
		if (counter->of_post[i] > 0)
			add(numbers, ROSTER_POSTS,
				code_word(&counter->posts->codes[i]),
				counter->of_post[i]);
	for (size_t i = 0; i < LEVELS_N; i++)
		if (counter->of_level[i] > 0)
			add(numbers, ROSTER_EDUCATION,
				i18n_text(levels[i].word),
				counter->of_level[i]);
}

enum err_code
roster_count(struct store *store, const struct query *query, const char *day,
	struct roster_numbers *numbers, struct err *err)
{
	struct counter counter = {
		.day = day,
		.posts = field_codes(record_field(&membership_type, "post")),
	};
	enum err_code code;

	counter.of_post = xcalloc(counter.posts->n_codes,
		sizeof(*counter.of_post));
	code = query_each_row(store, query, paths, PATHS_N, count_person,
		&counter, err);
	if (code == ERR_OK)
		add_all(&counter, numbers);
	free(counter.of_post);
	return code;
}
