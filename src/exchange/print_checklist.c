/* checklist (对标检查表): a union held against a standard, item by item, and
 * what has changed since the check before. */
#include <string.h>

#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/load.h"
#include "records/nouns.h"

struct checklist {
	const struct print_request *request;
	const struct record *run;
	struct owned owned;
	struct paper *paper;
};

static void
add_titles(const struct checklist *list)
{
	struct strbuf text = STRBUF_INIT;

	print_add_value(list->request, list->run, "union_org_id", &text);
	paper_addf(list->paper, PAPER_TITLE, _("Checklist of %s"), text.s);
	strbuf_reset(&text);
	print_add_period(list->request, list->run, &text);
	paper_add(list->paper, PAPER_SUBTITLE, text.s);
	strbuf_clear(&text);
}

/* By which text it was judged; what is provisional says so on each page. */
static enum err_code
add_standard(const struct checklist *list, struct err *err)
{
	int64_t id = record_ref(list->run, "standard_id");
	struct strbuf status = STRBUF_INIT, text = STRBUF_INIT;
	struct record standard;
	enum err_code code = record_load(list->request->store, &standard_type,
		id, &standard, err);

	if (code != ERR_OK)
		return code;
	print_add_value(list->request, &standard, "status", &status);
	strbuf_addf(&text, _("%s, edition %s, %s"),
		record_get(&standard, "name"),
		record_get(&standard, "edition"), status.s);
	paper_add_fact(list->paper, _("Standard: "), text.s);
	print_mark_standard(&standard, list->paper);
	strbuf_clear(&status);
	strbuf_clear(&text);
	record_clear(&standard);
	return ERR_OK;
}

/* Who did something, and when; nothing of what was not done. */
static void
add_deed(const struct checklist *list, const char *label, const char *who,
	const char *when)
{
	const struct record *run = list->run;
	struct strbuf person = STRBUF_INIT, day = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	print_add_value(list->request, run, who, &person);
	print_add_date(record_get(run, when), &day);
	if (person.len > 0 && day.len > 0)
		strbuf_addf(&text, _("%s on %s"), person.s, day.s);
	else
		strbuf_add(&text, person.len > 0 ? person.s : day.s);
	if (text.len > 0)
		paper_add_fact(list->paper, label, text.s);
	strbuf_clear(&person);
	strbuf_clear(&day);
	strbuf_clear(&text);
}

static enum err_code
add_facts(const struct checklist *list, struct err *err)
{
	const struct record *run = list->run;
	struct strbuf from = STRBUF_INIT, until = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;
	enum err_code code = add_standard(list, err);

	print_add_date(record_get(run, "from_on"), &from);
	print_add_date(record_get(run, "until_on"), &until);
	strbuf_addf(&text, _("%s to %s"), from.s, until.s);
	paper_add_fact(list->paper, _("Period: "), text.s);
	add_deed(list, _("Judged: "), "judged_by", "judged_on");
	print_fact(list->request, run, "state", list->paper);
	add_deed(list, _("Submitted: "), "submitted_by_id", "submitted_on");
	add_deed(list, _("Reviewed: "), "reviewed_by_id", "reviewed_on");
	print_known_fact(list->request, run, "return_why", list->paper);
	strbuf_clear(&from);
	strbuf_clear(&until);
	strbuf_clear(&text);
	return code;
}

/* Appends what is not empty as a line of its own. */
static void
add_line(struct strbuf *out, const char *text)
{
	if (text[0] != '\0')
		strbuf_addf(out, "%s%s", out->len > 0 ? "\n" : "", text);
}

/* One piece of evidence: the record or paper, and the note on it. */
static void
add_piece(const struct checklist *list, const struct record *piece,
	struct strbuf *out)
{
	const struct record_type *type = piece->type;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < type->n_fields; i++) {
		const struct field_type *field = &type->fields[i];

		if (field->kind != FIELD_REF || piece->values[i][0] == '\0' ||
			(field->flags & FIELD_SIBLING) != 0 ||
			strcmp(field->name, type->owned_by) == 0)
			continue;
		strbuf_add(&text, text.len > 0 ? _(", ") : "");
		print_add_value(list->request, piece, field->name, &text);
	}
	if (text.len > 0 && record_get(piece, "title")[0] != '\0')
		strbuf_add(&text, _(", "));
	strbuf_add(&text, record_get(piece, "title"));
	if (record_get(piece, "note")[0] != '\0')
		strbuf_addf(out, _("%s (%s)"), text.s,
			record_get(piece, "note"));
	else
		strbuf_add(out, text.s);
	strbuf_clear(&text);
}

static void
add_evidence(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	const struct owned_rows *rows =
		owned_of(&list->owned, &evidence_type);
	struct strbuf piece = STRBUF_INIT;

	add_line(out, record_get(result, "ground"));
	for (size_t i = 0; i < rows->n; i++) {
		if (record_ref(&rows->items[i]->now, "result_id") !=
			result->id)
			continue;
		strbuf_reset(&piece);
		add_piece(list, &rows->items[i]->now, &piece);
		add_line(out, piece.s);
	}
	strbuf_clear(&piece);
}

static void
add_finding(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	(void)list;
	add_line(out, record_get(result, "finding"));
	add_line(out, record_get(result, "note"));
}

/* What is done about it, and what was found when it was looked at again. */
static void
add_measure(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	struct strbuf day = STRBUF_INIT, verdict = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	print_add_date(record_get(result, "recheck_on"), &day);
	print_add_value(list->request, result, "recheck", &verdict);
	if (day.len > 0 || verdict.len > 0)
		strbuf_addf(&text, _("Checked again %s: %s"), day.s,
			print_or_none(verdict.s));
	add_line(out, record_get(result, "measure"));
	add_line(out, text.s);
	add_line(out, record_get(result, "recheck_note"));
	strbuf_clear(&day);
	strbuf_clear(&verdict);
	strbuf_clear(&text);
}

