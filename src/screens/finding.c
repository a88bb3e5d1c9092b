/* 发现的问题: what a check has found becomes a task or is rectified. */
#include "screens/rectification.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/rectification.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"

/* Of verdict: 基本符合, 不符合; of rectification_ground: 对标检查不达标. */
#define PARTLY "2"
#define NOT_MET "3"
#define FALLS_SHORT "2"

bool
finding_is(const struct record *result)
{
	const char *verdict = record_get(result, "verdict");

	return !result->deleted && (strcmp(verdict, PARTLY) == 0 ||
					   strcmp(verdict, NOT_MET) == 0);
}

static void
put_id(struct record *record, const char *field, int64_t id)
{
	char text[SITE_ID_TEXT_SIZE];

	site_id_to_text(id, text);
	record_set(record, field, text);
}

static const char *
problem_of(const struct record *result)
{
	const char *finding = record_get(result, "finding");

	return finding[0] != '\0' ? finding : record_get(result, "text");
}

void
finding_begin_item(const struct record *result, struct record *item)
{
	static const char *const shared[] = {"measure", "member_id", "person",
		"due_on"};

	put_id(item, "checklist_result_id", result->id);
	record_set(item, "problem", problem_of(result));
	for (size_t i = 0; i < sizeof(shared) / sizeof(shared[0]); i++)
		record_set(item, shared[i], record_get(result, shared[i]));
}

/* What a task has no field of its own for. */
static void
tell_detail(const struct record *result, struct strbuf *out)
{
	const char *measure = record_get(result, "measure");
	const char *person = record_get(result, "person");

	strbuf_add(out, problem_of(result));
	if (measure[0] != '\0')
		strbuf_addf(out, _("\nMeasure: %s"), measure);
	if (person[0] != '\0')
		strbuf_addf(out, _("\nResponsible: %s"), person);
}

/* The title of a task is shorter than an item may be; all of that stands in the
 * detail. */
static void
give_task(struct ui *ui, const struct record *run, const struct record *result)
{
	const char *text = record_get(result, "text");
	struct strbuf detail = STRBUF_INIT;
	struct record task;
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	record_begin(&task, &task_type, today);
	tell_detail(result, &detail);
	record_set(&task, "detail", detail.s);
	record_set(&task, "title", text_chars(text) <=
		field_max(record_field(&task_type, "title"))
			? text : record_get(result, "code"));
	record_set(&task, "union_org_id", record_get(run, "union_org_id"));
	record_set(&task, "member_id", record_get(result, "member_id"));
	record_set(&task, "due_on", record_get(result, "due_on"));
	put_id(&task, "checklist_result_id", result->id);
	open_form(ui, &task_type, 0, &task);
	record_clear(&task);
	strbuf_clear(&detail);
}

static void
begin_rectification(struct ui *ui, const struct record *run)
{
	struct record begin;
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	record_begin(&begin, &rectification_type, today);
	record_set(&begin, "union_org_id", record_get(run, "union_org_id"));
	record_set(&begin, "grounds", FALLS_SHORT);
	put_id(&begin, "checklist_run_id", run->id);
	open_form(ui, &rectification_type, 0, &begin);
	record_clear(&begin);
}

static struct owned_page *
items_page(struct form_state *state)
{
	size_t i = 0;

	while (state->owned.items[i].type != &rectification_item_type)
		i++;
	return &state->owned_pages[i];
}

static void
add_item(struct ui *ui, int64_t rectification, const struct record *result)
{
	struct form_state *state = form_open_saved(ui, &rectification_type,
		rectification);
	struct owned_page *page;
	struct record begin;

	if (state == NULL)
		return;
	page = items_page(state);
	for (size_t i = 0; i < page->rows->n; i++)
		if (record_ref(&page->rows->items[i]->now,
			    "checklist_result_id") == result->id) {
			form_rows_choose(state, page, page->rows->items[i]);
			ui_say(ui, _("It is an item of this rectification "
				     "already."));
			return;
		}
	record_init(&begin, &rectification_item_type);
	finding_begin_item(result, &begin);
	if (form_rows_may_add(state, page))
		form_new_row(ui, state, page, &begin);
	record_clear(&begin);
}

static void
rectify(struct ui *ui, const struct record *run, const struct record *result)
{
	struct err err = ERR_INIT;
	int64_t open;

	if (rectification_open_of(ui->app->store,
		    record_ref(run, "union_org_id"), 0, &open, &err) != ERR_OK)
		ui_fail(ui, &err);
	else if (open != 0)
		add_item(ui, open, result);
	else
		begin_rectification(ui, run);
}

void
finding_act(struct ui *ui, const struct record *run,
	const struct record *result)
{
	static void (*const acts[])(struct ui *ui, const struct record *run,
		const struct record *result) = {give_task, rectify};
	const char *answers[] = {_("Give a task"), _("Rectify the union"),
		_("Leave it")};
	const size_t n = sizeof(acts) / sizeof(acts[0]);
	size_t answer = dialog_ask(&ui->host, _("Act on it"),
		problem_of(result), answers, n + 1, n);

	if (answer < n)
		acts[answer](ui, run, result);
}
