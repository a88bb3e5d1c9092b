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

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

#endif
