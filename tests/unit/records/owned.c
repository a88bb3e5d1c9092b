#include "records/owned.h"

#include "records/desk.h"
#include "records/invented.h"

static int
begin(void **state)
{
	return desk_begin_with(state, invented_steps[0].text);
}

static int
end(void **state)
{
	desk_check(*state);
	return desk_end(state);
}

/* A gathering and its guests, as a form has them. */
struct form {
	struct record record;
	struct owned owned;
	struct owned_rows *guests;
	struct owned_rows *speeches;
	struct owned_rows *errata;
	struct notes notes;
	const struct owned_row *failed;
};

static void
form_open(struct desk *desk, struct form *form, int64_t id)
{
	struct err err = ERR_INIT;

	*form = (struct form){.notes = VEC_INIT};
	owned_init(&form->owned, &gathering_type);
	assert_int_equal(form->owned.n, 3);
	form->guests = owned_of(&form->owned, &guest_type);
	form->speeches = owned_of(&form->owned, &speech_type);
	form->errata = owned_of(&form->owned, &erratum_type);
	if (id == 0) {
		record_begin(&form->record, &gathering_type, DESK_TODAY);
		record_set(&form->record, "topic", "季度会");
	} else {
		desk_load(desk, &form->record, &gathering_type, id);
		bench_ok(owned_load(desk->store, &form->owned, id, &err),
			&err);
	}
}

static void
form_close(struct form *form)
{
	record_clear(&form->record);
	owned_clear(&form->owned);
	notes_clear(&form->notes);
}

static struct owned_row *
add_guest(struct form *form, const char *name)
{
	struct owned_row *row = owned_add(form->guests, DESK_TODAY);

	record_set(&row->now, "name", name);
	return row;
}

/* What that guest says. */
static struct owned_row *
add_speech(struct form *form, const char *subject,
	const struct owned_row *guest)
{
	struct owned_row *row = owned_add(form->speeches, DESK_TODAY);

	record_set(&row->now, "subject", subject);
	record_set(&row->now, "guest_id", desk_id(guest->now.id).s);
	return row;
}

/* The change that was made, or 0 where it was refused. */
static int64_t
form_save(struct desk *desk, struct form *form, enum err_code expected,
	struct err *err)
{
	struct change *change = bench_change(desk->store, "form");
	int64_t id = change_id(change);

	assert_int_equal(owned_save(change, &form->record, &form->owned,
		&form->notes, &form->failed, err), expected);
	if (expected == ERR_OK)
		bench_commit(change);
	else
		change_abandon(change);
	return expected == ERR_OK ? id : 0;
}

static void
saved(struct desk *desk, struct form *form)
{
	struct err err = ERR_INIT;

	assert_int_not_equal(form_save(desk, form, ERR_OK, &err), 0);
	assert_null(form->failed);
}

/* A saved gathering with so many guests, 甲, 乙 and so on. */
static int64_t
make(struct desk *desk, size_t n)
{
	static const char *const names[] = {"甲", "乙", "丙"};
	struct form form;
	int64_t id;

	form_open(desk, &form, 0);
	for (size_t i = 0; i < n; i++)
		add_guest(&form, names[i]);
	saved(desk, &form);
	id = form.record.id;
	form_close(&form);
	return id;
}

static void
names_are(const struct owned_rows *rows, const char *names)
{
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; i < rows->n; i++)
		strbuf_addf(&all, "%s%s%s ",
			rows->items[i]->now.deleted ? "-" : "",
			record_get(&rows->items[i]->now, "name"),
			record_get(&rows->items[i]->now, "seat"));
	assert_string_equal(all.s, names);
	strbuf_clear(&all);
}

static void
saved_names_are(struct desk *desk, int64_t id, const char *names)
{
	struct form form;

	form_open(desk, &form, id);
	names_are(form.guests, names);
	form_close(&form);
}

