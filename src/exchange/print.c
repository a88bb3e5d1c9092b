#include "exchange/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "exchange/print_private.h"
#include "records/load.h"
#include "records/nouns.h"
#include "store/journal.h"
#include "store/site.h"

/* Of standard_status, 暂拟. */
#define PROVISIONAL "1"

const struct print_kind *const print_kinds[] = {
	&print_minutes_kind,
	&print_signin_kind,
	&print_roster_kind,
	&print_tasks_kind,
	&print_checklist_kind,
	&print_board_kind,
	&print_rectification_kind,
};

const size_t print_kinds_n = sizeof(print_kinds) / sizeof(print_kinds[0]);

const struct print_kind *
print_kind_find(const char *name)
{
	for (size_t i = 0; i < print_kinds_n; i++)
		if (strcmp(print_kinds[i]->name, name) == 0 ||
			strcmp(print_kinds[i]->term.zh, name) == 0)
			return print_kinds[i];
	return NULL;
}

bool
print_kind_is_of(const struct print_kind *kind,
	const struct record_type *type)
{
	for (size_t i = 0; i < PRINT_MAX_OF && kind->of[i] != NULL; i++)
		if (kind->of[i] == type)
			return true;
	return false;
}

bool
print_has_kind_of(const struct record_type *type)
{
	for (size_t i = 0; i < print_kinds_n; i++)
		if (print_kind_is_of(print_kinds[i], type))
			return true;
	return false;
}

const char *
print_or_none(const char *text)
{
	return text[0] != '\0' ? text : C_("an empty cell on paper", "none");
}

void
print_add_date(const char *stored, struct strbuf *out)
{
	int year = 0, month = 0, day = 0;
	int n = sscanf(stored, "%4d-%2d-%2d", &year, &month, &day);
	size_t len = strlen(stored);

	if (n == 3)
		strbuf_addf(out, _("%1$d-%2$02d-%3$02d"), year, month, day);
	else if (n == 2)
		strbuf_addf(out, _("%1$d-%2$02d"), year, month);
	else
		strbuf_add(out, stored);
	if (len == TIME_SIZE - 1)
		strbuf_add(out, stored + DATE_SIZE - 1);
}

void
print_add_value(const struct print_request *request,
	const struct record *record, const char *path, struct strbuf *out)
{
	const struct field_type *field = query_field(record->type, path);

	if (strchr(path, '.') == NULL &&
		(field->kind == FIELD_DATE || field->kind == FIELD_TIME))
		print_add_date(record_get(record, path), out);
	else
		record_show_path(request->store, record, path, true, out);
}

void
print_add_person(const struct print_request *request,
	const struct record *record, const char *member, const char *name,
	struct strbuf *out)
{
	if (record_ref(record, member) != 0)
		print_add_value(request, record, member, out);
	else
		strbuf_add(out, record_get(record, name));
}

void
print_fact(const struct print_request *request, const struct record *record,
	const char *path, struct paper *paper)
{
	const struct field_type *field = query_field(record->type, path);
	struct strbuf label = STRBUF_INIT, text = STRBUF_INIT;

	strbuf_addf(&label, _("%s: "), term_word(&field->term));
	print_add_value(request, record, path, &text);
	paper_add_fact(paper, label.s, print_or_none(text.s));
	strbuf_clear(&label);
	strbuf_clear(&text);
}

void
print_known_fact(const struct print_request *request,
	const struct record *record, const char *field, struct paper *paper)
{
	if (record_get(record, field)[0] != '\0')
		print_fact(request, record, field, paper);
}

void
print_add_remark(const struct record *record, struct paper *paper)
{
	const char *remark = record_get(record, "remark");

	if (remark[0] == '\0')
		return;
	paper_add(paper, PAPER_HEADING, _("Remark"));
	paper_add(paper, PAPER_TEXT, remark);
}

void
print_mark_standard(const struct record *standard, struct paper *paper)
{
	if (strcmp(record_get(standard, "status"), PROVISIONAL) == 0)
		paper_set_mark(paper, record_get(standard, "notice"));
}

static enum err_code
take_office(void *data, const struct record *office, struct err *err)
{
	(void)err;
	paper_set_head(data, record_get(office, "name"));
	return ERR_OK;
}

/* Whose record it is, and by what it can be told from other printings. */
static enum err_code
add_edges(const struct print_request *request, struct paper *paper,
	struct err *err)
{
	struct strbuf foot = STRBUF_INIT;
	char mark[JOURNAL_MARK_SIZE];
	struct query query;
	enum err_code code;

	query_init(&query, &office_type);
	code = query_each(request->store, &query, take_office, paper, err);
	query_clear(&query);
	if (code == ERR_OK)
		code = journal_mark(request->store, mark, err);
	if (code == ERR_OK) {
		strbuf_addf(&foot, _("Printed %s, journal %s"),
			request->today, mark);
		paper_set_foot(paper, foot.s);
	}
	strbuf_clear(&foot);
	return code;
}

/* What the document can be about: 会议 or 联合党组织. */
static enum err_code
refuse(const struct print_kind *kind, const struct record_type *type,
	struct err *err)
{
	struct strbuf can = STRBUF_INIT;

	for (size_t i = 0; i < PRINT_MAX_OF && kind->of[i] != NULL; i++)
		strbuf_addf(&can, "%s%s", i > 0 ? _(", ") : "",
			term_word(&kind->of[i]->term));
	err_set(err, ERR_INVALID,
		_("“%s” is printed of these: %s; what you chose is “%s”."),
		term_word(&kind->term), can.s, term_word(&type->term));
	strbuf_clear(&can);
	return ERR_INVALID;
}

enum err_code
print_make(const struct print_kind *kind, const struct print_request *request,
	struct paper *paper, struct err *err)
{
	const struct record_type *type =
		record_type_of_id(request->store, request->id);
	char id[SITE_ID_TEXT_SIZE];
	struct record record;
	enum err_code code;

	if (type == NULL) {
		site_id_to_text(request->id, id);
		return err_set(err, ERR_ABSENT,
			_("There is no record %s; ronghe find looks for one by "
			  "its name."), id);
	}
	if (!print_kind_is_of(kind, type))
		return refuse(kind, type, err);
	code = record_load(request->store, type, request->id, &record, err);
	if (code != ERR_OK)
		return code;
	paper_init(paper, kind->landscape);
	code = add_edges(request, paper, err);
	if (code == ERR_OK)
		code = kind->make(request, &record, paper, err);
	if (code != ERR_OK)
		paper_clear(paper);
	record_clear(&record);
	return code;
}
