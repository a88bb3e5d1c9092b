/* 出席: who ought to attend a meeting, who is there, and why somebody is not. */
#include "screens/meeting.h"

#include <string.h>

#include "base/i18n.h"
#include "records/attendance.h"
#include "records/load.h"
#include "records/nouns.h"
#include "screens/form_state.h"
#include "screens/pick.h"

/* Codes of attendance_capacity, attendance_presence, left_out and
 * meeting_state. */
#define OUGHT_TO "1"
#define SITS_IN "2"
#define THERE "1"
#define ON_LEAVE "2"
#define ABSENT "3"
#define BY_CONSENT '4' /* this and those behind it */
#define RUNS "2"

static const char *const paths[] = {"title", "presence", "absence", "left_out",
	"capacity", "reason", "arrived_at", "post", "unit_id", NULL};

static bool
is(const struct record *row, const char *field, const char *code)
{
	return strcmp(record_get(row, field), code) == 0;
}

/* Whether the meeting can decide anything, where its kind asks for a number. */
static void
add_quorum(struct ui *ui, const struct form_state *state, struct strbuf *out)
{
	struct record kind;

	if (record_load(ui->app->store, &meeting_kind_type,
		    record_ref(&state->record, "kind_id"), &kind, NULL) !=
		ERR_OK)
		return;
	strbuf_add_char(out, '\n');
	vote_tell_quorum(ui, state, &kind, out);
	record_clear(&kind);
}

static void
foot(struct ui *ui, struct form_state *state, struct strbuf *out)
{
	struct attendance_numbers numbers;

	attendance_count(form_rows_page(state)->rows, &numbers);
	if (numbers.unmarked == 0)
		strbuf_addf(out, _("Ought to attend %u = present %u + on leave "
				   "%u + absent %u"), numbers.called,
			numbers.there, numbers.on_leave, numbers.absent);
	else
		strbuf_addf(out, _("Ought to attend %u: present %u, on leave "
				   "%u, absent %u, not marked yet %u"),
			numbers.called, numbers.there, numbers.on_leave,
			numbers.absent, numbers.unmarked);
	if (numbers.sitting_in + numbers.left_out > 0)
		strbuf_addf(out, _("; sitting in %u, not counted %u"),
			numbers.sitting_in, numbers.left_out);
	add_quorum(ui, state, out);
}

/* Who was away and comes while the meeting runs came late; whoever was not
 * marked yet may have sat there from the beginning. */
static void
note_arrival(struct ui *ui, struct form_state *state, struct owned_row *row,
	const struct record *was)
{
	const char *begin = record_get(&state->record, "begin_at");
	char now[TIME_SIZE];

	record_set(&row->now, "arrived_at", "");
	if (!is(&row->now, "presence", THERE) ||
		!is(&state->record, "state", RUNS) ||
		(!is(was, "presence", ON_LEAVE) &&
			!is(was, "presence", ABSENT)))
		return;
	date_time_of_moment(ui->app->world->now(ui->app->world), now);
	if (strcmp(now, begin) <= 0)
		return;
	record_set(&row->now, "arrived_at", now);
	ui_say(ui, _("Came late, at %s."), now);
}

/* A person from outside, or who came for a unit, stands there by name. */
static void
add_name(struct ui *ui, const struct record *row, struct strvec *names)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add(&name, record_get(row, "person"));
	if (name.len == 0)
		record_show_path(ui->app->store, row, "member_id", true, &name);
	if (name.len > 0)
		strvec_add(names, name.s);
	strbuf_clear(&name);
}

static void
add_names(struct ui *ui, const struct owned_rows *rows, bool all,
	struct strvec *names)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		if (!row->deleted && (all || is(row, "presence", THERE)))
			add_name(ui, row, names);
	}
}

void
attendance_people(struct ui *ui, const struct form_state *meeting,
	struct strvec *names)
{
	const struct owned_rows *rows = meeting->owned.items;

	while (rows->type != &attendance_type)
		rows++;
	add_names(ui, rows, false, names);
	if (names->n == 0)
		add_names(ui, rows, true, names);
}

