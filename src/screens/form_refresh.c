/*
 * What others save while a form is shown: where nothing was typed it is shown at
 * once, else the message line says who it was, and saving brings both together.
 */
#include "screens/form_state.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "records/load.h"
#include "records/merge.h"
#include "records/owned_refresh.h"
#include "screens/form_values.h"

/* Says once who has saved what is typed in here, unless something else is being
 * said. */
static void
tell(struct ui *ui, struct form_state *state, const struct record *mine)
{
	int64_t *told_at = state->owner != NULL ? &state->owner->told_at
						: &state->told_at;
	const char *said = ui->status.message;
	struct merge merge;
	char time[TIME_SIZE];

	if (said != NULL && said[0] != '\0')
		return;
	if (merge_begin(ui->app->store, mine, &merge, NULL) != ERR_OK)
		return; /* saving says why */
	date_time_of_moment(merge.at, time);
	if (merge.who != NULL && merge.at > *told_at)
		status_say(&ui->status, STYLE_DIM,
			_("%s saved this at %s; your saving brings both "
			  "together."), merge.who, time);
	if (merge.at > *told_at)
		*told_at = merge.at;
	merge_clear(&merge);
}

/* record is taken over. */
static void
show_record(struct ui *ui, struct form_state *state, struct record *record)
{
	record->among = state->record.among;
	record_clear(&state->record);
	state->record = *record;
	form_values_rows(&state->record, state->writable, state->rows);
	form_show_values(ui, state);
}

static void
refresh_record(struct ui *ui, struct form_state *state)
{
	struct record now;

	if (record_load(ui->app->store, state->type, state->record.id, &now,
		    NULL) != ERR_OK)
		return;
	if (now.version == state->record.version) {
		record_clear(&now);
	} else if (form_field_typed(state)) {
		record_clear(&now);
		tell(ui, state, &state->record);
	} else {
		form_find_writable(ui, state, &now);
		state->draft.version = now.version;
		show_record(ui, state, &now);
	}
}

/* The row whose form is shown. */
static void
refresh_row(struct ui *ui, struct form_state *state)
{
	struct owned_row *row = state->row;
	struct record now;
	bool is_new;

	if (row->was.version == 0 || record_load(ui->app->store, state->type,
			row->was.id, &now, NULL) != ERR_OK)
		return;
	is_new = now.version != row->was.version;
	if (is_new && !now.deleted && !owned_is_changed(row) &&
		!form_field_typed(state) && owned_take_theirs(ui->app->store,
			row, NULL) == ERR_OK) {
		show_record(ui, state, &now);
		return;
	}
	record_clear(&now);
	if (is_new)
		tell(ui, state, &row->was);
}

void
form_refresh(struct ui *ui, struct form_state *state)
{
	struct form_state *owner = state->owner != NULL ? state->owner : state;
	const struct form_state *above = owner->above;
	struct owned_news news = {false, NULL};

	if (owner->record.version == 0) {
		form_rows_show(ui, owner);
		return;
	}
	refresh_record(ui, owner);
	form_rows_refresh(ui, owner, above != NULL ? above->row : NULL, &news);
	if (state->owner != NULL)
		refresh_row(ui, state);
	else if (news.of_changed != NULL)
		tell(ui, state, &news.of_changed->was);
}
