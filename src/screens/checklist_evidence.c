/* 佐证: the records and papers that the results of a checklist rest on. */
#include "screens/checklist.h"

#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"
#include "tui/menu.h"

/* That of the result which was chosen last. */
static void
begin_evidence(struct ui *ui, struct form_state *run, struct record *row)
{
	const struct owned_row *result = form_rows_chosen(
		form_rows_page_of(run, &checklist_result_type));
	char id[SITE_ID_TEXT_SIZE];

	(void)ui;
	if (result == NULL)
		return;
	site_id_to_text(result->now.id, id);
	record_set(row, "result_id", id);
}

/* Does it refer to a record that can be evidence? */
static bool
names_records(const struct field_type *field)
{
	return field->kind == FIELD_REF &&
		strcmp(field->name, evidence_type.owned_by) != 0 &&
		!(field->flags & FIELD_SIBLING);
}

/* The record that a row names, NULL: a paper. */
static const struct field_type *
named_by(const struct owned_row *row)
{
	for (size_t i = 0; row != NULL && i < evidence_type.n_fields; i++) {
		const struct field_type *field = &evidence_type.fields[i];

		if (names_records(field) &&
			record_ref(&row->now, field->name) != 0)
			return field;
	}
	return NULL;
}

/* On the page of all, or on that of one result. */
static struct owned_row *
chosen(const struct form_state *state)
{
	return form_rows_chosen(form_rows_page(state));
}

static bool
names_record(const struct form_state *state)
{
	return named_by(chosen(state)) != NULL;
}

static void
run_open(struct ui *ui, struct form_state *state)
{
	const struct owned_row *row = chosen(state);
	const struct field_type *field = named_by(row);

	open_form(ui, field_ref(field), record_ref(&row->now, field->name),
		NULL);
}

static const struct noun_deed evidence_deeds[] = {
	{.word = N_("Open the record"),
		.help = N_("Open the meeting, task or appointment that the "
			   "chosen evidence is."),
		.key = true, .works = names_record, .run = run_open},
};

/* A paper, by its own words. */
static bool
ask_paper(struct ui *ui, struct record *row)
{
	const struct field_type *field = record_field(row->type, "title");
	struct strbuf typed = STRBUF_INIT;
	bool told = dialog_input(&ui->host, term_word(&field->term),
		_("What is it, and where is it kept?"), field_max(field),
		&typed) && typed.len > 0;

	if (told)
		record_set(row, field->name, typed.s);
	strbuf_clear(&typed);
	return told;
}

static bool
ask_record(struct ui *ui, const struct field_type *field, struct record *row)
{
	int64_t id = choose_record(ui, field_ref(field), "");
	char text[SITE_ID_TEXT_SIZE];

	if (id == 0)
		return false;
	site_id_to_text(id, text);
	record_set(row, field->name, text);
	return true;
}

/* What kind of evidence, then which. */
static bool
ask(struct ui *ui, struct record *row)
{
	const struct field_type *kinds[RECORD_MAX_PATHS];
	struct menu menu;
	size_t n = 0;
	int64_t kind = -1;

	menu_init(&menu, NULL, NULL, &ui->clip);
	menu.title = term_word(&evidence_type.term);
	menu.numbered = true;
	for (size_t i = 0; i < evidence_type.n_fields; i++)
		if (names_records(&evidence_type.fields[i])) {
			kinds[n++] = &evidence_type.fields[i];
			menu_add(&menu, term_word(&kinds[n - 1]->term), "");
		}
	menu_add(&menu, term_word(&record_field(&evidence_type,
		"title")->term), "");
	if (dialog_choose(&ui->host, &menu) == MENU_CHOSEN)
		kind = menu_chosen(&menu)->id;
	menu_clear(&menu);
	if (kind < 0)
		return false;
	return (size_t)kind < n ? ask_record(ui, kinds[kind], row)
				: ask_paper(ui, row);
}

/* Columns */

static void
tell_what(struct ui *ui, struct form_state *run, const struct owned_row *row,
	struct strbuf *out)
{
	const struct field_type *field = named_by(row);

	(void)run;
	if (field == NULL) {
		strbuf_add(out, record_get(&row->now, "title"));
		return;
	}
	strbuf_addf(out, _("%s: "), term_word(&field->term));
	record_title_of(ui->app->store, field_ref(field),
		record_ref(&row->now, field->name), out);
}

static void
tell_code(struct ui *ui, struct form_state *run, const struct owned_row *row,
	struct strbuf *out)
{
	const struct owned_row *result = owned_find(owned_of(&run->owned,
		&checklist_result_type), record_ref(&row->now, "result_id"));

	(void)ui;
	if (result != NULL)
		strbuf_add(out, record_get(&result->now, "code"));
}

static void
tell_note(struct ui *ui, struct form_state *run, const struct owned_row *row,
	struct strbuf *out)
{
	(void)ui;
	(void)run;
	strbuf_add(out, record_get(&row->now, "note"));
}

static const struct noun_column columns[] = {
	{"result_id", {.name = N_("Code"), .cols = 4}, tell_code},
	{"+what", {.name = N_("Record or paper"), .cols = 30, .least = 12,
		.grows = true}, tell_what},
	{"note", {.name = N_("Note"), .cols = 16, .least = 8}, tell_note},
};

static const char *const evidence_paths[] = {"result_id", "+what", "note",
	NULL};

const struct noun_page evidence_page = {
	.rows = "evidence",
	.paths = evidence_paths,
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
	.begin = begin_evidence,
	.ask = ask,
	.deeds = evidence_deeds,
	.n_deeds = sizeof(evidence_deeds) / sizeof(evidence_deeds[0]),
	.empty = N_("None yet; Space on the page of results takes what the "
		    "records propose, Ctrl-N adds a record or a paper."),
};
