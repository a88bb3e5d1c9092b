#include "screens/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
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
	if (!(field->flags & FIELD_REQUIRED))
		menu_add(&menu, C_("value", "(nothing)"), "");
	if (typed[0] != '\0')
		menu_type(&menu, typed);
	if (menu_chosen(&menu) == NULL)
		menu_type(&menu, "");
	chosen = dialog_choose(&ui->host, &menu) == MENU_CHOSEN;
	if (chosen) {
		size_t i = (size_t)menu_chosen(&menu)->id;

		strbuf_reset(out);
		strbuf_add(out, i < list->n_codes ? list->codes[i].code : "");
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
