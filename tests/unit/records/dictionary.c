/* Is the dictionary itself sound, and do the tables have what it says? */
#include "desk.h"

#include "base/xalloc.h"
#include "records/codes.h"

/* The columns of the type's table as SQL would declare them. */
static char *
columns_said(const struct record_type *type)
{
	const struct table *table = record_table(type);
	struct strbuf said = STRBUF_INIT;

	strbuf_add(&said, "id INTEGER, version INTEGER, deleted INTEGER, "
			  "sort_key TEXT");
	assert_int_equal(table->n_columns, type->n_fields);
	for (size_t i = 0; i < type->n_fields; i++) {
		enum column_kind kind = table->columns[i].kind;

		assert_string_equal(table->columns[i].name,
			type->fields[i].name);
		strbuf_addf(&said, ", %s %s", type->fields[i].name,
			kind == COLUMN_INT || kind == COLUMN_REF ? "INTEGER"
								 : "TEXT");
	}
	return strbuf_detach(&said);
}

static void
table_is_as_said(struct store *store, const struct record_type *type)
{
	char *sql = xasprintf("SELECT group_concat(name || ' ' || type, ', ') "
			      "FROM pragma_table_info('%s')", type->name);
	char *columns = bench_text(store, sql);
	char *said = columns_said(type);

	assert_string_equal(columns, said);
	free(columns);
	free(said);
	free(sql);
}

static void
tables_are_as_said(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < record_types_n; i++)
		table_is_as_said(desk->store, record_types[i]);
}

/* What is sorted or looked up by value has an index that begins with it. */
static bool
has_index(struct store *store, const char *table, const char *column)
{
	char *sql = xasprintf("SELECT count(*) FROM pragma_index_list('%s') l, "
			      "pragma_index_info(l.name) i "
			      "WHERE i.seqno = 0 AND i.name = '%s'",
		table, column);
	bool found = bench_int(store, sql) > 0;

	free(sql);
	return found;
}

static void
indexes_stand(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];

		if (!has_index(desk->store, type->name, "sort_key"))
			fail_msg("%s.sort_key", type->name);
		for (size_t k = 0; k < type->n_fields; k++) {
			const struct field_type *field = &type->fields[k];

			if (field->kind != FIELD_REF &&
				!(field->flags & (FIELD_SORTED | FIELD_UNIQUE)))
				continue;
			if (!has_index(desk->store, type->name, field->name))
				fail_msg("%s.%s", type->name, field->name);
		}
	}
}

static void
numbers_and_words_are_unique(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *a = record_types[i];

		assert_true(a->number > 0);
		assert_ptr_equal(record_type_find(a->name), a);
		assert_ptr_equal(record_type_find(a->term.zh), a);
		assert_ptr_equal(record_table(a)->data, a);
		for (size_t k = 0; k < i; k++) {
			const struct record_type *b = record_types[k];

			assert_int_not_equal(a->number, b->number);
			assert_string_not_equal(a->name, b->name);
			assert_string_not_equal(a->term.en, b->term.en);
			assert_string_not_equal(a->term.zh, b->term.zh);
		}
	}
	assert_null(record_type_find("tea"));
	assert_null(record_type_find(""));
}

/* All headers under which a field is found in files, parted by '|'. */
static char *
headers(const struct field_type *field)
{
	struct strbuf all = STRBUF_INIT;
	const char *also = field->also != NULL ? field->also : "";

	strbuf_addf(&all, "%s|%s|%s|%s", field->name, field->term.en,
		field->term.zh, also);
	if (field->kind == FIELD_REF) /* the column of its title */
		strbuf_addf(&all, "|%.*s", (int)strlen(field->name) - 3,
			field->name);
	return strbuf_detach(&all);
}

static bool
holds(const char *list, const char *word, size_t len)
{
	for (const char *p = list; *p != '\0';) {
		size_t n = strcspn(p, "|");

		if (n == len && strncmp(p, word, len) == 0)
			return true;
		p += n + (p[n] == '|');
	}
	return false;
}

