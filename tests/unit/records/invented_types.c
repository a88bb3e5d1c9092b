#include "records/invented.h"

#include <stdlib.h>
#include <string.h>

#include "records/owned.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

static const struct field_type hall_fields[] = {
	{.name = "name", .term = {"name", "名称"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED | FIELD_UNIQUE | FIELD_SEARCH},
	{.name = "capacity", .term = {"capacity", "容量"}, .kind = FIELD_INT},
	{.name = "rent", .term = {"rent", "租金"}, .kind = FIELD_MONEY},
};

const struct record_type hall_type = {
	.name = "hall",
	.term = {"Hall", "会场"},
	.number = 101,
	.fields = hall_fields,
	.n_fields = N_ITEMS(hall_fields),
	.pages = {{"Hall", "会场"}},
	.title = {"name"},
	.list = {"name", "capacity", "rent"},
	.key = {{"name"}},
};

/* State codes are those of unions: 1 prepared, 2 held, 3 cancelled, 4 closed. */
static const struct state_step gathering_steps[] = {
	{"", "1", {"prepare", "筹备"}, {NULL}},
	{"", "4", {"take over", "转入"}, {"held_on"}},
	{"1", "2", {"hold", "召开"}, {"held_on"}},
	{"2", "4", {"close", "归档"}, {"held_on", "minutes"}},
	{"2", "1", {"put off", "延期"}, {NULL}},
	{"2", "3", {"cancel", "取消"}, {NULL}},
};

static const struct field_type gathering_fields[] = {
	{.name = "topic", .term = {"topic", "议题"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED | FIELD_SEARCH},
	{.name = "hall_id", .term = {"hall", "会场"}, .kind = FIELD_REF,
		.ref = "hall"},
	{.name = "held_on", .term = {"held", "召开日期"}, .kind = FIELD_DATE},
	{.name = "over_on", .term = {"over", "结束日期"}, .kind = FIELD_DATE},
	{.name = "state", .term = {"state", "状态"}, .kind = FIELD_CODE,
		.codes = "union_state", .initial = "1"},
	{.name = "serial", .term = {"number", "次数"}, .kind = FIELD_INT,
		.flags = FIELD_READONLY},
	{.name = "minutes", .term = {"minutes", "记录"},
		.kind = FIELD_LONGTEXT},
};

static int
place(const struct owned_rows *guests, size_t i)
{
	return atoi(record_get(&guests->items[i]->now, "seat"));
}

/* Who sits where: of what was held, each on a seat of his own. */
static void
check_gathering(const struct record *record,
	const struct check_context *context, struct notes *notes)
{
	const struct owned_rows *guests = owned_seen(context, &guest_type);

	if (strcmp(record_get(record, "state"), "1") == 0)
		return;
	for (size_t i = 0; i < guests->n; i++)
		for (size_t j = 0; j < i; j++)
			if (place(guests, i) != 0 &&
				place(guests, i) == place(guests, j))
				notes_block(notes, "topic", "2 = 1");
}

const struct record_type gathering_type = {
	.name = "gathering",
	.term = {"Gathering", "聚会"},
	.number = 102,
	.fields = gathering_fields,
	.n_fields = N_ITEMS(gathering_fields),
	.pages = {{"Gathering", "聚会"}},
	.title = {"topic"},
	.list = {"topic", "hall_id", "held_on", "serial"},
	.key = {{"topic", "held_on"}},
	.state = "state",
	.steps = gathering_steps,
	.n_steps = N_ITEMS(gathering_steps),
	.frozen = {"4"},
	.serial = {.field = "serial", .date = "held_on",
		.within = {"hall_id"}, .given_by = {"2", "4"},
		.cancelled = "3"},
	.check = check_gathering,
	.since = "held_on",
	.until = "over_on",
};

static const struct field_type guest_fields[] = {
	{.name = "gathering_id", .term = {"gathering", "会议"},
		.kind = FIELD_REF, .ref = "gathering",
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "name", .term = {"name", "姓名"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_PERSON},
	{.name = "seat", .term = {"seat", "座次"}, .kind = FIELD_INT},
	{.name = "came_on", .term = {"came", "到会日期"}, .kind = FIELD_DATE},
	{.name = "lodging_id", .term = {"lodging", "住处"}, .kind = FIELD_REF,
		.ref = "hall"},
};

static void
check_guest(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	const char *seat = record_get(record, "seat");

	(void)context;
	if (seat[0] != '\0' && atoi(seat) < 1)
		notes_block(notes, "seat", "0");
	else if (atoi(seat) > 500)
		notes_warn(notes, "seat", "500");
}

const struct record_type guest_type = {
	.name = "guest",
	.term = {"Guest", "来宾"},
	.number = 103,
	.fields = guest_fields,
	.n_fields = N_ITEMS(guest_fields),
	.pages = {{"Guest", "来宾"}},
	.title = {"name"},
	.list = {"name", "seat", "came_on", "lodging_id"},
	.order = "seat",
	.key = {{"gathering_id", "name"}},
	.check = check_guest,
	.owned_by = "gathering_id",
};

static const struct field_type speech_fields[] = {
	{.name = "gathering_id", .term = {"gathering", "会议"},
		.kind = FIELD_REF, .ref = "gathering",
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "guest_id", .term = {"guest", "来宾"}, .kind = FIELD_REF,
		.ref = "guest", .flags = FIELD_SIBLING},
	{.name = "subject", .term = {"subject", "题目"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED},
	{.name = "seat", .term = {"seat", "座次"}, .kind = FIELD_INT,
		.flags = FIELD_READONLY},
};

/* Whoever speaks does so from his seat. */
static void
fill_speech(struct record *record, const struct check_context *context)
{
	const struct owned_rows *guests = owned_seen(context, &guest_type);
	const struct owned_row *guest = owned_find(guests,
		record_ref(record, "guest_id"));

	record_set(record, "seat",
		guest != NULL ? record_get(&guest->now, "seat") : "");
}

static void
check_speech(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	(void)context;
	if (atoi(record_get(record, "seat")) > 99)
		notes_block(notes, "guest_id", "99");
}

const struct record_type speech_type = {
	.name = "speech",
	.term = {"Speech", "致辞"},
	.number = 104,
	.fields = speech_fields,
	.n_fields = N_ITEMS(speech_fields),
	.pages = {{"Speech", "致辞"}},
	.title = {"subject"},
	.list = {"subject", "guest_id", "seat", "guest_id.came_on"},
	.key = {{"gathering_id", "subject"}},
	.fill = fill_speech,
	.check = check_speech,
	.owned_by = "gathering_id",
};

static const struct field_type erratum_fields[] = {
	{.name = "gathering_id", .term = {"gathering", "会议"},
		.kind = FIELD_REF, .ref = "gathering",
		.flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "noted_on", .term = {"noted", "发现日期"},
		.kind = FIELD_DATE, .initial = "today"},
	{.name = "correction", .term = {"correction", "改正"},
		.kind = FIELD_TEXT, .flags = FIELD_REQUIRED},
};

const struct record_type erratum_type = {
	.name = "erratum",
	.term = {"Erratum", "勘误"},
	.number = 105,
	.flags = RECORD_AMENDS,
	.fields = erratum_fields,
	.n_fields = N_ITEMS(erratum_fields),
	.pages = {{"Erratum", "勘误"}},
	.title = {"correction"},
	.list = {"correction", "noted_on"},
	.key = {{"gathering_id", "correction"}},
	.owned_by = "gathering_id",
};
