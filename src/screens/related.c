#include "screens/related.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "screens/noun.h"
#include "screens/open.h"
#include "store/site.h"

static struct related *
related_new(struct ui *ui, const struct noun_page *page,
	const struct record_type *type, const struct field_type *field,
	const char *id)
{
	const char *const *paths = page != NULL && page->paths != NULL
		? page->paths : type->list;
	struct related *related = xcalloc(1, sizeof(*related));
	struct window_source source;

	related->type = type;
	related->field = field;
	query_init(&related->query, type);
	query_set_filter(&related->query, field->name, id);
	for (size_t i = 0; i < RECORD_MAX_PATHS && paths[i] != NULL; i++)
		if (strcmp(paths[i], field->name) != 0)
			related->paths[related->n_paths++] = paths[i];
	record_columns(type, related->paths, related->n_paths,
		related->columns);
	record_source_init(&related->source, ui->app->store, &related->query,
		related->paths, related->n_paths, &source);
	list_init(&related->list, related->columns, related->n_paths, &source,
		&ui->clip);
	related->list.can_filter = true;
	related->list.empty = _("None yet; Ctrl-N enters one.");
	return related;
}

/* What stands in the form of the owner has a page there. */
static bool
is_within(const struct record_type *type, const struct field_type *field)
{
	return field->flags & FIELD_SIBLING || (type->owned_by != NULL &&
			strcmp(type->owned_by, field->name) == 0);
}

void
related_init(struct related_lists *lists, struct ui *ui,
	const struct record_type *type, int64_t id)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	*lists = (struct related_lists)VEC_INIT;
	for (size_t i = 0; i < record_types_n; i++)
		for (size_t j = 0; j < record_types[i]->n_fields; j++) {
			const struct field_type *field =
				&record_types[i]->fields[j];

			if (field->kind == FIELD_REF &&
				field_ref(field) == type &&
				!is_within(record_types[i], field))
				vec_push(lists, related_new(ui, noun_page_of(
					noun_of(type), record_types[i]),
					record_types[i], field, text));
		}
}

const char *
related_word(const struct related *related)
{
	const struct term *inverse = &related->field->inverse;

	return term_word(inverse->en != NULL ? inverse : &related->type->term);
}

void
related_clear(struct related_lists *lists)
{
	for (size_t i = 0; i < lists->n; i++) {
		list_clear(&lists->items[i]->list);
		query_clear(&lists->items[i]->query);
		free(lists->items[i]);
	}
	vec_clear(lists);
}

void
related_reload(struct related_lists *lists)
{
	for (size_t i = 0; i < lists->n; i++)
		list_reload(&lists->items[i]->list);
}

void
related_live(struct ui *ui, struct related *related, const struct form *form,
	struct keymap_live *live)
{
	keymap_live_init(live, list_context(&related->list));
	if (list_chosen(&related->list) != NULL)
		keymap_live_add(live, ACTION_OPEN);
	if (store_read_only(ui->app->store) == NULL)
		keymap_live_add(live, ACTION_NEW);
	related_live_moves(&related->list, form, live);
}

void
related_live_moves(const struct list *list, const struct form *form,
	struct keymap_live *live)
{
	const struct window *window = &list->window;

	keymap_live_add(live, ACTION_FILTER);
	form_live_pages(form, live);
	/* A list that is not seen whole has pages of its own. */
	if (!window->has_first || !window->has_last ||
		window->rows.n > window->height) {
		keymap_live_remove(live, ACTION_NEXT_PAGE);
		keymap_live_remove(live, ACTION_PREV_PAGE);
	}
	list_live(list, live);
}

static void
begin_new(struct ui *ui, struct related *related)
{
	struct record begin;
	char today[DATE_SIZE];

	if (ui_is_read_only(ui))
		return;
	world_today(ui->app->world, today);
	record_begin(&begin, related->type, today);
	record_set(&begin, related->field->name,
		related->query.filters.items[0].value);
	open_form(ui, related->type, 0, &begin);
	record_clear(&begin);
}

bool
related_handle(struct ui *ui, struct related *related, enum action action,
	const struct key_event *event)
{
	const struct row *row;

	switch (ui_list_handle(ui, &related->list, action, event)) {
	case LIST_IGNORED:
		break;
	case LIST_FILTERED:
		query_set_words(&related->query, list_filter(&related->list));
		list_restart(&related->list);
		return true;
	default:
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
		row = list_chosen(&related->list);
		if (row != NULL)
			open_form(ui, related->type, row->id, NULL);
		return true;
	case ACTION_NEW:
		begin_new(ui, related);
		return true;
	default:
		return false;
	}
}
