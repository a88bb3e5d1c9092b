#include "tui/help.h"

#include "base/i18n.h"
#include "base/text.h"

enum { INDENT = 2, GAP = 2 };

/* "F10 q Esc+0", appended; nothing where no key means it. */
static void
add_keys(const struct keymap_entry *entry, struct strbuf *out)
{
	for (size_t i = 0; i < entry->n_keys; i++)
		strbuf_addf(out, "%s%s", i > 0 ? " " : "", entry->keys[i]);
	if (entry->digit != 0)
		strbuf_addf(out, " Esc+%c", entry->digit);
}

static int
widest_keys(const struct keymap_live *live)
{
	struct strbuf keys = STRBUF_INIT;
	int widest = 0;

	for (size_t i = 0; i < live->n; i++) {
		struct keymap_entry entry;
		int cols;

		strbuf_reset(&keys);
		keymap_entry(live, i, &entry);
		add_keys(&entry, &keys);
		cols = (int)text_cols(keys.s);
		widest = cols > widest ? cols : widest;
	}
	strbuf_clear(&keys);
	return widest;
}

/* The actions that have a word on the bar, or those that have none. */
static void
add_actions(const struct keymap_live *live, bool on_bar, struct strbuf *out)
{
	struct strbuf keys = STRBUF_INIT;
	int widest = widest_keys(live);

	for (size_t i = 0; i < live->n; i++) {
		struct keymap_entry entry;

		keymap_entry(live, i, &entry);
		if (entry.n_keys == 0 ||
			(entry.word[0] != '\0') != on_bar)
			continue;
		strbuf_reset(&keys);
		add_keys(&entry, &keys);
		strbuf_addf(out, "\n%*s%s%*s%s", INDENT, "", keys.s,
			widest - (int)text_cols(keys.s) + GAP, "",
			entry.help);
	}
	strbuf_clear(&keys);
}

void
help_add_keys(const struct keymap_live *live, struct strbuf *out)
{
	strbuf_add(out, _("Keys that work here:"));
	add_actions(live, true, out);
	strbuf_add_char(out, '\n');
	add_actions(live, false, out);
}
