/* Which nouns add something to the generic form: a line each. */
#include "screens/meeting.h"
#include "screens/noun.h"

const struct noun *const nouns[] = {
	&meeting_noun,
	&task_noun,
	&vote_noun,
	NULL,
};
