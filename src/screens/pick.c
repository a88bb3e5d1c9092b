#include "screens/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/code_set.h"
#include "records/load.h"
#include "records/owned.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/menu.h"

/* The other words of a code, parted by '|'. */
static enum fit
also_fits(const char *also, const char *typed)
{
	enum fit fit = FIT_NONE;

	while (*also != '\0') {
		size_t len = strcspn(also, "|");
		char *word = xstrndup(also, len);

		fit = fit_better(fit, fit_word(word, typed));
		free(word);
		also += len + (also[len] == '|');
	}
	return fit;
}

static enum fit
code_fits(void *data, int64_t id, const char *typed)
{
	const struct code_list *list = data;
	const struct code *code;
	enum fit fit;

	if ((size_t)id >= list->n_codes)
		return fit_word(C_("value", "(nothing)"), typed);
	code = &list->codes[id];
	if (strcmp(code->code, typed) == 0)
		return FIT_WHOLE;
	fit = fit_better(fit_word(code->zh, typed),
		fit_word(code->en, typed));
	return fit_better(fit, also_fits(code->also, typed));
}

static const char *
marking_help(void *data, int64_t id)
{
	(void)data;
	(void)id;
	return _("Space marks each that applies; Enter takes those that are "
		 "marked.");
}

/* The cursor on what stands in the field; where it takes several, those are
 * marked, and what was typed in their place is read as they are. */
static void
begin_codes(struct menu *menu, const struct field_type *field,
	const char *typed, const char *stored)
{
	const struct code_list *list = field_codes(field);
	struct strbuf set = STRBUF_INIT, unknown = STRBUF_INIT;

	menu->can_mark = field->flags & FIELD_SEVERAL;
	menu->help = menu->can_mark ? marking_help : NULL;
	if (menu->can_mark && typed[0] != '\0' &&
		code_set_read(list, typed, &set, &unknown)) {
		stored = set.s;
		typed = "";
	}
	for (size_t i = list->n_codes; i-- > 0;) {
		if (!code_set_has(stored, list->codes[i].code))
			continue;
		menu_want(menu, (int64_t)i);
		if (menu->can_mark)
			menu_mark(menu, (int64_t)i);
	}
	if (typed[0] != '\0')
		menu_type(menu, typed);
	if (menu_chosen(menu) == NULL)
		menu_type(menu, "");
	strbuf_clear(&set);
	strbuf_clear(&unknown);
}

/* The entry that the cursor is on, or the marked ones. */
static void
take_codes(struct menu *menu, const struct code_list *list, struct strbuf *out)
{
	size_t chosen = (size_t)menu_chosen(menu)->id;
	bool one = menu->marked.n == 0 || chosen == list->n_codes;

	strbuf_reset(out);
	for (size_t i = 0; i < list->n_codes; i++)
		if (one ? i == chosen
			: id_set_has(&menu->marked, (int64_t)i))
			strbuf_addf(out, "%s%s", out->len > 0 ? "," : "",
				list->codes[i].code);
}

static bool
choose_code(struct ui *ui, const struct field_type *field, const char *typed,
	struct strbuf *out)
{
	const struct code_list *list = field_codes(field);
	struct menu menu;
	bool chosen;

	menu_init(&menu, code_fits, (void *)list, &ui->clip);
	menu.title = term_word(&field->term);
	menu.about = field->help != NULL ? _(field->help) : NULL;
	for (size_t i = 0; i < list->n_codes; i++)
		menu_add(&menu, code_word(&list->codes[i]),
			list->codes[i].code);
	if (!(field->flags & FIELD_REQUIRED))
		menu_add(&menu, C_("value", "(nothing)"), "");
	begin_codes(&menu, field, typed, out->s);
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen)
		take_codes(&menu, list, out);
	menu_clear(&menu);
	return chosen;
}

