/*
 * The meeting (会议) on the generic form, and the tasks (任务) that it gives:
 * meeting.c has the facts and the text, attendance.c who is there, vote.c what
 * a vote comes to, task.c what becomes of a task.
 */
#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "screens/noun.h"

extern const struct noun meeting_noun;
extern const struct noun vote_noun;
extern const struct noun task_noun;

/* The page 出席. */
extern const struct noun_page attendance_page;

/* The page 表决. */
extern const struct noun_page vote_page;

/* Appends whether there is a quorum now, by the rule of the kind. */
void
vote_tell_quorum(struct ui *ui, const struct form_state *meeting,
	const struct record *kind, struct strbuf *out);

/* A new row of the text belongs to what was spoken about last. */
void
meeting_begin_text(struct ui *ui, struct form_state *owner,
	struct record *row);

/* struct noun's people: who is marked as present; as long as nobody is, all
 * who stand there. */
void
attendance_people(struct ui *ui, const struct form_state *meeting,
	struct strvec *names);

/* 任务 that refer to a meeting or to a task. */
extern const struct noun_page task_page;

#endif