static void
a_new_owner_is_saved_with_its_rows(void **state)
{
	struct desk *desk = *state;
	struct form form;
	struct err err = ERR_INIT;
	int64_t change;

	form_open(desk, &form, 0);
	add_guest(&form, "甲");
	add_guest(&form, "乙");
	change = form_save(desk, &form, ERR_OK, &err);
	saved_names_are(desk, form.record.id, "甲1 乙2 ");

	desk_undo(desk, change, 0, UNDO_WHY_N);
	assert_true(desk_is_removed(desk, &gathering_type, form.record.id));
	saved_names_are(desk, form.record.id, "");
	form_close(&form);
}

static void
rows_are_added_changed_and_removed_in_one_change(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 3), change;
	struct form form;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	record_set(&form.record, "topic", "年会");
	record_set(&form.guests->items[0]->now, "name", "王强");
	form.guests->items[1]->now.deleted = true;
	add_guest(&form, "丁");
	assert_false(owned_is_changed(form.guests->items[2]));
	change = form_save(desk, &form, ERR_OK, &err);
	form_close(&form);
	saved_names_are(desk, id, "王强1 丙3 丁4 ");
	desk_has(desk, &gathering_type, id, "topic", "年会");

	desk_undo(desk, change, 0, UNDO_WHY_N);
	saved_names_are(desk, id, "甲1 乙2 丙3 ");
	desk_has(desk, &gathering_type, id, "topic", "季度会");
}

/* Rows alone do not make a new version of their owner, so that two windows
 * can fill in the same meeting. */
static void
an_owner_that_is_as_it_was_is_not_written(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2);
	struct form one, two;

	form_open(desk, &one, id);
	form_open(desk, &two, id);
	record_set(&one.guests->items[0]->now, "seat", "8");
	record_set(&two.guests->items[1]->now, "seat", "9");
	saved(desk, &one);
	saved(desk, &two);
	assert_int_equal(two.record.version, 1);
	form_close(&one);
	form_close(&two);
	saved_names_are(desk, id, "甲8 乙9 ");
}

static void
a_stale_row_is_refused_and_brought_up_to_date(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2);
	struct form form;
	struct owned_row *row;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	row = form.guests->items[1];
	record_set(&row->now, "name", "王强");
	record_set(&form.record, "topic", "年会");
	desk_put(desk, &guest_type, row->was.id, "seat", "7", NULL);
	form_save(desk, &form, ERR_STALE, &err);
	assert_ptr_equal(form.failed, row);
	err_clear(&err);
	desk_has(desk, &gathering_type, id, "topic", "季度会");

	bench_ok(owned_take_theirs(desk->store, row, &err), &err);
	saved(desk, &form);
	form_close(&form);
	saved_names_are(desk, id, "甲1 王强7 ");
}

static void
a_stale_row_does_not_go(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2);
	struct form form;
	struct owned_row *row;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	row = form.guests->items[0];
	row->now.deleted = true;
	desk_put(desk, &guest_type, row->was.id, "seat", "7", NULL);
	form_save(desk, &form, ERR_STALE, &err);
	assert_ptr_equal(form.failed, row);
	err_clear(&err);
	bench_ok(owned_take_theirs(desk->store, row, &err), &err);
	assert_true(row->now.deleted);
	saved(desk, &form);
	form_close(&form);
	/* it stays so where somebody else has removed it already */
	form_open(desk, &form, id);
	row = form.guests->items[0];
	row->now.deleted = true;
	desk_remove(desk, &guest_type, row->was.id);
	saved(desk, &form);
	form_close(&form);
	saved_names_are(desk, id, "");
}

static void
a_row_that_somebody_removed_is_not_changed(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 1);
	struct form form;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	record_set(&form.guests->items[0]->now, "seat", "7");
	desk_remove(desk, &guest_type, form.guests->items[0]->was.id);
	form_save(desk, &form, ERR_DENIED, &err);
	assert_ptr_equal(form.failed, form.guests->items[0]);
	err_clear(&err);
	form_close(&form);
}