static const struct noun_marks marks = {
	.field = "presence",
	.rest = N_("All others there"),
	.rest_help = N_("Mark all who are not marked yet as present."),
	.why = "absence",
	.why_note = "reason",
	.why_of = ON_LEAVE ABSENT,
	.marked = note_arrival,
};

/* Deeds */

/* Nobody is marked by it, and who is there already stays as he is. */
static void
run_fill(struct ui *ui, struct form_state *state)
{
	struct owned_page *page = form_rows_page(state);
	struct err err = ERR_INIT;
	size_t n;

	if (!form_take_all(ui, state))
		return;
	if (attendance_fill(ui->app->store, &state->record, page->rows,
		    state->today, &n, &err) != ERR_OK) {
		form_fault(ui, state, err.field, err.text);
		err_clear(&err);
		return;
	}
	if (n == 0) {
		ui_say(ui, _("All who ought to attend are here already."));
		return;
	}
	form_rows_typed(ui, state, page, page->rows->items[0]);
	ui_say(ui, P_("%zu added from the roster of that day.",
		"%zu added from the roster of that day.", (unsigned long)n),
		n);
}

static struct owned_row *
chosen(const struct form_state *state)
{
	struct owned_row *row = form_rows_chosen(form_rows_page(state));

	return row != NULL && !row->now.deleted ? row : NULL;
}

static bool
is_called(const struct form_state *state)
{
	const struct owned_row *row = chosen(state);

	return state->writable && row != NULL &&
		is(&row->now, "capacity", OUGHT_TO);
}

/* Who consented, where somebody has to. */
static bool
ask_consent(struct ui *ui, const char *why, struct strbuf *note)
{
	if (why[0] < BY_CONSENT)
		return true;
	return dialog_input(&ui->host, term_word(&record_field(
			&attendance_type, "left_out_note")->term),
		_("Who agreed to it: the upper organisation, and the general "
		  "meeting."),
		field_max(record_field(&attendance_type, "left_out_note")),
		note);
}

static void
run_leave_out(struct ui *ui, struct form_state *state)
{
	struct owned_row *row = chosen(state);
	struct strbuf why = STRBUF_INIT, note = STRBUF_INIT;

	strbuf_add(&why, record_get(&row->now, "left_out"));
	strbuf_add(&note, record_get(&row->now, "left_out_note"));
	if (choose_value(ui, record_field(&attendance_type, "left_out"), "",
		    &why) && ask_consent(ui, why.s, &note)) {
		record_set(&row->now, "left_out", why.s);
		record_set(&row->now, "left_out_note",
			why.s[0] >= BY_CONSENT ? note.s : "");
		form_rows_typed(ui, state, form_rows_page(state), row);
	}
	strbuf_clear(&why);
	strbuf_clear(&note);
}

static void
run_sit_in(struct ui *ui, struct form_state *state)
{
	struct record begin;

	record_init(&begin, &attendance_type);
	record_set(&begin, "capacity", SITS_IN);
	form_new_row(ui, state, form_rows_page(state), &begin);
	record_clear(&begin);
}

static const struct noun_deed deeds[] = {
	{.word = N_("Fill from roster"),
		.help = N_("Add those who ought to attend, from the roster as "
			   "it stood on the day of the meeting; who is there "
			   "already stays as he is."),
		.key = true, .run = run_fill},
	{.word = N_("Leave out of the count"),
		.help = N_("Say why somebody does not count among those who "
			   "ought to attend, or let him count again."),
		.works = is_called, .run = run_leave_out},
	{.word = N_("Somebody sits in"),
		.help = N_("Enter somebody who is there but does not belong to "
			   "those who ought to attend."),
		.run = run_sit_in},
};

const struct noun_page attendance_page = {
	.rows = "attendance",
	.paths = paths,
	.empty = N_("Nobody yet; F4 takes those who ought to attend from the "
		    "roster of that day."),
	.deeds = deeds,
	.n_deeds = sizeof(deeds) / sizeof(deeds[0]),
	.marks = &marks,
	.foot = foot,
};
