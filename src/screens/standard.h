/* The standard (工作标准) on the generic form. */
#ifndef SCREENS_STANDARD_H
#define SCREENS_STANDARD_H

#include "screens/noun.h"

extern const struct noun standard_noun;

#endif
