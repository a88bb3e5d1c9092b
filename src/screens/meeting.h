/*
 * The meeting (会议) on the generic form, and the tasks (任务) that it gives:
 * meeting.c has the facts and the text, attendance.c who is there, task.c what
 * becomes of a task.
 */
#ifndef SCREENS_MEETING_H
#define SCREENS_MEETING_H

#include "screens/noun.h"

extern const struct noun meeting_noun;
extern const struct noun task_noun;

/* The page 出席. */
extern const struct noun_page attendance_page;

/* 任务 that refer to a meeting or to a task. */
extern const struct noun_page task_page;

#endif
