#include "records/serial.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/row.h"

enum {
	WITHIN_MAX = sizeof(((struct serial_rule *)0)->within) /
		sizeof(((struct serial_rule *)0)->within[0]),
	GIVEN_BY_MAX = sizeof(((struct serial_rule *)0)->given_by) /
		sizeof(((struct serial_rule *)0)->given_by[0]),
	YEAR_LEN = 4,
};

static const char *
number_of(const struct record *record)
{
	return record_get(record, record->type->serial.field);
}

static bool
has_number(const struct record *record)
{
	return record->type->serial.field != NULL &&
		number_of(record)[0] != '\0';
}

static bool
state_has_number(const struct record *record)
{
	const struct record_type *type = record->type;
	const char *state = record_get(record, type->state);

	for (size_t i = 0; i < GIVEN_BY_MAX &&
		type->serial.given_by[i] != NULL; i++)
		if (strcmp(type->serial.given_by[i], state) == 0)
			return true;
	return false;
}

/* Appends the condition for the records with which this one counts. */
static void
add_series(const struct serial_rule *rule, struct strbuf *sql)
{
	strbuf_addf(sql, " WHERE substr(%s, 1, 4) = substr(?1, 1, 4)",
		rule->date);
	for (size_t i = 0; i < WITHIN_MAX && rule->within[i] != NULL; i++)
		strbuf_addf(sql, " AND %s IS ?%d", rule->within[i],
			(int)i + 2);
}

/* The next number of the statement's parameters. */
static int
bind_series(const struct record *record, struct stmt *stmt)
{
	const struct serial_rule *rule = &record->type->serial;
	int n = 1;

	stmt_bind_text(stmt, n++, record_get(record, rule->date));
	for (size_t i = 0; i < WITHIN_MAX && rule->within[i] != NULL; i++)
		row_bind(record_field(record->type, rule->within[i]), stmt,
			n++, record_get(record, rule->within[i]));
	return n;
}

enum err_code
serial_give(struct store *store, struct record *record, struct err *err)
{
	const struct serial_rule *rule = &record->type->serial;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	char number[24];
	bool found;

	if (rule->field == NULL || has_number(record) ||
		!state_has_number(record))
		return ERR_OK;
	strbuf_addf(&sql, "SELECT ifnull(max(%s), 0) + 1 FROM %s",
		rule->field, record->type->name);
	add_series(rule, &sql);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	(void)bind_series(record, stmt);
	code = stmt_step(stmt, &found, err);
	if (code == ERR_OK) {
		snprintf(number, sizeof(number), "%lld",
			(long long)stmt_int(stmt, 0));
		record_set(record, rule->field, number);
	}
	stmt_done(stmt);
	return code;
}

/* The record that has the number of this one, 0 for none. */
static enum err_code
find_double(struct store *store, const struct record *record, int64_t *other,
	struct err *err)
{
	const struct serial_rule *rule = &record->type->serial;
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool found;
	int n;

	strbuf_addf(&sql, "SELECT id FROM %s", record->type->name);
	add_series(rule, &sql);
	strbuf_addf(&sql, " AND %s = ? AND id <> ? AND deleted = 0 LIMIT 1",
		rule->field);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	n = bind_series(record, stmt);
	row_bind(record_field(record->type, rule->field), stmt, n,
		number_of(record));
	stmt_bind_int(stmt, n + 1, record->id);
	code = stmt_step(stmt, &found, err);
	*other = code == ERR_OK && found ? stmt_int(stmt, 0) : 0;
	stmt_done(stmt);
	return code;
}

static enum err_code
check_double(struct store *store, const struct record *record,
	struct notes *notes, struct err *err)
{
	const char *field = record->type->serial.field;
	struct strbuf title = STRBUF_INIT;
	int64_t other;
	enum err_code code = find_double(store, record, &other, err);

	if (code != ERR_OK || other == 0)
		return code;
	record_title_of(store, record->type, other, &title);
	notes_block(notes, field, _("%s already stands in the record of %s."),
		term_word(&record_field(record->type, field)->term), title.s);
	strbuf_clear(&title);
	return ERR_OK;
}

/* The action that ends in the state of what came to nothing. */
static const char *
cancelling(const struct record_type *type)
{
	for (size_t i = 0; i < type->n_steps; i++)
		if (type->steps[i].from[0] != '\0' &&
			strcmp(type->steps[i].to, type->serial.cancelled) == 0)
			return term_word(&type->steps[i].action);
	return "";
}

/* What the number was given within stays; the first field that does not, or
 * NULL. */
static const char *
moved(const struct record *record, const struct record *old)
{
	const struct serial_rule *rule = &record->type->serial;

	if (strncmp(record_get(record, rule->date),
		    record_get(old, rule->date), YEAR_LEN) != 0)
		return rule->date;
	for (size_t i = 0; i < WITHIN_MAX && rule->within[i] != NULL; i++)
		if (strcmp(record_get(record, rule->within[i]),
			    record_get(old, rule->within[i])) != 0)
			return rule->within[i];
	return NULL;
}

enum err_code
serial_check(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	const struct record_type *type = record->type;
	const char *field = type->serial.field;
	const char *other;

	if (old == NULL || !has_number(old))
		return field != NULL && has_number(record)
			? check_double(store, record, notes, err) : ERR_OK;
	other = moved(record, old);
	if (strcmp(number_of(record), number_of(old)) != 0)
		notes_block(notes, field,
			_("%s is filled in by the program and cannot be "
			  "changed."),
			term_word(&record_field(type, field)->term));
	else if (other != NULL)
		notes_block(notes, other,
			_("The number %s was given by %s and would be missing "
			  "there; take the step “%s” and enter this anew."),
			number_of(old),
			term_word(&record_field(type, other)->term),
			cancelling(type));
	return ERR_OK;
}

void
serial_keep(struct record *record, const struct record *now)
{
	if (has_number(now) && !has_number(record))
		record_set(record, record->type->serial.field, number_of(now));
}

enum err_code
serial_may_remove(const struct record *record, struct err *err)
{
	if (!has_number(record))
		return ERR_OK;
	return err_set(err, ERR_DENIED,
		_("This record of the type %s has the number %s, which would "
		  "be missing; take the step “%s” instead of removing it."),
		term_word(&record->type->term), number_of(record),
		cancelling(record->type));
}
