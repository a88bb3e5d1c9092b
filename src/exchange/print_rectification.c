/* rectification (规范整顿档案): from the grounds to the closing, with what was
 * to be put right, how far it came, and how it was accepted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/acceptance.h"
#include "records/load.h"
#include "records/nouns.h"

enum { FACTS_MAX = 9, NUMBER_SIZE = 24 };

struct file {
	const struct print_request *request;
	const struct record *record;
	struct owned owned;
	struct paper *paper;
};

static const struct owned_rows *
rows_of(const struct file *file, const struct record_type *type)
{
	return owned_of(&file->owned, type);
}

/* The problem, and the result of a check that it comes from. */
static void
add_problem(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	struct strbuf from = STRBUF_INIT;

	print_add_value(file->request, item, "checklist_result_id", &from);
	strbuf_add(out, record_get(item, "problem"));
	if (from.len > 0)
		strbuf_addf(out, _("\n(from the check: %s)"), from.s);
	strbuf_clear(&from);
}

static void
add_measure(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	(void)file;
	strbuf_add(out, record_get(item, "measure"));
}

static void
add_person(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	print_add_person(file->request, item, "member_id", "person", out);
}

static void
add_due(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	(void)file;
	print_add_date(record_get(item, "due_on"), out);
}

static void
add_done(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	(void)file;
	print_add_date(record_get(item, "done_on"), out);
}

static void
add_outcome(const struct file *file, const struct record *item,
	struct strbuf *out)
{
	(void)file;
	strbuf_add(out, record_get(item, "outcome"));
}

/* The columns of the table of items, behind their number. */
static const struct {
	const char *word;
	int width;
	void (*add)(const struct file *file, const struct record *item,
		struct strbuf *out);
} listed[] = {
	{N_("Problem"), 28, add_problem},
	{N_("Measure"), 26, add_measure},
	{N_("Responsible"), 12, add_person},
	{N_("Due"), 14, add_due},
	{N_("Done"), 14, add_done},
	{N_("Outcome"), 20, add_outcome},
};

enum { LISTED_N = sizeof(listed) / sizeof(listed[0]), NUMBER_WIDTH = 5 };

static void
add_item(const struct file *file, size_t number, const struct record *item)
{
	char text[NUMBER_SIZE];
	struct strvec cells = VEC_INIT;
	struct strbuf cell = STRBUF_INIT;

	snprintf(text, sizeof(text), "%zu", number);
	strvec_add(&cells, text);
	for (size_t i = 0; i < LISTED_N; i++) {
		strbuf_reset(&cell);
		listed[i].add(file, item, &cell);
		strvec_add(&cells, print_or_none(cell.s));
	}
	paper_add_row(file->paper, (const char *const *)cells.items);
	strbuf_clear(&cell);
	strvec_clear(&cells);
}

static void
add_items(const struct file *file)
{
	const struct owned_rows *rows = rows_of(file,
		&rectification_item_type);
	struct paper_column columns[LISTED_N + 1] = {
		{_("No."), NUMBER_WIDTH, true}};

	for (size_t i = 0; i < LISTED_N; i++)
		columns[i + 1] = (struct paper_column){
			i18n_text(listed[i].word), listed[i].width, false};
	paper_begin_table(file->paper, columns, LISTED_N + 1, false);
	for (size_t i = 0; i < rows->n; i++)
		add_item(file, i + 1, &rows->items[i]->now);
}

/* How far it came, in the words of who told it. */
static void
add_notes(const struct file *file)
{
	const struct owned_rows *rows = rows_of(file,
		&rectification_note_type);
	struct strbuf day = STRBUF_INIT;

	for (size_t i = 0; i < rows->n; i++) {
		const struct record *note = &rows->items[i]->now;
		const char *by = record_get(note, "noted_by");

		strbuf_reset(&day);
		print_add_date(record_get(note, "noted_on"), &day);
		if (by[0] != '\0')
			paper_addf(file->paper, PAPER_TEXT, _("%s (%s): %s"),
				day.s, by, record_get(note, "body"));
		else
			paper_addf(file->paper, PAPER_TEXT, _("%s: %s"),
				day.s, record_get(note, "body"));
	}
	strbuf_clear(&day);
}

/* By which marks its numbers make it what it is; those of that day. */
static void
add_acceptance(const struct file *file)
{
	struct acceptance_marks marks = {
		.pass_mark = strtoll(record_get(file->record, "pass_mark"),
			NULL, 10),
		.dissatisfied_max = strtoll(record_get(file->record,
			"dissatisfied_max"), NULL, 10),
	};
	struct acceptance acceptance;
	struct strbuf text = STRBUF_INIT;

	if (record_get(file->record, "verdict")[0] == '\0')
		return;
	acceptance_of(file->record, &acceptance);
	acceptance_tell(&acceptance, &marks, "", &text);
	paper_add(file->paper, PAPER_TEXT, text.s);
	strbuf_clear(&text);
}

