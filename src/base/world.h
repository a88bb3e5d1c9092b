/*
 * The world outside as the program sees it.  main fills one in from the
 * system; tests make their own with a fixed clock and fixed random numbers.
 */
#ifndef BASE_WORLD_H
#define BASE_WORLD_H

#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct world {
	/* Seconds since 1970-01-01 UTC, shift added. */
	int64_t (*now)(const struct world *world);
	void (*random)(const struct world *world, void *out, size_t len);
	void *data;         /* for the two above */
	int64_t shift;      /* seconds: a wrong clock, set right by hand */
	char *host;         /* name of this computer */
	char *account;      /* the operating system's account, "root" */
	char *machine;      /* hex hash of the machine-id, "" unknown */
	char *data_home;    /* $XDG_DATA_HOME/ronghe */
	char *state_home;   /* $XDG_STATE_HOME/ronghe */
	char *config_home;  /* $XDG_CONFIG_HOME/ronghe */
	char *home;         /* $HOME */
	char *printer;      /* path of lp(1), NULL where there is none */
};

/* Fills world in from the system; world_clear() frees it. */
void
world_init(struct world *world);

void
world_clear(struct world *world);

/* The stored day on which it is now, local time. */
void
world_today(const struct world *world, char out[DATE_SIZE]);

#endif
