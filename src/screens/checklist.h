/*
 * The checklist (对标检查) on the generic form: checklist.c has the run,
 * checklist_results.c its page of results, checklist_evidence.c that of the
 * evidence, checklist_known.c what is known of it besides: the standard, what
 * the records propose, the run before.
 */
#ifndef SCREENS_CHECKLIST_H
#define SCREENS_CHECKLIST_H

#include "screens/noun.h"

extern const struct noun checklist_noun;
extern const struct noun checklist_result_noun;

/* The page 检查结果. */
extern const struct noun_page checklist_result_page;

/* The page 佐证. */
extern const struct noun_page evidence_page;

/* Fills in what a new run begins with, where it is not given: the standard in
 * force, the quarter that ended last for the whole year, day and judge. */
void
checklist_propose(struct ui *ui, struct record *run);

/* 退回后的改动, above the form of the run. */
void
checklist_changed_open(struct ui *ui, struct form_state *run);

#endif
