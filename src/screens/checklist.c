/* 对标检查: the run, its facts, and how its rows come from the standard. */
#include "screens/checklist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "records/checklist.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/checklist_known.h"
#include "store/site.h"

/* Of standard_state and standard_status. */
#define IN_FORCE "2"
#define PROVISIONAL "1"

/* Of check_part. */
#define WHOLE_YEAR "0"
enum { FIRST_QUARTER = '3', QUARTERS = 4 };

/* A new run */

/* Is one in force since later than the other, or the later edition of it? */
static bool
is_newer(const struct record *standard, const struct record *than)
{
	int order = strcmp(record_get(standard, "since_on"),
		record_get(than, "since_on"));

	if (order == 0)
		order = (strtoll(record_get(standard, "edition"), NULL, 10) >
			strtoll(record_get(than, "edition"), NULL, 10)) ? 1
									: -1;
	return order > 0;
}

/* The newest one in force, where there is any. */
static void
begin_standard(struct store *store, struct record *run)
{
	struct find_ids ids = VEC_INIT;
	struct record newest, one;
	char id[SITE_ID_TEXT_SIZE] = "";

	record_init(&newest, &standard_type);
	(void)find_by_value(store, &standard_type, "state", IN_FORCE,
		SIZE_MAX / 2, &ids, NULL);
	for (size_t i = 0; i < ids.n; i++) {
		if (record_load(store, &standard_type, ids.items[i], &one,
			    NULL) != ERR_OK)
			continue;
		if (newest.id == 0 || is_newer(&one, &newest)) {
			record_clear(&newest);
			newest = one;
		} else {
			record_clear(&one);
		}
	}
	if (newest.id != 0)
		site_id_to_text(newest.id, id);
	record_set(run, "standard_id", id);
	record_clear(&newest);
	find_ids_clear(&ids);
}

/* The quarter that ended last. */
static void
begin_part(const char *today, struct record *run)
{
	int year = atoi(today), month = atoi(today + strlen("YYYY-"));
	int quarter = (month - 1) / 3 - 1;
	char text[DATE_SIZE];

	if (quarter < 0) {
		quarter += QUARTERS;
		year--;
	}
	snprintf(text, sizeof(text), "%04d", year);
	record_set(run, "year", text);
	snprintf(text, sizeof(text), "%c", FIRST_QUARTER + quarter);
	record_set(run, "part", text);
}

void
checklist_propose(struct ui *ui, struct record *run)
{
	char today[DATE_SIZE];

	world_today(ui->app->world, today);
	if (record_ref(run, "standard_id") == 0)
		begin_standard(ui->app->store, run);
	if (strcmp(record_get(run, "part"), WHOLE_YEAR) == 0)
		begin_part(today, run);
	if (record_get(run, "judged_on")[0] == '\0')
		record_set(run, "judged_on", today);
	if (record_get(run, "judged_by")[0] == '\0' &&
		ui->app->operator_name != NULL)
		record_set(run, "judged_by", ui->app->operator_name);
}

/* Its rows */

/* Of another standard, and nothing was done to it. */
static bool
is_empty_and_foreign(const struct checklist_known *known,
	const struct owned_row *row)
{
	struct strbuf referring = STRBUF_INIT;
	bool alone;

	owned_referring(row->now.among, row, &referring);
	alone = referring.len == 0;
	strbuf_clear(&referring);
	return alone && row->was.version == 0 &&
		record_get(&row->now, "verdict")[0] == '\0' &&
		checklist_known_item(known, &row->now) == NULL;
}

static void
fill_rows(struct ui *ui, struct form_state *state)
{
	struct checklist_known *known = checklist_known(ui, state);
	struct owned_page *page = form_rows_page_of(state,
		&checklist_result_type);
	struct owned_rows *rows = page->rows;
	struct err err = ERR_INIT;
	size_t n_added;

	for (size_t i = rows->n; i > 0; i--)
		if (is_empty_and_foreign(known, rows->items[i - 1]))
			owned_drop(rows, rows->items[i - 1]);
	if (checklist_fill(ui->app->store, &state->record, rows, state->today,
		    &n_added, &err) != ERR_OK)
		ui_fail(ui, &err);
	form_rows_typed(ui, state, page, NULL);
}

static void
follow(struct ui *ui, struct form_state *state, const struct record *before,
	const char *field)
{
	(void)before;
	if ((strcmp(field, "union_org_id") == 0 ||
		    strcmp(field, "standard_id") == 0) &&
		record_ref(&state->record, "union_org_id") != 0 &&
		record_ref(&state->record, "standard_id") != 0)
		fill_rows(ui, state);
}

/* 暂拟模板，非南阳市原文 */
static void
notice(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	const struct record *standard = &checklist_known(ui, state)->standard;

	if (strcmp(record_get(standard, "status"), PROVISIONAL) == 0)
		strbuf_add(out, record_get(standard, "notice"));
}

static const struct noun_page *const pages[] = {&checklist_result_page,
	&evidence_page, NULL};

const struct noun checklist_noun = {
	.type = "checklist_run",
	.steps = true,
	.stays = true,
	.opens = "checklist_result",
	.begin = checklist_propose,
	.follow = follow,
	.notice = notice,
	.work = checklist_known_work,
	.stale = checklist_known_stale,
	.clear = checklist_known_clear,
	.pages = pages,
};
