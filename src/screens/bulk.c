#include "screens/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/save.h"
#include "records/value.h"
#include "screens/menu.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/menu.h"

static bool
code_fits(void *data, int64_t id, const char *typed)
{
	const struct code_list *list = data;
	const struct code *code = &list->codes[id];

	return strcmp(code->code, typed) == 0 ||
		menu_word_fits(code->zh, typed) ||
		menu_word_fits(code->en, typed);
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
	for (size_t i = 0; i < list->n_codes; i++) {
		menu_add(&menu, code_word(&list->codes[i]),
			list->codes[i].code);
		if (strcmp(list->codes[i].code, out->s) == 0)
			menu_want(&menu, (int64_t)i);
	}
	if (typed[0] != '\0')
		menu_type(&menu, typed);
	if (menu_chosen(&menu) == NULL)
		menu_type(&menu, "");
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen) {
		strbuf_reset(out);
		strbuf_add(out, list->codes[menu_chosen(&menu)->id].code);
	}
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

/* Fields that several records may share. */
static bool
can_be_shared(const struct record_type *type, const struct field_type *field)
{
	return !(field->flags & (FIELD_UNIQUE | FIELD_READONLY |
			 FIELD_INITIALS | FIELD_SENSITIVE)) &&
		(type->state == NULL ||
			strcmp(field->name, type->state) != 0) &&
		strcmp(field->name, type->title[0]) != 0;
}

static bool
field_fits(void *data, int64_t id, const char *typed)
{
	const struct field_type *const *fields = data;

	return menu_word_fits(term_word(&fields[id]->term), typed);
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

	menu_init(&menu, field_fits, fields, &ui->clip);
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

/* The value for all, typed or chosen; "" empties the field. */
static bool
ask_value(struct ui *ui, const struct field_type *field, struct strbuf *value)
{
	struct strbuf typed = STRBUF_INIT;
	struct err err = ERR_INIT;
	char today[DATE_SIZE];
	bool done = false;

	if (field->kind == FIELD_CODE || field->kind == FIELD_BOOL ||
		field->kind == FIELD_REF)
		return choose_value(ui, field, "", value);
	world_today(ui->app->world, today);
	while (!done && dialog_input(&ui->host, term_word(&field->term),
				_("The new value for all marked:"),
				field_max(field), &typed)) {
		strbuf_reset(value);
		done = value_normalise(field, typed.s, today, value, &err) ==
			ERR_OK;
		if (!done)
			dialog_tell(&ui->host, term_word(&field->term),
				err.text);
	}
	err_clear(&err);
	strbuf_clear(&typed);
	return done;
}

/* Saves all; with the title of the one that was refused in refused. */
static enum err_code
change_all(struct change *change, const struct record_type *type,
	const int64_t *ids, size_t n, const struct field_type *field,
	const char *value, struct strbuf *refused, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < n; i++) {
		struct record record;

		code = record_load(change_store(change), type, ids[i], &record,
			err);
		if (code != ERR_OK)
			break;
		record_set(&record, field->name, value);
		code = record_save(change, &record, NULL, NULL, err);
		if (code != ERR_OK)
			record_title(change_store(change), &record, refused);
		record_clear(&record);
	}
	return code;
}

/* Tries it without keeping it, so that the question can name what happens. */
static bool
preview(struct ui *ui, const struct record_type *type, const int64_t *ids,
	size_t n, const struct field_type *field, const char *value)
{
	struct change_info info = ui_change_info(ui, "bulk", "");
	struct strbuf text = STRBUF_INIT, refused = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct change *change;
	size_t n_changed = 0;
	enum err_code code = change_begin(ui->app->store, &info, &change, &err);
	bool yes = false;

	if (code == ERR_OK) {
		code = change_all(change, type, ids, n, field, value, &refused,
			&err);
		n_changed = change_n_saved(change);
		change_abandon(change);
	}
	if (code != ERR_OK) {
		if (refused.len > 0)
			strbuf_addf(&text, _("%s: "), refused.s);
		strbuf_add(&text, err.text);
		dialog_tell(&ui->host, term_word(&field->term), text.s);
	} else {
		strbuf_addf(&text,
			P_("%zu marked record would get another value.",
				"%zu marked records would get another value.",
				(unsigned long)n_changed), n_changed);
		yes = dialog_confirm(&ui->host, term_word(&field->term), text.s,
			_("Change"));
	}
	strbuf_clear(&text);
	strbuf_clear(&refused);
	err_clear(&err);
	return yes;
}

static bool
do_it(struct ui *ui, const struct record_type *type, const int64_t *ids,
	size_t n, const struct field_type *field, const char *value)
{
	struct change_info info = ui_change_info(ui, "bulk",
		term_word(&field->term));
	struct strbuf refused = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct change *change;
	enum err_code code = change_begin(ui->app->store, &info, &change, &err);

	if (code == ERR_OK) {
		code = change_all(change, type, ids, n, field, value, &refused,
			&err);
		code = change_end(change, code, &err);
	}
	if (code != ERR_OK)
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Changed; Ctrl-Z takes it back."));
	strbuf_clear(&refused);
	return code == ERR_OK;
}

bool
bulk_change(struct ui *ui, const struct record_type *type, const int64_t *ids,
	size_t n)
{
	const struct field_type *field = choose_field(ui, type,
		_("Which field of all marked?"), can_be_shared);
	struct strbuf value = STRBUF_INIT;
	bool done = false;

	if (field != NULL && ask_value(ui, field, &value) &&
		preview(ui, type, ids, n, field, value.s))
		done = do_it(ui, type, ids, n, field, value.s);
	strbuf_clear(&value);
	return done;
}
