/*
 * The running program: what main makes once and hands to the command line or
 * the screens.  Tests fill in one of their own.
 */
#ifndef APP_H
#define APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/i18n.h"
#include "base/world.h"
#include "store/change.h"
#include "store/draft.h"
#include "store/store.h"

struct term;

struct app {
	struct world *world;
	const char *program;    /* itself, to be started again beside this
	                           process, or NULL: nothing is started */
	char *db_path;          /* -d, else $RONGHE_DB, else the usual place */
	char *operator_wanted;  /* --operator, or NULL */
	bool language_given;    /* by --lang: the operator's own is not asked */
	struct store *store;    /* NULL until it is opened */
	struct store_waiter waiter; /* of every store that is opened */
	struct drafts *drafts;  /* NULL where they cannot be written */
	int64_t operator_id;    /* record of who types, 0 unknown */
	char *operator_name;
	int64_t started_at;     /* when the program was started */
	struct term *term;      /* NULL on the command line */
};

/* Where the database is unless something else is said: ronghe.db in the data
 * folder; on the heap. */
char *
app_usual_path(const struct world *world);

/* Makes an empty database at db_path and opens it, see below. */
enum err_code
app_create_store(struct app *app, struct err *err);

/*
 * Opens the database at db_path, hands it the dictionary, and makes the search
 * keys of another version of the program anew; the job is warned where that
 * has to be put off.
 */
enum err_code
app_open_store(struct app *app, unsigned flags, struct job *job,
	struct err *err);

void
app_close_store(struct app *app);

/*
 * Settles who types: operator_wanted by name or short name (ERR_ABSENT names
 * those there are), else the only operator; else stays unknown.
 */
enum err_code
app_settle_operator(struct app *app, struct err *err);

/* Says that this operator types from now on; id 0 is an unnamed one. */
void
app_set_operator(struct app *app, int64_t id, const char *name);

/* The head of a change by this operator. */
struct change_info
app_change_info(const struct app *app, const char *action,
	const char *reason);

/* Frees what app owns. */
void
app_clear(struct app *app);

#endif
