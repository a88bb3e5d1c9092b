/* A page of which the rows that share a value are shown at a time (分组). */
#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"

static bool
is_grouped(const struct owned_page *page)
{
	return page->noun != NULL && page->noun->group != NULL;
}

static const char *
group_of(const struct owned_page *page, const struct owned_row *row)
{
	return record_get(&row->now, page->noun->group);
}

static bool
is_shown(const struct owned_page *page, const struct owned_row *row)
{
	return page->group != NULL &&
		strcmp(group_of(page, row), page->group) == 0;
}

/* What is searched for may be in any group. */
bool
form_group_shows(const struct owned_page *page, const struct owned_row *row)
{
	return !is_grouped(page) || *list_filter(&page->list) != '\0' ||
		is_shown(page, row);
}

bool
form_group_set(struct owned_page *page, const struct owned_row *row)
{
	if (!is_grouped(page) || is_shown(page, row))
		return false;
	free(page->group);
	page->group = xstrdup(group_of(page, row));
	return true;
}

void
form_group_settle(struct owned_page *page)
{
	if (!is_grouped(page) || page->rows->n == 0)
		return;
	for (size_t i = 0; i < page->rows->n; i++)
		if (is_shown(page, page->rows->items[i]))
			return;
	form_group_set(page, page->rows->items[0]);
}

/* The row next to those that are shown, below or above them, or NULL. */
static const struct owned_row *
beside(const struct owned_page *page, bool below)
{
	const struct owned_rows *rows = page->rows;
	size_t first = 0, last = rows->n;

	while (first < rows->n && !is_shown(page, rows->items[first]))
		first++;
	while (last > first && !is_shown(page, rows->items[last - 1]))
		last--;
	if (below)
		return last < rows->n ? rows->items[last] : NULL;
	return first > 0 && first < rows->n ? rows->items[first - 1] : NULL;
}

/* The row with which its group begins. */
static const struct owned_row *
first_of(const struct owned_page *page, const struct owned_row *row)
{
	size_t i = 0;

	while (strcmp(group_of(page, page->rows->items[i]),
		       group_of(page, row)) != 0)
		i++;
	return page->rows->items[i];
}

/* Is the chosen row the last of those shown, or the first? */
static bool
is_at_end(struct owned_page *page, bool last)
{
	const struct owned_row *row = form_rows_chosen(page);
	size_t n = page->array.shown.n;

	return row != NULL && n > 0 && row == page->rows->items[
		page->array.shown.items[last ? n - 1 : 0]];
}

/* The first row of the next group, or of the one before, or NULL where there
 * is one group alone; beyond the ends, round to the other end: a key that
 * turned to another page there would surprise. */
static const struct owned_row *
group_beside(const struct owned_page *page, bool below)
{
	const struct owned_rows *rows = page->rows;
	const struct owned_row *row = beside(page, below);

	if (row == NULL && rows->n > 0)
		row = rows->items[below ? 0 : rows->n - 1];
	if (row == NULL || is_shown(page, row))
		return NULL;
	return first_of(page, row);
}

void
form_group_live(const struct owned_page *page, struct keymap_live *live)
{
	if (!is_grouped(page) || *list_filter(&page->list) != '\0' ||
		group_beside(page, true) == NULL)
		return;
	keymap_live_name(live, ACTION_NEXT_FIELD, _("Next group"),
		_("Go to the next group of rows; from the last to the "
		  "first."));
	keymap_live_name(live, ACTION_PREV_FIELD, "",
		_("Go to the group of rows before this one; from the first to "
		  "the last."));
}

/* Up and down go on beyond the ends. */
static const struct owned_row *
leads_to(struct owned_page *page, enum action action)
{
	switch (action) {
	case ACTION_NEXT_FIELD:
		return group_beside(page, true);
	case ACTION_PREV_FIELD:
		return group_beside(page, false);
	case ACTION_DOWN:
		return is_at_end(page, true) ? beside(page, true) : NULL;
	case ACTION_UP:
		return is_at_end(page, false) ? beside(page, false) : NULL;
	default:
		return NULL;
	}
}

bool
form_group_handle(struct form_state *state, struct owned_page *page,
	enum action action)
{
	const struct owned_row *row;

	if (!is_grouped(page) || *list_filter(&page->list) != '\0')
		return false;
	row = leads_to(page, action);
	if (row == NULL)
		return false;
	form_rows_choose(state, page, row);
	return true;
}
