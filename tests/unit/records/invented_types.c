#include "records/invented.h"

#include <stdlib.h>

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

/* State codes are those of unions: 1 prepared, 2 held, 4 closed. */
static const struct state_step gathering_steps[] = {
	{"", "1", {"prepare", "筹备"}, {NULL}},
	{"1", "2", {"hold", "召开"}, {"held_on"}},
	{"2", "4", {"close", "归档"}, {"held_on", "minutes"}},
	{"2", "1", {"put off", "延期"}, {NULL}},
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
	.serial = {"serial", "held_on", "hall_id", "4"},
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