static void
what_is_wrong_names_its_row(void **state)
{
	struct desk *desk = *state;
	struct form form;
	struct err err = ERR_INIT;
	struct owned_row *row;

	form_open(desk, &form, 0);
	add_guest(&form, "甲");
	row = add_guest(&form, "");
	form_save(desk, &form, ERR_INVALID, &err);
	assert_ptr_equal(form.failed, row);
	assert_string_equal(err.field, "name");
	err_clear(&err);
	form_close(&form);

	/* what was typed and not understood is not taken */
	form_open(desk, &form, 0);
	row = add_guest(&form, "甲");
	record_set(&row->now, "came_on", "昨夜");
	form_save(desk, &form, ERR_INVALID, &err);
	assert_ptr_equal(form.failed, row);
	assert_string_equal(err.field, "came_on");
	err_clear(&err);
	form_close(&form);
}

static void
a_warning_names_its_row(void **state)
{
	struct desk *desk = *state;
	struct form form;
	struct owned_row *row;

	form_open(desk, &form, 0);
	add_guest(&form, "甲");
	row = add_guest(&form, "乙");
	record_set(&row->now, "seat", "501");
	saved(desk, &form);
	assert_int_equal(form.notes.n, 1);
	assert_ptr_equal(form.notes.items[0].row, row);
	assert_string_equal(form.notes.items[0].field, "seat");
	form_close(&form);
}

static void
what_closes_the_owner_takes_its_rows_in_first(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 1);
	struct form form;
	struct err err = ERR_INIT;

	desk_put(desk, &gathering_type, id, "held_on", "2024-03-05", "minutes",
		"一致通过", "state", "2", NULL);
	form_open(desk, &form, id);
	record_set(&form.record, "state", "4");
	add_guest(&form, "乙");
	saved(desk, &form);
	form_close(&form);
	desk_has(desk, &gathering_type, id, "serial", "1");
	saved_names_are(desk, id, "甲1 乙2 ");

	form_open(desk, &form, id);
	add_guest(&form, "丙");
	form_save(desk, &form, ERR_DENIED, &err);
	err_clear(&err);
	form_close(&form);
}

static void
rows_are_in_order_of_their_places(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 3);
	struct form form;

	form_open(desk, &form, id);
	record_set(&form.guests->items[2]->now, "seat", "");
	owned_sort(form.guests);
	names_are(form.guests, "甲1 乙2 丙 ");
	record_set(&form.guests->items[0]->now, "seat", "10");
	owned_sort(form.guests);
	names_are(form.guests, "乙2 甲10 丙 ");
	add_guest(&form, "丁");
	owned_sort(form.guests);
	names_are(form.guests, "乙2 甲10 丁11 丙 ");
	owned_drop(form.guests, form.guests->items[2]);
	names_are(form.guests, "乙2 甲10 丙 ");
	form_close(&form);
}

static void
a_copy_has_rows_of_its_own(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2);
	struct form form;
	struct record from;
	struct err err = ERR_INIT;

	desk_put(desk, &gathering_type, id, "held_on", "2024-03-05", "minutes",
		"一致通过", "state", "2", NULL);
	desk_put(desk, &gathering_type, id, "state", "4", NULL);
	form_open(desk, &form, 0);
	record_clear(&form.record);
	desk_load(desk, &from, &gathering_type, id);
	record_begin_like(&form.record, &from, DESK_TODAY);
	record_clear(&from);
	assert_string_equal(record_get(&form.record, "state"), "1");
	assert_string_equal(record_get(&form.record, "serial"), "");
	assert_string_equal(record_get(&form.record, "minutes"), "一致通过");
	bench_ok(owned_load_like(desk->store, &form.owned, id, DESK_TODAY,
		&err), &err);
	saved(desk, &form);
	assert_int_not_equal(form.record.id, id);
	saved_names_are(desk, form.record.id, "甲1 乙2 ");
	saved_names_are(desk, id, "甲1 乙2 ");
	form_close(&form);
}

static void
rows_are_found_and_fetched(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2), gone;
	struct form form;
	struct owned_row *row;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	gone = form.guests->items[0]->was.id;
	form_close(&form);
	desk_remove(desk, &guest_type, gone);
	form_open(desk, &form, id);
	assert_null(owned_find(form.guests, gone));
	bench_ok(owned_fetch(desk->store, form.guests, gone, &row, &err),
		&err);
	assert_ptr_equal(owned_find(form.guests, gone), row);
	assert_true(row->now.deleted);
	assert_false(owned_is_changed(row));
	bench_refused(owned_fetch(desk->store, form.guests, id, &row, &err),
		ERR_ABSENT, &err);
	form_close(&form);
}