static bool
choose_yes_no(struct ui *ui, const struct field_type *field,
	struct strbuf *out)
{
	struct menu menu;
	bool chosen;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = term_word(&field->term);
	menu.about = field->help != NULL ? _(field->help) : NULL;
	menu_add(&menu, C_("value", "no"), "0");
	menu_add(&menu, C_("value", "yes"), "1");
	menu_want(&menu, strcmp(out->s, "1") == 0);
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen) {
		strbuf_reset(out);
		strbuf_add(out, menu_chosen(&menu)->id == 1 ? "1" : "0");
	}
	menu_clear(&menu);
	return chosen;
}

static bool
choose_reference(struct ui *ui, const struct field_type *field,
	const char *typed, struct strbuf *out)
{
	char text[SITE_ID_TEXT_SIZE];
	int64_t id = choose_record(ui, field_ref(field), typed);

	if (id == 0)
		return false;
	site_id_to_text(id, text);
	strbuf_reset(out);
	strbuf_add(out, text);
	return true;
}

bool
choose_value(struct ui *ui, const struct field_type *field, const char *typed,
	struct strbuf *out)
{
	switch (field->kind) {
	case FIELD_CODE:
		return choose_code(ui, field, typed, out);
	case FIELD_BOOL:
		return choose_yes_no(ui, field, out);
	case FIELD_REF:
		return choose_reference(ui, field, typed, out);
	default:
		return false;
	}
}

/* Those that do not go; ids says which they are. */
static void
add_rows(struct store *store, const struct owned_rows *rows,
	struct menu *menu, struct strvec *ids)
{
	struct strbuf word = STRBUF_INIT;

	for (size_t i = 0; i < rows->n; i++) {
		const struct owned_row *row = rows->items[i];
		char id[SITE_ID_TEXT_SIZE];

		if (row->now.deleted)
			continue;
		strbuf_reset(&word);
		record_title(store, &row->now, &word);
		site_id_to_text(row->now.id, id);
		strvec_add(ids, id);
		menu_add(menu, word.s, "");
	}
	strbuf_clear(&word);
}

bool
choose_sibling(struct ui *ui, const struct record *record,
	const struct field_type *field, const char *typed, struct strbuf *out)
{
	const struct owned_rows *rows = owned_of(record->among,
		field_ref(field));
	struct strvec ids = VEC_INIT;
	struct menu menu;
	bool chosen;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = term_word(&field->term);
	menu.empty = _("Nothing fits what was typed.");
	add_rows(ui->app->store, rows, &menu, &ids);
	if (!(field->flags & FIELD_REQUIRED)) {
		strvec_add(&ids, "");
		menu_add(&menu, C_("value", "(nothing)"), "");
	}
	for (size_t i = 0; i < ids.n; i++)
		if (out->len > 0 && strcmp(ids.items[i], out->s) == 0)
			menu_want(&menu, (int64_t)i);
	if (typed[0] != '\0')
		menu_type(&menu, typed);
	if (menu_chosen(&menu) == NULL)
		menu_type(&menu, "");
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen) {
		strbuf_reset(out);
		strbuf_add(out, ids.items[menu_chosen(&menu)->id]);
	}
	menu_clear(&menu);
	strvec_clear(&ids);
	return chosen;
}

const struct field_type *
choose_field(struct ui *ui, const struct record_type *type, const char *title,
	bool (*wanted)(const struct record_type *type,
		const struct field_type *field))
{
	const struct field_type **fields =
		xcalloc(type->n_fields, sizeof(*fields));
	const struct field_type *field = NULL;
	struct menu menu;
	size_t n = 0;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = title;
	for (size_t i = 0; i < type->n_fields; i++)
		if (wanted(type, &type->fields[i])) {
			fields[n++] = &type->fields[i];
			menu_add(&menu, term_word(&type->fields[i].term), "");
		}
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		field = fields[menu_chosen(&menu)->id];
	menu_clear(&menu);
	free(fields);
	return field;
}
