/* What a list does; how it looks is in list_draw.c. */
#include "tui/list.h"

#include <string.h>

#include "base/text.h"

void
list_init(struct list *list, const struct list_column *columns,
	size_t n_columns, const struct window_source *source,
	struct strbuf *clip)
{
	*list = (struct list){.empty = "", .err = ERR_INIT};
	list_set_columns(list, columns, n_columns);
	window_init(&list->window, source);
	field_init(&list->filter, 0, clip);
}

void
list_clear(struct list *list)
{
	window_clear(&list->window);
	field_clear(&list->filter);
	id_set_clear(&list->marked);
	err_clear(&list->err);
}

void
list_set_columns(struct list *list, const struct list_column *columns,
	size_t n_columns)
{
	list->columns = columns;
	list->n_columns = n_columns;
}

void
list_reload(struct list *list)
{
	window_reload(&list->window);
}

void
list_restart(struct list *list)
{
	window_restart(&list->window);
}

void
list_want(struct list *list, int64_t id)
{
	window_want(&list->window, id);
}

const struct row *
list_chosen(struct list *list)
{
	err_clear(&list->err);
	if (window_settle(&list->window, &list->err) != ERR_OK)
		return NULL;
	return window_chosen(&list->window);
}

const char *
list_filter(const struct list *list)
{
	return field_text(&list->filter);
}

void
list_set_filter(struct list *list, const char *text)
{
	if (strcmp(text, list_filter(list)) != 0)
		window_restart(&list->window);
	field_set(&list->filter, text);
	list->filtering = *text != '\0';
}

static enum err_code
move(struct list *list, enum action action)
{
	struct window *window = &list->window;
	struct err *err = &list->err;

	switch (action) {
	case ACTION_UP:
		return window_move(window, -1, err);
	case ACTION_DOWN:
		return window_move(window, 1, err);
	case ACTION_PAGE_UP:
		return window_page(window, -1, err);
	case ACTION_PAGE_DOWN:
		return window_page(window, 1, err);
	case ACTION_FIRST:
		return window_first(window, err);
	default:
		return window_last(window, err);
	}
}

static const enum action moves[] = {
	ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
	ACTION_FIRST, ACTION_LAST,
};

static bool
is_move(enum action action)
{
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		if (moves[i] == action)
			return true;
	return false;
}

static enum list_result
mark_chosen(struct list *list)
{
	const struct row *row = list_chosen(list);

	if (row == NULL)
		return LIST_HANDLED;
	if (id_set_has(&list->marked, row->id))
		id_set_drop(&list->marked, row->id);
	else
		id_set_put(&list->marked, row->id);
	if (window_move(&list->window, 1, &list->err) != ERR_OK)
		return LIST_FAILED;
	return LIST_MARKED;
}

/* Esc empties the filter line, and closes it when it is empty. */
static enum list_result
leave_filter(struct list *list)
{
	if (*list_filter(list) == '\0') {
		list->filtering = false;
		return LIST_HANDLED;
	}
	field_set(&list->filter, "");
	window_restart(&list->window);
	return LIST_FILTERED;
}

static enum list_result
type(struct list *list, enum action action, const struct key_event *event)
{
	size_t was = list->filter.edit.n_changes;
	enum edit_result result;

	result = field_handle(&list->filter, action, event);
	if (result == EDIT_IGNORED)
		return LIST_IGNORED;
	list->filtering = true;
	if (list->filter.edit.n_changes != was) {
		window_restart(&list->window);
		return LIST_FILTERED;
	}
	return LIST_HANDLED;
}

/* Without a filter line, what is no command is the beginning of one. */
static bool
opens_filter(const struct key_event *event)
{
	if (event->kind == EVENT_PASTE)
		return true;
	return event->kind == EVENT_CHAR && key_halfwidth(event->code) >= 0x80;
}

enum list_result
list_handle(struct list *list, enum action action,
	const struct key_event *event)
{
	err_clear(&list->err);
	if (is_move(action))
		return move(list, action) == ERR_OK ? LIST_MOVED : LIST_FAILED;
	if (action == ACTION_MARK && list->can_mark)
		return mark_chosen(list);
	if (list->filtering)
		return action == ACTION_BACK ? leave_filter(list)
			: type(list, action, event);
	if (!list->can_filter)
		return LIST_IGNORED;
	if (action == ACTION_FILTER) {
		list->filtering = true;
		return LIST_HANDLED;
	}
	if (action == ACTION_NONE && opens_filter(event))
		return type(list, action, event);
	return LIST_IGNORED;
}

enum context
list_context(const struct list *list)
{
	return list->filtering ? CONTEXT_FILTER : CONTEXT_LIST;
}

void
list_live(const struct list *list, struct keymap_live *live)
{
	if (list->filtering) {
		keymap_live_add(live, ACTION_BACK);
		field_live(&list->filter, live);
	} else if (list->can_filter) {
		keymap_live_add(live, ACTION_FILTER);
	}
	if (list->can_mark)
		keymap_live_add(live, ACTION_MARK);
	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		keymap_live_add(live, moves[i]);
}