static void
shows(struct desk *desk, const struct owned_row *row, const char *path,
	const char *expected)
{
	struct strbuf shown = STRBUF_INIT;

	record_show_path(desk->store, &row->now, path, true, &shown);
	assert_string_equal(shown.s, expected);
	strbuf_clear(&shown);
}

/* Both are new: what is written in the form has no id yet, and gets one. */
static void
a_row_refers_to_one_that_is_not_saved(void **state)
{
	struct desk *desk = *state;
	struct form form;
	struct owned_row *guest, *speech;
	int64_t id;

	form_open(desk, &form, 0);
	add_guest(&form, "甲");
	guest = add_guest(&form, "乙");
	speech = add_speech(&form, "致辞", guest);
	assert_true(site_id_is_of_form(guest->now.id));
	assert_ptr_equal(owned_sibling(&speech->now,
		record_field(&speech_type, "guest_id")), guest);
	record_set(&guest->now, "came_on", "2024-03-05");
	shows(desk, speech, "guest_id", "乙");
	shows(desk, speech, "guest_id.came_on", "2024-03-05");
	saved(desk, &form);
	id = form.record.id;
	form_close(&form);

	form_open(desk, &form, id);
	guest = form.guests->items[1];
	speech = form.speeches->items[0];
	assert_false(site_id_is_of_form(guest->now.id));
	assert_int_equal(record_ref(&speech->now, "guest_id"), guest->now.id);
	assert_string_equal(record_get(&speech->now, "seat"), "2");
	/* what is typed and not saved is what it is called */
	record_set(&guest->now, "name", "王强");
	shows(desk, speech, "guest_id", "王强");
	form_close(&form);
}

static void
ids_of_a_form_are_given_once(void **state)
{
	struct desk *desk = *state;
	struct form form;
	int64_t first, second;

	form_open(desk, &form, 0);
	first = add_guest(&form, "甲")->now.id;
	second = add_guest(&form, "乙")->now.id;
	owned_drop(form.guests, owned_find(form.guests, second));
	assert_null(owned_find(form.guests, second));
	assert_int_not_equal(add_guest(&form, "丙")->now.id, second);
	/* a draft brings its own along */
	assert_int_equal(owned_add_again(form.guests, 9, DESK_TODAY)->now.id,
		site_make_id(SITE_OF_FORMS, 9));
	assert_int_equal(add_guest(&form, "丁")->now.id,
		site_make_id(SITE_OF_FORMS, 10));
	assert_non_null(owned_find(form.guests, first));
	form_close(&form);
}

static void
what_is_referred_to_says_by_what(void **state)
{
	struct desk *desk = *state;
	struct strbuf words = STRBUF_INIT;
	struct form form;
	struct owned_row *one, *other, *speech;

	form_open(desk, &form, 0);
	one = add_guest(&form, "甲");
	other = add_guest(&form, "乙");
	speech = add_speech(&form, "致辞", one);
	add_speech(&form, "答谢", one);
	owned_referring(&form.owned, one, &words);
	assert_string_equal(words.s, "Speech: 2");
	strbuf_reset(&words);
	speech->now.deleted = true;
	owned_referring(&form.owned, one, &words);
	assert_string_equal(words.s, "Speech: 1");
	strbuf_reset(&words);
	owned_referring(&form.owned, other, &words);
	assert_string_equal(words.s, "");
	strbuf_clear(&words);
	form_close(&form);
}

/* A saved gathering of 甲, who speaks, and 乙. */
static int64_t
make_speaking(struct desk *desk)
{
	struct form form;
	int64_t id;

	form_open(desk, &form, 0);
	add_speech(&form, "致辞", add_guest(&form, "甲"));
	add_guest(&form, "乙");
	saved(desk, &form);
	id = form.record.id;
	form_close(&form);
	return id;
}

