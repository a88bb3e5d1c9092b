/* What a menu does; how it looks is in menu_draw.c. */
#include "tui/menu.h"

static void
init(struct menu *menu, const struct window_source *source,
	struct strbuf *clip)
{
	array_init(&menu->array);
	window_init(&menu->window, source);
	field_init(&menu->typed, 0, clip);
}

void
menu_init(struct menu *menu, enum fit (*match)(void *data, int64_t id,
	const char *typed), void *data, struct strbuf *clip)
{
	struct window_source source;

	*menu = (struct menu){.match = match, .data = data};
	array_source(&menu->array, &source);
	init(menu, &source, clip);
}

void
menu_init_paged(struct menu *menu, const struct window_source *source,
	struct strbuf *clip)
{
	*menu = (struct menu){.paged = true};
	init(menu, source, clip);
}

void
menu_clear(struct menu *menu)
{
	id_set_clear(&menu->marked);
	window_clear(&menu->window);
	array_clear(&menu->array);
	field_clear(&menu->typed);
	err_clear(&menu->err);
}

int64_t
menu_add(struct menu *menu, const char *text, const char *note)
{
	struct row *row = array_add(&menu->array);

	strvec_add(&row->cells, text);
	strvec_add(&row->cells, note);
	window_reload(&menu->window);
	return row->id;
}

void
menu_want(struct menu *menu, int64_t id)
{
	window_want(&menu->window, id);
}

void
menu_mark(struct menu *menu, int64_t id)
{
	if (id_set_has(&menu->marked, id))
		id_set_drop(&menu->marked, id);
	else
		id_set_put(&menu->marked, id);
}

const char *
menu_typed(const struct menu *menu)
{
	return field_text(&menu->typed);
}

static enum err_code
settle(struct menu *menu)
{
	enum err_code code;

	err_clear(&menu->err);
	code = window_settle(&menu->window, &menu->err);
	if (code == ERR_OK && menu->new_entry != NULL &&
		window_chosen(&menu->window) == NULL)
		menu->on_new = true;
	return code;
}

const struct row *
menu_chosen(struct menu *menu)
{
	if (settle(menu) != ERR_OK || menu->on_new)
		return NULL;
	return window_chosen(&menu->window);
}

static enum fit
fit_of(const struct menu *menu, const struct row *row)
{
	const char *typed = menu_typed(menu);

	if (*typed != '\0' && menu->match != NULL)
		return menu->match(menu->data, row->id, typed);
	return fit_word(row->cells.items[0], typed);
}

/* The first entry that fits best. */
struct best {
	const struct menu *menu;
	enum fit fit;
	int64_t id;
};

static bool
stays(void *data, const struct row *row)
{
	struct best *best = data;
	enum fit fit = fit_of(best->menu, row);

	if (fit > best->fit) {
		best->fit = fit;
		best->id = row->id;
	}
	return fit != FIT_NONE;
}

static void
narrow_down(struct menu *menu)
{
	struct best best = {menu, FIT_NONE, 0};

	if (!menu->paged)
		array_filter(&menu->array, stays, &best);
	window_restart(&menu->window);
	if (best.fit != FIT_NONE)
		window_want(&menu->window, best.id);
	menu->on_new = false;
}

void
menu_type(struct menu *menu, const char *text)
{
	field_set(&menu->typed, text);
	narrow_down(menu);
}

static enum menu_result
done(enum err_code code)
{
	return code == ERR_OK ? MENU_HANDLED : MENU_FAILED;
}

/* One line down or up, the new entry being the last. */
static enum menu_result
move(struct menu *menu, int by)
{
	const struct row *row = menu_chosen(menu);
	int64_t was = row != NULL ? row->id : 0;
	enum err_code code;

	menu->typing = false;
	if (menu->on_new) {
		menu->on_new = by > 0 || window_chosen(&menu->window) == NULL;
		return done(menu->err.code);
	}
	code = window_move(&menu->window, by, &menu->err);
	row = window_chosen(&menu->window);
	if (by > 0 && menu->new_entry != NULL && row != NULL &&
		row->id == was)
		menu->on_new = true;
	return done(code);
}

