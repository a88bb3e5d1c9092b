/* 佐证: the records and papers that the results of a checklist rest on. */
#include "screens/checklist.h"

#include <string.h>

#include "base/i18n.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"

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

/* The record that the chosen row names, NULL: a paper. */
static const struct field_type *
named_by(const struct form_state *run)
{
	const struct owned_row *row = form_rows_chosen(form_rows_page_of(run,
		&evidence_type));

	for (size_t i = 0; row != NULL && i < evidence_type.n_fields; i++) {
		const struct field_type *field = &evidence_type.fields[i];

		if (field->kind == FIELD_REF &&
			strcmp(field->name, evidence_type.owned_by) != 0 &&
			!(field->flags & FIELD_SIBLING) &&
			record_ref(&row->now, field->name) != 0)
			return field;
	}
	return NULL;
}

static bool
names_record(const struct form_state *run)
{
	return named_by(run) != NULL;
}

static void
run_open(struct ui *ui, struct form_state *run)
{
	const struct field_type *field = named_by(run);
	const struct owned_row *row = form_rows_chosen(form_rows_page_of(run,
		&evidence_type));

	open_form(ui, field_ref(field), record_ref(&row->now, field->name),
		NULL);
}

static const struct noun_deed evidence_deeds[] = {
	{.word = N_("Open the record"),
		.help = N_("Open the meeting, task or appointment that the "
			   "chosen evidence is."),
		.key = true, .works = names_record, .run = run_open},
};

static const char *const evidence_paths[] = {"result_id", "meeting_id",
	"task_id", "leader_id", "title", "note", NULL};

const struct noun_page evidence_page = {
	.rows = "evidence",
	.paths = evidence_paths,
	.begin = begin_evidence,
	.deeds = evidence_deeds,
	.n_deeds = sizeof(evidence_deeds) / sizeof(evidence_deeds[0]),
	.empty = N_("None yet; Space on the page of results takes what the "
		    "records propose, Ctrl-N enters a paper."),
};
