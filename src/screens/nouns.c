/* Which nouns add something to the generic form: a line each. */
#include "screens/noun.h"

const struct noun *const nouns[] = {
	NULL,
};
