/* Which nouns add something to the generic form: a line each. */
#include "screens/checklist.h"
#include "screens/meeting.h"
#include "screens/noun.h"
#include "screens/rectification.h"
#include "screens/standard.h"

const struct noun *const nouns[] = {
	&checklist_noun,
	&checklist_result_noun,
	&meeting_noun,
	&rectification_noun,
	&standard_noun,
	&task_noun,
	&vote_noun,
	NULL,
};
