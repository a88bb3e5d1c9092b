#include "screens/rare.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"

static void
add_readings(uint32_t c, struct strbuf *out)
{
	const char *readings[PINYIN_READINGS_MAX];
	size_t n = pinyin_of_char(c, readings);

	for (size_t i = 0; i < n; i++)
		strbuf_addf(out, "%s%s", i > 0 ? " " : "", readings[i]);
}

/* The one character whose number was typed. */
static enum err_code
fetch(void *data, enum rows_side side, const char *place, size_t n,
	struct rows *out, struct err *err)
{
	const struct menu *menu = data;
	char *typed = text_halfwidth(menu_typed(menu));
	struct strbuf cell = STRBUF_INIT;
	char utf8[5] = "";
	struct row *row;
	uint32_t c;

	(void)n;
	(void)err;
	if (text_code_point(typed, &c) &&
		(place == NULL || side == ROWS_FROM)) {
		row = rows_add(out, (int64_t)c, "");
		text_put_char(c, utf8);
		strbuf_addf(&cell, "%s  U+%04X", utf8, (unsigned)c);
		strvec_add(&row->cells, cell.s);
		strbuf_reset(&cell);
		add_readings(c, &cell);
		strvec_add(&row->cells, cell.s);
	}
	strbuf_clear(&cell);
	free(typed);
	return ERR_OK;
}

static void
put(struct ui *ui, uint32_t c)
{
	struct key_event event = KEY_EVENT_INIT;
	char utf8[4];

	event.kind = EVENT_PASTE;
	event.len = text_put_char(c, utf8);
	event.text = xstrndup(utf8, event.len);
	ui_act(ui, ACTION_NONE, &event);
	key_event_clear(&event);
}

void
enter_rare(struct ui *ui)
{
	struct menu menu;
	const struct window_source source = {fetch, NULL, &menu};
	uint32_t c = 0;

	menu_init_paged(&menu, &source, &ui->clip);
	menu.title = _("Rare character");
	menu.empty = _("Type the number of the character, as in U+20BB7.");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		c = (uint32_t)menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (c != 0)
		put(ui, c);
}
