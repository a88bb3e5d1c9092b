#include "timing.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double
timing_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
timing_median(double *ms, size_t n)
{
	qsort(ms, n, sizeof(*ms), compare);
	return n > 0 ? ms[n / 2] : 0;
}

void
timing_need(enum err_code code, const struct err *err)
{
	if (code == ERR_OK)
		return;
	fprintf(stderr, "%s\n", err->text);
	exit(1);
}