/* The cursor stays; what was typed to find the entry has done its work. */
static enum menu_result
mark_chosen(struct menu *menu)
{
	const struct row *row = menu_chosen(menu);
	int64_t id;

	if (row == NULL)
		return done(menu->err.code);
	id = row->id;
	menu_mark(menu, id);
	menu_type(menu, "");
	menu_want(menu, id);
	menu->typing = false;
	return MENU_HANDLED;
}

static enum menu_result
jump(struct menu *menu, enum action action)
{
	struct window *window = &menu->window;
	struct err *err = &menu->err;

	menu->typing = false;
	menu->on_new = false;
	switch (action) {
	case ACTION_PAGE_UP:
		return done(window_page(window, -1, err));
	case ACTION_PAGE_DOWN:
		return done(window_page(window, 1, err));
	case ACTION_FIRST:
		return done(window_first(window, err));
	default:
		return done(window_last(window, err));
	}
}

static enum menu_result
choose(struct menu *menu)
{
	const struct row *row = menu_chosen(menu);

	if (menu->err.code != ERR_OK)
		return MENU_FAILED;
	if (menu->on_new)
		return MENU_NEW;
	return row != NULL ? MENU_CHOSEN : MENU_HANDLED;
}

static enum menu_result
choose_number(struct menu *menu, size_t number)
{
	if (number == 0 || number > menu->array.rows.n)
		return MENU_HANDLED;
	menu->on_new = false;
	window_want(&menu->window, (int64_t)number - 1);
	return choose(menu);
}

static bool
is_number(const struct menu *menu, enum action action,
	const struct key_event *event)
{
	uint32_t c;

	if (!menu->numbered || menu->paged || action != ACTION_NONE ||
		event->kind != EVENT_CHAR || *menu_typed(menu) != '\0')
		return false;
	c = key_halfwidth(event->code);
	return c >= '0' && c <= '9';
}

static enum menu_result
type(struct menu *menu, enum action action, const struct key_event *event)
{
	size_t was = menu->typed.edit.n_changes;

	if (field_handle(&menu->typed, action, event) == EDIT_IGNORED)
		return MENU_IGNORED;
	menu->typing = true;
	if (menu->typed.edit.n_changes != was)
		narrow_down(menu);
	return MENU_HANDLED;
}

static enum menu_result
leave(struct menu *menu)
{
	if (*menu_typed(menu) == '\0')
		return MENU_CLOSED;
	menu_type(menu, "");
	return MENU_HANDLED;
}

enum menu_result
menu_handle(struct menu *menu, enum action action,
	const struct key_event *event)
{
	err_clear(&menu->err);
	if (is_number(menu, action, event))
		return choose_number(menu,
			key_halfwidth(event->code) - '0');
	switch (action) {
	case ACTION_UP:
		return move(menu, -1);
	case ACTION_DOWN:
		return move(menu, 1);
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_FIRST:
	case ACTION_LAST:
		return jump(menu, action);
	case ACTION_ACCEPT:
	case ACTION_OPEN:
		return choose(menu);
	case ACTION_BACK:
		return leave(menu);
	case ACTION_MARK:
		return mark_chosen(menu);
	default:
		return type(menu, action, event);
	}
}

void
menu_live(const struct menu *menu, struct keymap_live *live)
{
	static const enum action own[] = {
		ACTION_ACCEPT, ACTION_BACK, ACTION_UP, ACTION_DOWN,
		ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST,
	};

	if (menu->can_mark)
		keymap_live_add(live, ACTION_MARK);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		keymap_live_add(live, own[i]);
	/* Before anything is typed, Home and End move among the entries. */
	if (*menu_typed(menu) == '\0')
		keymap_live_add(live, ACTION_PASTE);
	else
		field_live(&menu->typed, live);
}