/* In whatever order they were typed. */
static void
what_is_referred_to_no_more_goes(void **state)
{
	struct desk *desk = *state;
	int64_t id = make_speaking(desk);
	struct form form;
	struct owned_row *speech;

	form_open(desk, &form, id);
	speech = form.speeches->items[0];
	record_set(&speech->now, "guest_id",
		desk_id(add_guest(&form, "丙")->now.id).s);
	form.guests->items[0]->now.deleted = true;
	saved(desk, &form);
	form_close(&form);
	saved_names_are(desk, id, "乙2 丙3 ");

	form_open(desk, &form, id);
	form.speeches->items[0]->now.deleted = true;
	form.guests->items[1]->now.deleted = true;
	saved(desk, &form);
	form_close(&form);
	saved_names_are(desk, id, "乙2 ");
}

static void
what_is_referred_to_stays(void **state)
{
	struct desk *desk = *state;
	int64_t id = make_speaking(desk);
	struct form form;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	form.guests->items[0]->now.deleted = true;
	form_save(desk, &form, ERR_DENIED, &err);
	assert_ptr_equal(form.failed, form.guests->items[0]);
	err_clear(&err);
	form_close(&form);
}

static void
a_copy_refers_to_its_own_rows(void **state)
{
	struct desk *desk = *state;
	int64_t id = make_speaking(desk);
	struct form form;
	struct err err = ERR_INIT;
	int64_t guest;

	form_open(desk, &form, 0);
	bench_ok(owned_load_like(desk->store, &form.owned, id, DESK_TODAY,
		&err), &err);
	guest = record_ref(&form.speeches->items[0]->now, "guest_id");
	assert_true(site_id_is_of_form(guest));
	assert_ptr_equal(owned_find(form.guests, guest),
		form.guests->items[0]);
	saved(desk, &form);
	id = form.record.id;
	form_close(&form);
	form_open(desk, &form, id);
	assert_int_equal(record_ref(&form.speeches->items[0]->now, "guest_id"),
		form.guests->items[0]->now.id);
	form_close(&form);
}

/* What its form says of a row before anything is saved. */
static void
a_row_is_checked_among_those_of_its_form(void **state)
{
	struct desk *desk = *state;
	struct notes notes = VEC_INIT;
	struct form form;
	struct owned_row *guest, *speech;
	struct err err = ERR_INIT;

	form_open(desk, &form, 0);
	guest = add_guest(&form, "甲");
	record_set(&guest->now, "seat", "100");
	speech = add_speech(&form, "致辞", guest);
	bench_ok(record_fill(desk->store, &speech->now, NULL, &err), &err);
	assert_string_equal(record_get(&speech->now, "seat"), "100");
	bench_ok(record_check_filled(desk->store, &speech->now, NULL, &notes,
		&err), &err);
	assert_non_null(notes_blocking(&notes, 0)); /* it has no owner yet */
	assert_string_equal(notes.items[0].field, "gathering_id");
	assert_int_equal(notes.n, 1);
	notes_clear(&notes);

	record_set(&speech->now, "gathering_id", desk_id(make(desk, 0)).s);
	bench_ok(record_check_filled(desk->store, &speech->now, NULL, &notes,
		&err), &err);
	assert_string_equal(notes.items[0].field, "guest_id");
	assert_string_equal(notes.items[0].text, "99");
	notes_clear(&notes);
	form_close(&form);
}

/* Of rows that cannot be read nobody knows whether all is well. */
static void
what_cannot_be_read_is_not_taken_for_nothing(void **state)
{
	struct desk *desk = *state;
	struct err err = ERR_INIT;
	struct record speech;
	struct form form;

	form_open(desk, &form, 0);
	add_speech(&form, "致辞", add_guest(&form, "甲"));
	saved(desk, &form);
	form_close(&form);
	desk_load(desk, &speech, &speech_type,
		bench_int(desk->store, "SELECT id FROM speech"));
	bench_tamper(desk->bench->path, "ALTER TABLE guest RENAME TO gone");
	assert_int_equal(record_fill(desk->store, &speech, NULL, &err),
		ERR_STORE);
	assert_non_null(err.text);
	err_clear(&err);
	assert_int_equal(record_fill(desk->store, &speech, NULL, NULL),
		ERR_STORE);
	record_clear(&speech);
	bench_tamper(desk->bench->path, "ALTER TABLE gone RENAME TO guest");
}