/* The parts of the file: facts, rows and a text.  One of which nothing is known
 * is left out. */
static const struct part {
	const char *heading;
	const char *facts[FACTS_MAX];
	const char *text; /* at the end, under a heading of its own */
	const struct record_type *rows;
	void (*add)(const struct file *file); /* the rows, or what else there
	                                         is to say */
} parts[] = {
	{N_("Grounds and decision"),
		{"state", "grounds", "checklist_run_id", "proposed_on",
			"proposed_by", "decided_on", "decided_by",
			"document_no"},
		"ground_text", NULL, NULL},
	{N_("Plan"), {"member_id", "person", "due_on"}, "plan_text", NULL,
		NULL},
	{N_("Items"), {NULL}, NULL, &rectification_item_type, add_items},
	{N_("Progress"), {NULL}, NULL, &rectification_note_type, add_notes},
	{N_("Acceptance"),
		{"applied_on", "means", "score", "ballots", "dissatisfied",
			"verdict", "accepted_on", "accepted_by"},
		"accept_note", NULL, add_acceptance},
	{N_("Tracking and end"),
		{"track_until_on", "closed_on", "closed_by", "merged_into_id"},
		"aftermath", NULL, NULL},
};

static bool
is_filled(const struct file *file, const char *field)
{
	return record_get(file->record, field)[0] != '\0';
}

static bool
has_rows(const struct file *file, const struct part *part)
{
	return part->rows != NULL && rows_of(file, part->rows)->n > 0;
}

static bool
is_known(const struct file *file, const struct part *part)
{
	bool known = has_rows(file, part) ||
		(part->text != NULL && is_filled(file, part->text));

	for (size_t i = 0; i < FACTS_MAX && part->facts[i] != NULL; i++)
		known |= is_filled(file, part->facts[i]);
	return known;
}

static void
add_part(const struct file *file, const struct part *part)
{
	if (!is_known(file, part))
		return;
	paper_add(file->paper, PAPER_HEADING, i18n_text(part->heading));
	for (size_t i = 0; i < FACTS_MAX && part->facts[i] != NULL; i++)
		print_known_fact(file->request, file->record, part->facts[i],
			file->paper);
	if (part->add != NULL && (part->rows == NULL || has_rows(file, part)))
		part->add(file);
	if (part->text != NULL && is_filled(file, part->text)) {
		paper_add(file->paper, PAPER_SUBHEADING, term_word(
			&record_field(file->record->type, part->text)->term));
		paper_add(file->paper, PAPER_TEXT,
			record_get(file->record, part->text));
	}
}

/* What comes from a check by a provisional text says so on each page. */
static enum err_code
mark(const struct file *file, struct err *err)
{
	int64_t id = record_ref(file->record, "checklist_run_id");
	struct record run, standard;
	enum err_code code;

	if (id == 0)
		return ERR_OK;
	code = record_load(file->request->store, &checklist_run_type, id, &run,
		err);
	if (code != ERR_OK)
		return code;
	code = record_load(file->request->store, &standard_type,
		record_ref(&run, "standard_id"), &standard, err);
	if (code == ERR_OK) {
		print_mark_standard(&standard, file->paper);
		record_clear(&standard);
	}
	record_clear(&run);
	return code;
}

static void
add_titles(const struct file *file)
{
	struct strbuf text = STRBUF_INIT;

	print_add_value(file->request, file->record, "union_org_id", &text);
	paper_addf(file->paper, PAPER_TITLE, _("Rectification of %s"), text.s);
	strbuf_clear(&text);
}

static void
add_end(const struct file *file)
{
	print_add_remark(file->record, file->paper);
	paper_add(file->paper, PAPER_SIGNATURE, _("Head of the union:"));
	paper_add(file->paper, PAPER_SIGNATURE, _("Accepted by (signature):"));
	paper_add(file->paper, PAPER_SIGNATURE, _("For the committee:"));
}

static enum err_code
make(const struct print_request *request, const struct record *record,
	struct paper *paper, struct err *err)
{
	struct file file = {
		.request = request, .record = record, .paper = paper};
	enum err_code code;

	owned_init(&file.owned, &rectification_type);
	code = owned_load(request->store, &file.owned, record->id, err);
	if (code == ERR_OK)
		code = mark(&file, err);
	if (code == ERR_OK) {
		add_titles(&file);
		for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
			add_part(&file, &parts[i]);
		add_end(&file);
	}
	owned_clear(&file.owned);
	return code;
}

const struct print_kind print_rectification_kind = {
	.name = "rectification",
	.term = {"Rectification on paper", "规范整顿档案"},
	.help = N_("The file of a rectification from its grounds to the "
		   "closing, with its items and how far it came."),
	.landscape = true,
	.of = {&rectification_type},
	.make = make,
};
