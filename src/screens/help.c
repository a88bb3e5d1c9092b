/* 帮助: made from the live table of the screen below. */
#include "base/i18n.h"
#include "screens/open.h"
#include "screens/text_page.h"
#include "tui/help.h"

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
	ui_live(ui, &live);
	help_add_keys(&live, &text);
	strbuf_addf(&text, "\n\n%s\n",
		_("Where a terminal swallows an F-key, Esc and then the digit is "
		  "the same key. F9 lists everything that can be done here."));
	open_text_page(ui, _("Help"), text.s);
	strbuf_clear(&text);
	strbuf_clear(&title);
}
