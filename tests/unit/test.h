/* What every unit test includes: cmocka and its forerunners. */
#ifndef TESTS_UNIT_TEST_H
#define TESTS_UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/i18n.h"

/* The sentences that tests compare are the English ones. */
__attribute__((constructor)) static void
speak_english(void)
{
	i18n_set_language(LANGUAGE_EN);
}

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

#endif
