/* The kinds of document, one file each, and what they share. */
#ifndef EXCHANGE_PRINT_PRIVATE_H
#define EXCHANGE_PRINT_PRIVATE_H

#include "exchange/print.h"
#include "records/owned.h"
#include "records/query.h"

extern const struct print_kind print_minutes_kind;
extern const struct print_kind print_signin_kind;
extern const struct print_kind print_roster_kind;
extern const struct print_kind print_tasks_kind;
extern const struct print_kind print_checklist_kind;
extern const struct print_kind print_board_kind;
extern const struct print_kind print_rectification_kind;

/* A cell that is empty on purpose: 无. */
const char *
print_or_none(const char *text);

/* A stored date or time as a sentence has it, 2026年11月23日 15:30; appended. */
void
print_add_date(const char *stored, struct strbuf *out);

/* The value of a field in words, appended; sensitive ones masked. */
void
print_add_value(const struct print_request *request,
	const struct record *record, const char *path, struct strbuf *out);

/* A member of the register, else the name of one who is not in it; appended. */
void
print_add_person(const struct print_request *request,
	const struct record *record, const char *member, const char *name,
	struct strbuf *out);

/* Appends a fact: the term of the field, and its value, or 无. */
void
print_fact(const struct print_request *request, const struct record *record,
	const char *path, struct paper *paper);

/* The same, left out where there is nothing to say. */
void
print_known_fact(const struct print_request *request,
	const struct record *record, const char *field, struct paper *paper);

/* The remark of the record under a heading, where it has one. */
void
print_add_remark(const struct record *record, struct paper *paper);

/* 暂拟模板，非南阳市原文: while the text of a standard is provisional, its notice
 * stands on each page of what is made from it. */
void
print_mark_standard(const struct record *standard, struct paper *paper);

/*
 * Of the rows of a meeting: how many ought to attend, are present and so on,
 * and who, with reasons, under a heading.
 */
void
print_add_attendance(const struct print_request *request,
	const struct owned_rows *rows, struct paper *paper);

/* The name of one of them, or the unit and who came for it; appended to what
 * is empty. */
void
print_add_attendee(const struct print_request *request,
	const struct record *row, struct strbuf *out);

/* True for those whom 应到 counts. */
bool
print_is_called(const struct record *row);

/* 2026年上半年, or the day; what the check is of; appended. */
void
print_add_period(const struct print_request *request,
	const struct record *run, struct strbuf *out);

/* The verdict in the words of its group, as it was worded then; appended. */
void
print_add_verdict(const struct print_request *request,
	const struct record *result, struct strbuf *out);

/* What has changed in the results since the check before that run, under a
 * heading: what is better, what worse, and what came back. */
enum err_code
print_add_turns(const struct print_request *request, const struct record *run,
	const struct owned_rows *results, struct paper *paper,
	struct err *err);

/* A table of the tasks that the query finds: what, who and by when, or all. */
enum print_tasks { PRINT_TASKS_SHORT, PRINT_TASKS_LONG };

enum err_code
print_add_tasks(const struct print_request *request,
	const struct query *query, enum print_tasks how, struct paper *paper,
	struct err *err);

#endif
