/* The standard (工作标准) on the generic form: a new edition of it. */
#include "screens/standard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "records/find.h"
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

static long long
edition_of(const struct record *standard)
{
	return strtoll(record_get(standard, "edition"), NULL, 10);
}

/* 修订: the same with all its groups and items, to be worked on. */
static void
run_revise(struct ui *ui, struct form_state *state)
{
	const struct record *old = &state->record;
	char id[SITE_ID_TEXT_SIZE], edition[24];
	struct record like;

	record_begin_like(&like, old, state->today);
	snprintf(edition, sizeof(edition), "%lld", edition_of(old) + 1);
	site_id_to_text(old->id, id);
	record_set(&like, "edition", edition);
	record_set(&like, "replaces_id", id);
	record_set(&like, "since_on", "");
	record_set(&like, "until_on", "");
	open_like(ui, &like, old->id);
	record_clear(&like);
}

/* Is that one, which came before, in force? */
static bool
is_other_in_force(struct store *store, const struct record *standard,
	int64_t id)
{
	struct record other;
	bool is;

	if (id == 0 || record_load(store, standard->type, id, &other, NULL) !=
			ERR_OK)
		return false;
	is = is_in_force(&other) && (edition_of(&other) < edition_of(standard) ||
		id == record_ref(standard, "replaces_id"));
	record_clear(&other);
	return is;
}

/* The edition before that is in force beside this one: the one that it
 * replaces, or an earlier one of the same code; 0 where there is none. */
static int64_t
other_in_force(struct store *store, const struct record *standard)
{
	int64_t replaced = record_ref(standard, "replaces_id"), found = 0;
	struct find_ids ids = VEC_INIT;

	if (!is_in_force(standard))
		return 0;
	if (is_other_in_force(store, standard, replaced))
		return replaced;
	(void)find_by_value(store, standard->type, "code",
		record_get(standard, "code"), SIZE_MAX / 2, &ids, NULL);
	for (size_t i = 0; found == 0 && i < ids.n; i++)
		if (is_other_in_force(store, standard, ids.items[i]))
			found = ids.items[i];
	find_ids_clear(&ids);
	return found;
}

static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	int64_t other = other_in_force(ui->app->store, &state->record);
	struct strbuf title = STRBUF_INIT;

	if (other == 0)
		return;
	record_title_of(ui->app->store, state->type, other, &title);
	strbuf_addf(out, _("%s is in force as well; “Edition before” of F9 "
			   "leads there, to end it."), title.s);
	strbuf_clear(&title);
}

static bool
may_have_other(const struct form_state *state)
{
	return record_ref(&state->record, "replaces_id") != 0 ||
		is_in_force(&state->record);
}

static void
run_before(struct ui *ui, struct form_state *state)
{
	int64_t other = other_in_force(ui->app->store, &state->record);

	if (other == 0)
		other = record_ref(&state->record, "replaces_id");
	if (other != 0)
		open_form(ui, state->type, other, NULL);
	else
		ui_say(ui, _("No edition before it is in force."));
}

static const struct noun_deed deeds[] = {
	{.word = N_("Revise"),
		.help = N_("Begin a new edition with all groups and items; "
			   "this one stays as it is."),
		.works = is_settled, .run = run_revise},
	{.word = N_("Edition before"),
		.help = N_("Open the edition that this one replaces, or an "
			   "earlier one that is still in force."),
		.works = may_have_other, .run = run_before},
};

const struct noun standard_noun = {
	.type = "standard",
	.steps = true,
	.stays = true,
	.deeds = deeds,
	.n_deeds = sizeof(deeds) / sizeof(deeds[0]),
	.foot = foot,
};
