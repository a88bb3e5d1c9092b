/* Who was there, 出席情况, as the minutes and the sign-in sheet have it. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/nouns.h"

static bool
has(const struct record *row, const char *field, const char *code)
{
	return strcmp(record_get(row, field), code) == 0;
}

/* 应到 counts them. */
static bool
is_called(const struct record *row)
{
	return has(row, "capacity", "1") && has(row, "left_out", "");
}

static bool
is_there(const struct record *row)
{
	return is_called(row) && has(row, "presence", "1");
}

static bool
is_on_leave(const struct record *row)
{
	return is_called(row) && has(row, "presence", "2");
}

static bool
is_absent(const struct record *row)
{
	return is_called(row) && has(row, "presence", "3");
}

static bool
is_not_marked(const struct record *row)
{
	return is_called(row) && has(row, "presence", "");
}

static bool
is_sitting_in(const struct record *row)
{
	return has(row, "capacity", "2");
}

static bool
is_left_out(const struct record *row)
{
	return has(row, "capacity", "1") && !has(row, "left_out", "");
}

/* The lists, each with what is said of a person there. */
static const struct {
	const char *word;
	bool (*holds)(const struct record *row);
	const char *said[2];
} lists[] = {
	{N_("Present"), is_there, {"arrived_at"}},
	{N_("On leave"), is_on_leave, {"absence", "reason"}},
	{N_("Absent"), is_absent, {"absence", "reason"}},
	{N_("Not marked"), is_not_marked, {NULL}},
	{N_("Sitting in"), is_sitting_in, {"post", "remark"}},
	{N_("Not counted"), is_left_out, {"left_out", "left_out_note"}},
};

enum { LISTS_N = sizeof(lists) / sizeof(lists[0]) };

void
print_add_attendee(const struct print_request *request,
	const struct record *row, struct strbuf *out)
{
	const char *person = record_get(row, "person");
	bool is_member = record_ref(row, "member_id") != 0;

	if (is_member)
		print_add_value(request, row, "member_id", out);
	else if (record_ref(row, "unit_id") != 0)
		print_add_value(request, row, "unit_id", out);
	if (person[0] != '\0')
		strbuf_addf(out, "%s%s", out->len > 0 ? " " : "", person);
}

bool
print_is_called(const struct record *row)
{
	return is_called(row);
}

/* 病假，探亲; of an arrival the time of day; "" where nothing is known. */
static void
add_said(const struct print_request *request, const struct record *row,
	const char *const *said, struct strbuf *out)
{
	for (size_t i = 0; i < 2 && said[i] != NULL; i++) {
		const char *value = record_get(row, said[i]);

		if (value[0] == '\0')
			continue;
		if (out->len > 0)
			strbuf_add(out, _("; "));
		if (strcmp(said[i], "arrived_at") == 0)
			strbuf_addf(out, _("from %s"), value + DATE_SIZE);
		else
			print_add_value(request, row, said[i], out);
	}
}

/* The people of a list one after another; returns how many. */
static size_t
add_people(const struct print_request *request,
	const struct owned_rows *rows, size_t list, struct strbuf *out)
{
	struct strbuf name = STRBUF_INIT, said = STRBUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct record *row = &rows->items[i]->now;

		if (!lists[list].holds(row))
			continue;
		strbuf_reset(&name);
		strbuf_reset(&said);
		print_add_attendee(request, row, &name);
		add_said(request, row, lists[list].said, &said);
		strbuf_add(out, n++ > 0 ? _(", ") : "");
		if (said.len > 0)
			strbuf_addf(out, _("%s (%s)"), name.s, said.s);
		else
			strbuf_add(out, name.s);
	}
	strbuf_clear(&name);
	strbuf_clear(&said);
	return n;
}

static size_t
count(const struct owned_rows *rows, bool (*holds)(const struct record *row))
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += holds(&rows->items[i]->now);
	return n;
}

void
print_add_attendance(const struct print_request *request,
	const struct owned_rows *rows, struct paper *paper)
{
	struct strbuf label = STRBUF_INIT, people = STRBUF_INIT;

	paper_add(paper, PAPER_HEADING, _("Attendance"));
	paper_addf(paper, PAPER_TEXT,
		_("Ought to attend %zu, present %zu, on leave %zu, absent "
		  "%zu."), count(rows, is_called), count(rows, is_there),
		count(rows, is_on_leave), count(rows, is_absent));
	for (size_t i = 0; i < LISTS_N; i++) {
		size_t n;

		strbuf_reset(&label);
		strbuf_reset(&people);
		n = add_people(request, rows, i, &people);
		strbuf_addf(&label, _("%s (%zu): "), i18n_text(lists[i].word),
			n);
		if (n > 0)
			paper_add_fact(paper, label.s, people.s);
	}
	strbuf_clear(&label);
	strbuf_clear(&people);
}
