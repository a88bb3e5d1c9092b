#include "screens/list_memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "records/value.h"
#include "screens/settings.h"

/* The setting has a line "PATH up", "PATH down" for the order, and a line
 * "FIELD=VALUE" a filter. */
#define UP " up"
#define DOWN " down"

bool
list_memory_may_filter(const struct record_type *type,
	const struct field_type *field)
{
	(void)type;
	return field->kind == FIELD_CODE || field->kind == FIELD_BOOL ||
		field->kind == FIELD_REF;
}

static char *
setting_name(const struct query *query)
{
	return xasprintf("list.%s", query->type->name);
}

/* The filter of a line, where the field and its value are still there. */
static void
read_filter(struct ui *ui, const char *name, const char *value,
	struct query *query)
{
	const struct field_type *field = record_field(query->type, name);
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	if (field != NULL && list_memory_may_filter(query->type, field) &&
		(value[0] == '\0' ||
			value_is_stored(field, value, today, NULL)))
		query_set_filter(query, name, value);
}

static bool
is_column(const struct record_type *type, const char *path)
{
	for (size_t i = 0; i < RECORD_MAX_PATHS && type->list[i] != NULL; i++)
		if (strcmp(type->list[i], path) == 0)
			return true;
	return false;
}

static void
read_line(struct ui *ui, char *line, struct query *query)
{
	char *value = strchr(line, '='), *way = strchr(line, ' ');

	if (value != NULL) {
		*value++ = '\0';
		read_filter(ui, line, value, query);
	} else if (way != NULL) {
		bool down = strcmp(way, DOWN) == 0;

		*way = '\0';
		if (is_column(query->type, line))
			query_set_order(query, line, down);
	}
}

void
list_memory_load(struct ui *ui, struct query *query)
{
	char *name = setting_name(query);
	char *text = settings_load_own(ui, name);
	char *rest = text, *line;

	while ((line = strsep(&rest, "\n")) != NULL)
		read_line(ui, line, query);
	if (query->order != NULL && !query_can_sort(ui->app->store, query,
			query->order))
		query_set_order(query, NULL, false);
	free(text);
	free(name);
}

void
list_memory_save(struct ui *ui, const struct query *query)
{
	char *name = setting_name(query);
	struct strbuf text = STRBUF_INIT;

	if (query->order != NULL)
		strbuf_addf(&text, "%s%s\n", query->order,
			query->descending ? DOWN : UP);
	for (size_t i = 0; i < query->filters.n; i++)
		strbuf_addf(&text, "%s=%s\n", query->filters.items[i].path,
			query->filters.items[i].value);
	settings_save_own(ui, name, text.s);
	strbuf_clear(&text);
	free(name);
}
