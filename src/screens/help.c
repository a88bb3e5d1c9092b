/* 帮助: made from the live table of the screen below. */
#include "base/i18n.h"
#include "base/text.h"
#include "screens/open.h"
#include "screens/text_page.h"

enum { KEY_COLS = 18 };

static void
add_keys(const struct keymap_entry *entry, struct strbuf *out)
{
	struct strbuf keys = STRBUF_INIT;

	for (size_t i = 0; i < entry->n_keys; i++)
		strbuf_addf(&keys, "%s%s", i > 0 ? " " : "", entry->keys[i]);
	if (entry->digit != 0)
		strbuf_addf(&keys, " Esc+%c", entry->digit);
	strbuf_add(out, keys.s);
	for (size_t cols = text_cols(keys.s); cols < KEY_COLS; cols++)
		strbuf_add_char(out, ' ');
	strbuf_clear(&keys);
}

void
open_help(struct ui *ui)
{
	const struct ui_frame *frame = &ui->frames.items[ui->frames.n - 1];
	struct strbuf text = STRBUF_INIT, title = STRBUF_INIT;
	struct keymap_live live;

	frame->screen->title(ui, frame->state, &title);
	strbuf_addf(&text, "%s\n\n", title.s);
	if (frame->screen->help != NULL)
		strbuf_addf(&text, "%s\n\n",
			_(frame->screen->help(ui, frame->state)));
	strbuf_addf(&text, "%s\n", _("Keys that work here:"));
	ui_live(ui, &live);
	for (size_t i = 0; i < live.n; i++) {
		struct keymap_entry entry;

		keymap_entry(&live, i, &entry);
		if (entry.n_keys == 0)
			continue;
		add_keys(&entry, &text);
		strbuf_addf(&text, " %s\n", action_help(entry.action));
	}
	strbuf_addf(&text, "\n%s\n",
		_("Where a terminal swallows an F-key, Esc and then the digit is "
		  "the same key. F9 lists everything that can be done here."));
	open_text_page(ui, _("Help"), text.s);
	strbuf_clear(&text);
	strbuf_clear(&title);
}