static void
headers_differ(const struct record_type *type, const char *a, const char *b)
{
	for (const char *p = a; *p != '\0';) {
		size_t n = strcspn(p, "|");

		if (n > 0 && holds(b, p, n))
			fail_msg("%s: %.*s heads two columns", type->name,
				(int)n, p);
		p += n + (p[n] == '|');
	}
}

static void
headers_are_unique(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];

		for (size_t a = 0; a < type->n_fields; a++)
			for (size_t b = 0; b < a; b++) {
				char *one = headers(&type->fields[a]);
				char *other = headers(&type->fields[b]);

				headers_differ(type, one, other);
				free(one);
				free(other);
			}
	}
}

static void
field_is_sound(const struct record_type *type, const struct field_type *field)
{
	const size_t len = strlen(field->name);
	bool is_ref = field->kind == FIELD_REF;

	assert_true(field->term.en[0] != '\0' && field->term.zh[0] != '\0');
	assert_int_equal(field->kind == FIELD_CODE, field->codes != NULL);
	assert_int_equal(is_ref, field->ref != NULL);
	assert_int_equal(is_ref,
		len > 3 && strcmp(field->name + len - 3, "_id") == 0);
	if (field->kind == FIELD_CODE)
		assert_non_null(code_list_find(field->codes));
	if (is_ref)
		assert_non_null(record_type_find(field->ref));
	if (field->kind == FIELD_DATE)
		assert_true(len > 3 &&
			strcmp(field->name + len - 3, "_on") == 0);
	/* who reads a row knows its owner by then */
	if (field->flags & FIELD_SIBLING)
		assert_true(is_ref && field_ref(field) != type &&
			record_owner(type) != NULL &&
			record_owner(field_ref(field)) == record_owner(type) &&
			record_field(type, type->owned_by) < field);
	assert_true(field->page >= 0 && field->page < RECORD_MAX_PAGES);
	assert_non_null(type->pages[field->page].en);
	assert_true(field_max(field) > 0 && field_cols(field) > 0);
	if (field->kind == FIELD_CODE && field->initial != NULL)
		assert_non_null(code_find(field_codes(field), field->initial));
}

static void
fields_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];
		size_t n_initials = 0;

		for (size_t k = 0; k < type->n_fields; k++) {
			field_is_sound(type, &type->fields[k]);
			assert_int_equal(record_field_index(type,
						 type->fields[k].name), k);
			n_initials += (type->fields[k].flags &
				FIELD_INITIALS) != 0;
		}
		assert_true(n_initials <= 1);
	}
}

/* A path of one or two steps that ends in a field. */
static void
path_leads_somewhere(const struct record_type *type, const char *path)
{
	const struct field_type *through;
	const char *dot = strchr(path, '.');
	char *name;

	if (dot == NULL) {
		if (record_field(type, path) == NULL)
			fail_msg("%s: %s", type->name, path);
		return;
	}
	name = strndup(path, (size_t)(dot - path));
	through = record_field(type, name);
	free(name);
	if (through == NULL || through->kind != FIELD_REF)
		fail_msg("%s: %s", type->name, path);
	if (strcmp(dot + 1, "sort_key") != 0 &&
		record_field(field_ref(through), dot + 1) == NULL)
		fail_msg("%s: %s", type->name, path);
}

