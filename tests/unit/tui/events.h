/* Events as text, so that a test can say in one line what it expects. */
#ifndef TESTS_UNIT_TUI_EVENTS_H
#define TESTS_UNIT_TUI_EVENTS_H

#include "base/strbuf.h"
#include "base/text.h"
#include "tui/key.h"

/*
 * Appends one word for an event, a blank before it where out is not empty:
 * characters as they are, keys by their labels, paste{…}, esc-waits, resize,
 * width1 or width2, signal15, idle.
 */
static inline void
describe_event(const struct key_event *event, struct strbuf *out)
{
	char utf8[4];

	if (out->len > 0)
		strbuf_add_char(out, ' ');
	switch (event->kind) {
	case EVENT_CHAR:
		strbuf_add_bytes(out, utf8, text_put_char(event->code, utf8));
		break;
	case EVENT_KEY:
		strbuf_add(out, key_label(event->key));
		break;
	case EVENT_PASTE:
		strbuf_addf(out, "paste{%.*s}", (int)event->len, event->text);
		break;
	case EVENT_ESC_WAIT:
		strbuf_add(out, "esc-waits");
		break;
	case EVENT_RESIZE:
		strbuf_add(out, "resize");
		break;
	case EVENT_WIDTH:
		strbuf_add(out, event->wide ? "width2" : "width1");
		break;
	case EVENT_SIGNAL:
		strbuf_addf(out, "signal%d", event->signal);
		break;
	default:
		strbuf_add(out, "idle");
		break;
	}
}

#endif
