/* What the programs that time something within one process share. */
#ifndef TESTS_BENCH_TIMING_H
#define TESTS_BENCH_TIMING_H

#include <stddef.h>

#include "base/err.h"

/* Milliseconds that have passed, since some moment. */
double
timing_ms(void);

/* Sorts them; 0 where there are none. */
double
timing_median(double *ms, size_t n);

/* Says why and ends the program, unless code is ERR_OK. */
void
timing_need(enum err_code code, const struct err *err);

#endif