static void
type_is_sound(const struct record_type *type)
{
	assert_non_null(type->title[0]);
	assert_non_null(type->list[0]);
	assert_non_null(type->help);
	for (size_t i = 0; i < N_ITEMS(type->title) && type->title[i] != NULL;
		i++)
		assert_non_null(record_field(type, type->title[i]));
	for (size_t i = 0; i < RECORD_MAX_PATHS && type->list[i] != NULL; i++)
		path_leads_somewhere(type, type->list[i]);
	if (type->order != NULL)
		path_leads_somewhere(type, type->order);
	/* what has no words of its own must say how it is sorted */
	if (record_field(type, type->title[0])->kind == FIELD_REF)
		assert_non_null(type->order);
	assert_non_null(type->key[0][0]);
	for (size_t i = 0; i < RECORD_MAX_KEYS; i++)
		for (size_t k = 0; k < RECORD_MAX_KEY_FIELDS; k++)
			if (type->key[i][k] != NULL)
				assert_non_null(
					record_field(type, type->key[i][k]));
	assert_int_equal(type->since == NULL, type->until == NULL);
	if (type->since != NULL) {
		assert_int_equal(record_field(type, type->since)->kind,
			FIELD_DATE);
		assert_int_equal(record_field(type, type->until)->kind,
			FIELD_DATE);
	}
	if (type->newest_first)
		assert_true(type->order != NULL && type->owned_by == NULL);
	if (type->owned_by != NULL) {
		const struct field_type *owner =
			record_field(type, type->owned_by);

		assert_int_equal(owner->kind, FIELD_REF);
		assert_true(owner->flags & FIELD_REQUIRED);
		assert_true(owner->flags & FIELD_SORTED);
		assert_null(record_owner(type)->owned_by);
	}
}

static void
types_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++)
		type_is_sound(record_types[i]);
}

/* What is referred to comes first, save a type's own upper records. */
static void
types_follow_what_they_refer_to(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];

		for (size_t k = 0; k < type->n_fields; k++) {
			size_t at = 0;

			if (type->fields[k].kind != FIELD_REF)
				continue;
			while (record_types[at] != field_ref(&type->fields[k]))
				at++;
			assert_true(at <= i);
		}
	}
}

static void
steps_are_sound(const struct record_type *type)
{
	const struct field_type *state = record_field(type, type->state);
	const struct code_list *list = field_codes(state);
	bool begins = false;

	for (size_t i = 0; i < type->n_steps; i++) {
		const struct state_step *step = &type->steps[i];

		assert_non_null(code_find(list, step->to));
		if (step->from[0] == '\0')
			begins |= strcmp(step->to, state->initial) == 0;
		else
			assert_non_null(code_find(list, step->from));
		for (size_t k = 0;
			k < N_ITEMS(step->needs) && step->needs[k] != NULL; k++)
			assert_non_null(record_field(type, step->needs[k]));
		for (size_t k = 0; k < i; k++)
			assert_false(strcmp(step->from, type->steps[k].from) ==
					0 &&
				strcmp(step->to, type->steps[k].to) == 0);
	}
	assert_true(begins);
}

/* Both ways exist, and what is taken along takes nothing along. */
static void
effects_are_sound(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_effects; i++) {
		const struct state_effect *effect = &type->effects[i];
		const struct record_type *other = field_ref(record_field(type,
			effect->ref));

		if (effect->to[0] != '\0') /* else it is removed */
			assert_non_null(record_step_between(type,
				effect->from, effect->to));
		else
			assert_non_null(record_step_between(type, "",
				effect->from));
		assert_non_null(record_step_between(other,
			effect->other_from, effect->other_to));
		assert_int_equal(other->n_effects, 0);
		if (effect->day == NULL)
			continue;
		assert_int_equal(record_field(type, effect->day)->kind,
			FIELD_DATE);
		assert_int_equal(record_field(other, effect->other_day)->kind,
			FIELD_DATE);
	}
}

/* What is numbered can be cancelled. */
static void
serial_is_sound(const struct record_type *type)
{
	const struct serial_rule *rule = &type->serial;
	bool cancels = false;

	assert_true(record_field(type, rule->field)->kind == FIELD_INT);
	assert_true(record_field(type, rule->field)->flags & FIELD_READONLY);
	assert_non_null(record_field(type, rule->date));
	for (size_t i = 0; i < N_ITEMS(rule->within); i++)
		if (rule->within[i] != NULL)
			assert_int_equal(record_field(type,
				rule->within[i])->kind, FIELD_REF);
	assert_non_null(rule->given_by[0]);
	for (size_t i = 0; i < type->n_steps; i++)
		cancels |= type->steps[i].from[0] != '\0' &&
			strcmp(type->steps[i].to, rule->cancelled) == 0;
	assert_true(cancels);
}