/* Of a gathering that is held, each sits on a seat of his own. */
static void
an_owner_is_checked_with_its_rows(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 2);
	struct form form;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	record_set(&form.record, "held_on", "2024-03-05");
	record_set(&form.record, "state", "2");
	record_set(&form.guests->items[0]->now, "seat", "2");
	form_save(desk, &form, ERR_INVALID, &err);
	assert_null(form.failed);
	assert_string_equal(err.field, "topic");
	err_clear(&err);
	record_set(&form.guests->items[1]->now, "seat", "1");
	saved(desk, &form);
	form_close(&form);

	/* and where it is new, the rows being written behind it */
	form_open(desk, &form, 0);
	record_set(&form.record, "held_on", "2024-03-05");
	record_set(&form.record, "state", "4");
	record_set(&add_guest(&form, "甲")->now, "seat", "7");
	record_set(&add_guest(&form, "乙")->now, "seat", "7");
	form_save(desk, &form, ERR_INVALID, &err);
	assert_string_equal(err.field, "topic");
	err_clear(&err);
	form_close(&form);
}

static void
what_is_closed_is_amended(void **state)
{
	struct desk *desk = *state;
	int64_t id = make(desk, 1);
	struct form form;
	struct err err = ERR_INIT;

	form_open(desk, &form, id);
	record_set(&owned_add(form.errata, DESK_TODAY)->now, "correction",
		"应为乙");
	form_save(desk, &form, ERR_DENIED, &err);
	assert_ptr_equal(form.failed, form.errata->items[0]);
	err_clear(&err);
	form_close(&form);

	desk_put(desk, &gathering_type, id, "held_on", "2024-03-05", "minutes",
		"一致通过", "state", "2", NULL);
	desk_put(desk, &gathering_type, id, "state", "4", NULL);
	form_open(desk, &form, id);
	record_set(&owned_add(form.errata, DESK_TODAY)->now, "correction",
		"应为乙");
	saved(desk, &form);
	form_close(&form);
	form_open(desk, &form, id);
	assert_int_equal(form.errata->n, 1);
	record_set(&form.errata->items[0]->now, "correction", "应为丙");
	form_save(desk, &form, ERR_DENIED, &err);
	assert_ptr_equal(form.failed, form.errata->items[0]);
	err_clear(&err);
	form_close(&form);

	/* a copy begins without */
	form_open(desk, &form, 0);
	bench_ok(owned_load_like(desk->store, &form.owned, id, DESK_TODAY,
		&err), &err);
	assert_int_equal(form.guests->n, 1);
	assert_int_equal(form.errata->n, 0);
	form_close(&form);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_owner_is_saved_with_its_rows),
		TEST(rows_are_added_changed_and_removed_in_one_change),
		TEST(an_owner_that_is_as_it_was_is_not_written),
		TEST(a_stale_row_is_refused_and_brought_up_to_date),
		TEST(a_stale_row_does_not_go),
		TEST(a_row_that_somebody_removed_is_not_changed),
		TEST(what_is_wrong_names_its_row),
		TEST(a_warning_names_its_row),
		TEST(what_closes_the_owner_takes_its_rows_in_first),
		TEST(rows_are_in_order_of_their_places),
		TEST(a_copy_has_rows_of_its_own),
		TEST(rows_are_found_and_fetched),
		TEST(a_row_refers_to_one_that_is_not_saved),
		TEST(ids_of_a_form_are_given_once),
		TEST(what_is_referred_to_says_by_what),
		TEST(what_is_referred_to_no_more_goes),
		TEST(what_is_referred_to_stays),
		TEST(a_copy_refers_to_its_own_rows),
		TEST(a_row_is_checked_among_those_of_its_form),
		TEST(what_cannot_be_read_is_not_taken_for_nothing),
		TEST(an_owner_is_checked_with_its_rows),
		TEST(what_is_closed_is_amended),
	};

	return cmocka_run_group_tests_name("owned", tests, NULL, NULL);
}
