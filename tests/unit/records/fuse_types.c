#include "records/fuse_types.h"

#include <string.h>

#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

static const struct field_type person_fields[] = {
	{.name = "name", .term = {"name", "姓名"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_PERSON},
	{.name = "letters", .term = {"letters", "首字母"}, .kind = FIELD_TEXT,
		.flags = FIELD_INITIALS},
	{.name = "card", .term = {"card", "证号"}, .kind = FIELD_TEXT,
		.flags = FIELD_UNIQUE},
	{.name = "mentor_id", .term = {"mentor", "师傅"}, .kind = FIELD_REF,
		.ref = "person"},
	{.name = "state", .term = {"state", "状态"}, .kind = FIELD_CODE,
		.codes = "union_state", .initial = "1"},
	{.name = "remark", .term = {"remark", "备注"},
		.kind = FIELD_LONGTEXT},
};

static const struct state_step person_steps[] = {
	{"", "1", {"come", "来"}, {NULL}},
	{"1", "2", {"go", "去"}, {NULL}},
};

const struct record_type person_type = {
	.name = "person",
	.term = {"Person", "人"},
	.number = 111,
	.flags = RECORD_MERGES,
	.fields = person_fields,
	.n_fields = N_ITEMS(person_fields),
	.pages = {{"Person", "人"}},
	.title = {"name"},
	.list = {"name"},
	.key = {{"card"}},
	.state = "state",
	.steps = person_steps,
	.n_steps = N_ITEMS(person_steps),
};

static const struct field_type feast_fields[] = {
	{.name = "name", .term = {"name", "名称"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED},
	{.name = "host_id", .term = {"host", "主人"}, .kind = FIELD_REF,
		.ref = "person"},
	{.name = "state", .term = {"state", "状态"}, .kind = FIELD_CODE,
		.codes = "union_state", .initial = "1"},
};

static const struct state_step feast_steps[] = {
	{"", "1", {"invite", "邀请"}, {NULL}},
	{"1", "4", {"close", "归档"}, {NULL}},
};

const struct record_type feast_type = {
	.name = "feast",
	.term = {"Feast", "宴会"},
	.number = 112,
	.fields = feast_fields,
	.n_fields = N_ITEMS(feast_fields),
	.pages = {{"Feast", "宴会"}},
	.title = {"name"},
	.list = {"name"},
	.key = {{"name"}},
	.state = "state",
	.steps = feast_steps,
	.n_steps = N_ITEMS(feast_steps),
	.frozen = {"4"},
};

static const struct field_type seat_fields[] = {
	{.name = "feast_id", .term = {"feast", "宴会"}, .kind = FIELD_REF,
		.ref = "feast", .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "person_id", .term = {"person", "人"}, .kind = FIELD_REF,
		.ref = "person"},
	{.name = "place", .term = {"place", "座次"}, .kind = FIELD_TEXT},
	{.name = "gift", .term = {"gift", "礼物"}, .kind = FIELD_TEXT},
};

const struct record_type seat_type = {
	.name = "seat",
	.term = {"Seat", "座位"},
	.number = 113,
	.fields = seat_fields,
	.n_fields = N_ITEMS(seat_fields),
	.pages = {{"Seat", "座位"}},
	.title = {"person_id"},
	.list = {"person_id"},
	.order = "person_id",
	.key = {{"feast_id", "person_id"}},
	.owned_by = "feast_id",
};

static const struct field_type toast_fields[] = {
	{.name = "feast_id", .term = {"feast", "宴会"}, .kind = FIELD_REF,
		.ref = "feast", .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "seat_id", .term = {"seat", "座位"}, .kind = FIELD_REF,
		.ref = "seat", .flags = FIELD_SIBLING},
	{.name = "text", .term = {"text", "祝词"}, .kind = FIELD_TEXT},
};

const struct record_type toast_type = {
	.name = "toast",
	.term = {"Toast", "祝酒"},
	.number = 114,
	.fields = toast_fields,
	.n_fields = N_ITEMS(toast_fields),
	.pages = {{"Toast", "祝酒"}},
	.title = {"text"},
	.list = {"text"},
	.key = {{"feast_id", "text"}},
	.owned_by = "feast_id",
};

static const struct field_type note_fields[] = {
	{.name = "feast_id", .term = {"feast", "宴会"}, .kind = FIELD_REF,
		.ref = "feast", .flags = FIELD_REQUIRED | FIELD_SORTED},
	{.name = "by_id", .term = {"by", "更正人"}, .kind = FIELD_REF,
		.ref = "person"},
	{.name = "text", .term = {"text", "更正"}, .kind = FIELD_TEXT},
};

const struct record_type note_type = {
	.name = "note",
	.term = {"Note", "更正"},
	.number = 115,
	.flags = RECORD_AMENDS,
	.fields = note_fields,
	.n_fields = N_ITEMS(note_fields),
	.pages = {{"Note", "更正"}},
	.title = {"text"},
	.list = {"text"},
	.key = {{"feast_id", "text"}},
	.owned_by = "feast_id",
};

static const struct field_type club_fields[] = {
	{.name = "person_id", .term = {"person", "人"}, .kind = FIELD_REF,
		.ref = "person", .flags = FIELD_REQUIRED},
	{.name = "club", .term = {"club", "社团"}, .kind = FIELD_TEXT,
		.flags = FIELD_REQUIRED},
	{.name = "since_on", .term = {"since", "起"}, .kind = FIELD_DATE},
	{.name = "dues", .term = {"dues", "会费"}, .kind = FIELD_INT},
};

/* Nobody is twice in one club, whenever that began. */
static void
check_club(const struct record *record, const struct check_context *context,
	struct notes *notes)
{
	struct find_ids ids = VEC_INIT;

	(void)find_by_value(context->store, &club_type, "person_id",
		record_get(record, "person_id"), 100, &ids, NULL);
	for (size_t i = 0; i < ids.n; i++) {
		struct record other;

		if (ids.items[i] == record->id ||
			record_load(context->store, &club_type, ids.items[i],
				&other, NULL) != ERR_OK)
			continue;
		if (strcmp(record_get(&other, "club"),
			    record_get(record, "club")) == 0)
			notes_block(notes, "club", "twice");
		record_clear(&other);
	}
	find_ids_clear(&ids);
}

const struct record_type club_type = {
	.name = "club",
	.term = {"Club", "社团成员"},
	.number = 116,
	.fields = club_fields,
	.n_fields = N_ITEMS(club_fields),
	.pages = {{"Club", "社团成员"}},
	.title = {"club"},
	.list = {"club"},
	.key = {{"person_id", "club", "since_on"}, {"person_id", "club"}},
	.check = check_club,
};

const struct record_type *const record_types[] = {&person_type, &feast_type,
	&seat_type, &toast_type, &note_type, &club_type, &ruling_type};

const size_t record_types_n = N_ITEMS(record_types);

#define HEAD "id INTEGER PRIMARY KEY, version INTEGER NOT NULL, " \
	"deleted INTEGER NOT NULL, sort_key TEXT NOT NULL, "

const char fuse_schema[] =
	"CREATE TABLE person (" HEAD "name TEXT NOT NULL, letters TEXT NOT NULL, "
	"card TEXT NOT NULL, mentor_id INTEGER, state TEXT NOT NULL, "
	"remark TEXT NOT NULL) STRICT; "
	"CREATE TABLE feast (" HEAD "name TEXT NOT NULL, host_id INTEGER, "
	"state TEXT NOT NULL) STRICT; "
	"CREATE TABLE seat (" HEAD "feast_id INTEGER, person_id INTEGER, "
	"place TEXT NOT NULL, gift TEXT NOT NULL) STRICT; "
	"CREATE TABLE toast (" HEAD "feast_id INTEGER, seat_id INTEGER, "
	"text TEXT NOT NULL) STRICT; "
	"CREATE TABLE note (" HEAD "feast_id INTEGER, by_id INTEGER, "
	"text TEXT NOT NULL) STRICT; "
	"CREATE TABLE club (" HEAD "person_id INTEGER, club TEXT NOT NULL, "
	"since_on TEXT NOT NULL, dues INTEGER) STRICT; "
	"CREATE TABLE ruling (" HEAD "type TEXT NOT NULL, kept TEXT NOT NULL, "
	"other TEXT NOT NULL, verdict TEXT NOT NULL, decided_on TEXT NOT NULL, "
	"reason TEXT NOT NULL) STRICT;";