static void
states_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		const struct record_type *type = record_types[i];

		if (type->state != NULL)
			steps_are_sound(type);
		else
			assert_true(type->n_steps == 0 &&
				type->frozen[0] == NULL &&
				type->guarded[0] == NULL &&
				type->serial.field == NULL);
		if (type->serial.field != NULL)
			serial_is_sound(type);
		effects_are_sound(type);
		if (type->flags & RECORD_AMENDS)
			assert_non_null(record_owner(type)->frozen[0]);
		for (size_t k = 0; k < N_ITEMS(type->frozen); k++)
			if (type->frozen[k] != NULL)
				assert_non_null(code_find(
					field_codes(record_field(type,
						type->state)),
					type->frozen[k]));
		for (size_t k = 0; k < N_ITEMS(type->guarded); k++)
			if (type->guarded[k] != NULL)
				assert_non_null(code_find(
					field_codes(record_field(type,
						type->state)),
					type->guarded[k]));
	}
}

/* Of SQL, as SQLite knows them, and of C. */
static const char keywords[] =
	"|abort|action|add|after|all|alter|always|analyze|and|as|asc|attach|"
	"autoincrement|before|begin|between|by|cascade|case|cast|check|"
	"collate|column|commit|conflict|constraint|create|cross|current|"
	"current_date|current_time|current_timestamp|database|default|"
	"deferrable|deferred|delete|desc|detach|distinct|do|drop|each|else|"
	"end|escape|except|exclude|exclusive|exists|explain|fail|filter|"
	"first|following|for|foreign|from|full|generated|glob|group|groups|"
	"having|if|ignore|immediate|in|index|indexed|initially|inner|insert|"
	"instead|intersect|into|is|isnull|join|key|last|left|like|limit|"
	"match|materialized|natural|no|not|nothing|notnull|null|nulls|of|"
	"offset|on|or|order|others|outer|over|partition|plan|pragma|"
	"preceding|primary|query|raise|range|recursive|references|regexp|"
	"reindex|release|rename|replace|restrict|returning|right|rollback|"
	"row|rows|savepoint|select|set|table|temp|temporary|then|ties|to|"
	"transaction|trigger|unbounded|union|unique|update|using|vacuum|"
	"values|view|virtual|when|where|window|with|without|"
	"auto|break|char|const|continue|double|enum|extern|float|goto|inline|"
	"int|long|register|return|short|signed|sizeof|static|struct|switch|"
	"typedef|unsigned|void|volatile|while|";

static void
is_no_keyword(const char *name)
{
	if (holds(keywords + 1, name, strlen(name)))
		fail_msg("%s", name);
	assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"),
		strlen(name));
}

static void
names_are_no_keywords(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_types_n; i++) {
		is_no_keyword(record_types[i]->name);
		for (size_t k = 0; k < record_types[i]->n_fields; k++)
			is_no_keyword(record_types[i]->fields[k].name);
	}
}

/* A new record of every type begins sound, but for what must be filled in. */
static void
new_records_begin_well(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < record_types_n; i++) {
		struct record record;
		struct notes notes = VEC_INIT;
		struct err err = ERR_INIT;

		record_begin(&record, record_types[i], DESK_TODAY);
		bench_ok(record_check(desk->store, &record, NULL, &notes, &err),
			&err);
		for (size_t k = 0; k < notes.n; k++) {
			const struct field_type *field = record_field(
				record_types[i], notes.items[k].field);

			assert_true(field->flags & FIELD_REQUIRED);
			assert_string_equal(record_get(&record, field->name),
				"");
		}
		notes_clear(&notes);
		record_clear(&record);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_as_said),
		cmocka_unit_test(indexes_stand),
		cmocka_unit_test(numbers_and_words_are_unique),
		cmocka_unit_test(headers_are_unique),
		cmocka_unit_test(fields_are_sound),
		cmocka_unit_test(types_are_sound),
		cmocka_unit_test(types_follow_what_they_refer_to),
		cmocka_unit_test(states_are_sound),
		cmocka_unit_test(names_are_no_keywords),
		cmocka_unit_test(new_records_begin_well),
	};

	return cmocka_run_group_tests_name("dictionary", tests, desk_begin,
		desk_end);
}
