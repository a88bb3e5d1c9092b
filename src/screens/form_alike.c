/* What is typed may be here already (疑似重复): said while it is typed, and
 * asked before it is saved. */
#include "screens/form_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/duplicates.h"
#include "records/load.h"

enum { NAMED_MAX = 3 };

/* Is it a field that a rule goes by? */
static bool
is_telling(const struct record_type *type, const char *field)
{
	for (size_t i = 0; i < type->n_alike; i++)
		for (size_t j = 0; j < ALIKE_FIELDS_MAX &&
			type->alike[i].on[j].as != ALIKE_NOT; j++)
			if (strcmp(type->alike[i].on[j].field, field) == 0)
				return true;
	return false;
}

static bool
any_telling_changed(const struct form_state *state)
{
	for (size_t i = 0; i < state->type->n_fields; i++)
		if (form_is_changed(&state->form, i) &&
			is_telling(state->type, state->type->fields[i].name))
			return true;
	return false;
}

/* 王芳（1980-03-02，赵庄党支部） */
static void
add_name(struct store *store, const struct record_type *type, int64_t id,
	struct strbuf *out)
{
	struct strbuf apart = STRBUF_INIT;
	struct record record;

	if (record_load(store, type, id, &record, NULL) != ERR_OK)
		return;
	record_title(store, &record, out);
	record_tell_apart(store, &record, &apart);
	if (apart.len > 0)
		strbuf_addf(out, _(" (%s)"), apart.s);
	strbuf_clear(&apart);
	record_clear(&record);
}

/* Those that are more than possible; what cannot be looked up is not asked. */
static void
find_likely(struct ui *ui, const struct record *record,
	struct duplicates *list)
{
	size_t n = 0;

	(void)duplicates_of(ui->app->store, record, list, NULL);
	while (n < list->n && n < NAMED_MAX &&
		list->items[n].found.how >= LIKELIHOOD_LIKELY)
		n++;
	list->n = n;
}

void
form_alike_hint(struct ui *ui, const struct form_state *state, size_t row)
{
	struct duplicates list = VEC_INIT;
	struct strbuf name = STRBUF_INIT, reason = STRBUF_INIT;

	if (!form_is_changed(&state->form, row) ||
		!is_telling(state->type, state->type->fields[row].name))
		return;
	find_likely(ui, &state->record, &list);
	if (list.n > 0) {
		add_name(ui->app->store, state->type, list.items[0].other,
			&name);
		alike_reason(state->type, &list.items[0].found, &reason);
		status_say(&ui->status, STYLE_WARNING,
			_("%s is here already, and looks the same: %s."),
			name.s, reason.s);
	}
	strbuf_clear(&name);
	strbuf_clear(&reason);
	duplicates_clear(&list);
}

void
form_alike_warn(struct ui *ui, const struct form_state *state,
	const struct record *record, struct notes *notes)
{
	struct duplicates list = VEC_INIT;

	if (!any_telling_changed(state))
		return;
	find_likely(ui, record, &list);
	for (size_t i = 0; i < list.n; i++) {
		struct strbuf name = STRBUF_INIT, reason = STRBUF_INIT;

		add_name(ui->app->store, state->type, list.items[i].other,
			&name);
		alike_reason(state->type, &list.items[i].found, &reason);
		notes_warn(notes, list.items[i].found.rule->on[0].field,
			_("%s is here already, and looks the same: %s."),
			name.s, reason.s);
		strbuf_clear(&name);
		strbuf_clear(&reason);
	}
	duplicates_clear(&list);
}