static void
add_responsible(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	struct strbuf due = STRBUF_INIT;

	print_add_person(list->request, result, "member_id", "person", out);
	print_add_date(record_get(result, "due_on"), &due);
	add_line(out, due.s);
	strbuf_clear(&due);
}

static void
add_code(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	(void)list;
	strbuf_add(out, record_get(result, "code"));
}

static void
add_text(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	(void)list;
	strbuf_add(out, record_get(result, "text"));
}

static void
add_word(const struct checklist *list, const struct record *result,
	struct strbuf *out)
{
	print_add_verdict(list->request, result, out);
}

/* The columns of the table, and how wide beside one another. */
static const struct {
	const char *word;
	int width;
	void (*add)(const struct checklist *list, const struct record *result,
		struct strbuf *out);
} listed[] = {
	{N_("Code"), 6, add_code},
	{N_("Item"), 16, add_text},
	{N_("Verdict"), 10, add_word},
	{N_("Evidence"), 26, add_evidence},
	{N_("Finding and note"), 22, add_finding},
	{N_("Measure"), 18, add_measure},
	{N_("Responsible, due"), 14, add_responsible},
};

enum { LISTED_N = sizeof(listed) / sizeof(listed[0]) };

static void
add_result(const struct checklist *list, const struct record *result)
{
	struct strvec cells = VEC_INIT;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < LISTED_N; i++) {
		strbuf_reset(&text);
		listed[i].add(list, result, &text);
		strvec_add(&cells, print_or_none(text.s));
	}
	paper_add_row(list->paper, (const char *const *)cells.items);
	strbuf_clear(&text);
	strvec_clear(&cells);
}

/* The rows of one group. */
struct part {
	struct owned_row *const *items;
	size_t n;
};

/* 未发现5、有苗头1: how many have which verdict, the good one first. */
static void
add_counts(const struct checklist *list, const struct part *part)
{
	static const char *const verdicts[] = {"1", "2", "3", "9", ""};
	struct strbuf text = STRBUF_INIT, word = STRBUF_INIT;

	for (size_t i = 0; i < sizeof(verdicts) / sizeof(*verdicts); i++) {
		size_t n = 0;

		strbuf_reset(&word);
		for (size_t j = 0; j < part->n; j++) {
			const struct record *result = &part->items[j]->now;

			if (strcmp(record_get(result, "verdict"),
				    verdicts[i]) == 0 && n++ == 0)
				add_word(list, result, &word);
		}
		if (n > 0 && text.len > 0)
			strbuf_add(&text, _(", "));
		if (n > 0)
			strbuf_addf(&text, _("%s %zu"), word.s, n);
	}
	paper_addf(list->paper, PAPER_TEXT, _("%s."), text.s);
	strbuf_clear(&text);
	strbuf_clear(&word);
}

static void
add_part(const struct checklist *list, const struct part *part)
{
	struct paper_column columns[LISTED_N];

	for (size_t i = 0; i < LISTED_N; i++)
		columns[i] = (struct paper_column){i18n_text(listed[i].word),
			listed[i].width, false};
	paper_add(list->paper, PAPER_HEADING,
		record_get(&part->items[0]->now, "grp"));
	add_counts(list, part);
	paper_begin_table(list->paper, columns, LISTED_N, false);
	for (size_t i = 0; i < part->n; i++)
		add_result(list, &part->items[i]->now);
}

/* Group by group, as the standard had them then. */
static void
add_results(const struct checklist *list)
{
	const struct owned_rows *rows = owned_of(&list->owned,
		&checklist_result_type);

	for (size_t i = 0; i < rows->n;) {
		const char *group = record_get(&rows->items[i]->now, "grp");
		struct part part = {rows->items + i, 0};

		while (i < rows->n && strcmp(group,
			record_get(&rows->items[i]->now, "grp")) == 0) {
			part.n++;
			i++;
		}
		add_part(list, &part);
	}
}

static void
add_end(const struct checklist *list)
{
	print_add_remark(list->run, list->paper);
	paper_add(list->paper, PAPER_SIGNATURE, _("Judged by (signature):"));
	paper_add(list->paper, PAPER_SIGNATURE, _("Reviewed by (signature):"));
	paper_add(list->paper, PAPER_SIGNATURE, _("Head of the union:"));
}

static enum err_code
make(const struct print_request *request, const struct record *run,
	struct paper *paper, struct err *err)
{
	struct checklist list = {
		.request = request, .run = run, .paper = paper};
	enum err_code code;

	owned_init(&list.owned, &checklist_run_type);
	code = owned_load(request->store, &list.owned, run->id, err);
	if (code == ERR_OK) {
		add_titles(&list);
		code = add_facts(&list, err);
	}
	if (code == ERR_OK) {
		add_results(&list);
		code = print_add_turns(request, run,
			owned_of(&list.owned, &checklist_result_type), paper,
			err);
	}
	if (code == ERR_OK)
		add_end(&list);
	owned_clear(&list.owned);
	return code;
}

const struct print_kind print_checklist_kind = {
	.name = "checklist",
	.term = {"Checklist on paper", "对标检查表"},
	.help = N_("A check of a union item by item, with evidence, findings "
		   "and measures, and what has changed since the check "
		   "before."),
	.landscape = true,
	.of = {&checklist_run_type},
	.make = make,
};
