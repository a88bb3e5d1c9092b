/* The standard (工作标准) on the generic form: a new edition of it. */
#include "screens/standard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "screens/open.h"
#include "store/site.h"

/* Of standard_state. */
#define IN_FORCE "2"

static bool
is_in_force(const struct record *standard)
{
	return strcmp(record_get(standard, "state"), IN_FORCE) == 0;
}

/* In force or ended: nothing of it changes any more. */
static bool
is_settled(const struct form_state *state)
{
	return state->steppable && record_is_guarded(&state->record);
}

/* 修订: the same with all its groups and items, to be worked on. */
static void
run_revise(struct ui *ui, struct form_state *state)
{
	const struct record *old = &state->record;
	char id[SITE_ID_TEXT_SIZE], edition[24];
	struct record like;

	record_begin_like(&like, old, state->today);
	snprintf(edition, sizeof(edition), "%lld",
		strtoll(record_get(old, "edition"), NULL, 10) + 1);
	site_id_to_text(old->id, id);
	record_set(&like, "edition", edition);
	record_set(&like, "replaces_id", id);
	record_set(&like, "since_on", "");
	record_set(&like, "until_on", "");
	open_like(ui, &like, old->id);
	record_clear(&like);
}

/* The edition that this one replaces is in force as well. */
static bool
has_other_in_force(struct ui *ui, const struct form_state *state)
{
	struct record old;
	bool has;

	if (!is_in_force(&state->record) || record_load(ui->app->store, state->type,
			record_ref(&state->record, "replaces_id"), &old,
			NULL) != ERR_OK)
		return false;
	has = is_in_force(&old);
	record_clear(&old);
	return has;
}

static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	if (has_other_in_force(ui, state))
		strbuf_add(out,
			_("The edition that it replaces is in force as well; "
			  "“Edition before” of F9 leads there, to end it."));
}

static bool
replaces(const struct form_state *state)
{
	return record_ref(&state->record, "replaces_id") != 0;
}

static void
run_before(struct ui *ui, struct form_state *state)
{
	open_form(ui, state->type, record_ref(&state->record, "replaces_id"),
		NULL);
}

static const struct noun_deed deeds[] = {
	{.word = N_("Revise"),
		.help = N_("Begin a new edition with all groups and items; "
			   "this one stays as it is."),
		.works = is_settled, .run = run_revise},
	{.word = N_("Edition before"),
		.help = N_("Open the edition that this one replaces."),
		.works = replaces, .run = run_before},
};

const struct noun standard_noun = {
	.type = "standard",
	.steps = true,
	.stays = true,
	.deeds = deeds,
	.n_deeds = sizeof(deeds) / sizeof(deeds[0]),
	.foot = foot,
};
