#include "app.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "records/nouns.h"
#include "records/query.h"
#include "store/rekey.h"

char *
app_usual_path(const struct world *world)
{
	return file_join(world->data_home, "ronghe.db");
}

static void
use_store(struct app *app)
{
	record_register(app->store);
	store_wait_with(app->store, &app->waiter);
}

enum err_code
app_create_store(struct app *app, struct err *err)
{
	enum err_code code = store_create(app->db_path, app->world,
		&app->store, err);

	if (code != ERR_OK)
		return code;
	use_store(app);
	return rekey_run(app->store, NULL, err);
}

enum err_code
app_open_store(struct app *app, unsigned flags, struct job *job,
	struct err *err)
{
	struct err rekey_err = ERR_INIT;
	enum err_code code = store_open(app->db_path, app->world, flags, job,
		&app->store, err);

	if (code != ERR_OK)
		return code;
	use_store(app);
	if (rekey_run(app->store, job, &rekey_err) != ERR_OK)
		job_warn(job, rekey_err.text);
	err_clear(&rekey_err);
	return ERR_OK;
}

void
app_close_store(struct app *app)
{
	drafts_close(app->drafts);
	store_close(app->store);
	app->drafts = NULL;
	app->store = NULL;
}

void
app_set_operator(struct app *app, int64_t id, const char *name)
{
	char *copy = xstrdup(name);

	free(app->operator_name);
	app->operator_id = id;
	app->operator_name = copy;
}

/* The operators of today, and which of them is wanted. */
struct settling {
	struct app *app;
	char *wanted; /* folded, or NULL */
	size_t n;
	bool found;
	struct strbuf names;
};

static bool
is_called(const struct record *operator, const char *field, const char *wanted)
{
	char *folded = text_fold(record_get(operator, field));
	bool same = strcmp(folded, wanted) == 0;

	free(folded);
	return same;
}

static enum err_code
look_at(void *data, const struct record *operator, struct err *err)
{
	struct settling *settling = data;
	const char *name = record_get(operator, "name");

	(void)err;
	if (settling->names.len > 0)
		strbuf_add(&settling->names, _(", "));
	strbuf_add(&settling->names, name);
	settling->n++;
	if (settling->wanted == NULL ? settling->n == 1 :
		is_called(operator, "name", settling->wanted) ||
		is_called(operator, "short_name", settling->wanted)) {
		app_set_operator(settling->app, operator->id, name);
		settling->found = true;
	}
	return ERR_OK;
}

enum err_code
app_settle_operator(struct app *app, struct err *err)
{
	struct settling settling = {app, NULL, 0, false, STRBUF_INIT};
	struct query query;
	char today[DATE_SIZE];
	enum err_code code;

	app_set_operator(app, 0, "");
	if (app->operator_wanted != NULL)
		settling.wanted = text_fold(app->operator_wanted);
	world_today(app->world, today);
	query_init(&query, &operator_type);
	free(query.as_of);
	query.as_of = xstrdup(today);
	code = query_each(app->store, &query, look_at, &settling, err);
	query_clear(&query);
	if (code == ERR_OK && settling.wanted != NULL && !settling.found)
		code = settling.n == 0
			? err_set(err, ERR_ABSENT,
				  _("No operator is called “%s”; none has been "
				    "entered yet."), app->operator_wanted)
			: err_set(err, ERR_ABSENT,
				  _("No operator is called “%s”; there are: "
				    "%s."),
				  app->operator_wanted, settling.names.s);
	if (settling.wanted == NULL && settling.n > 1)
		app_set_operator(app, 0, "");
	free(settling.wanted);
	strbuf_clear(&settling.names);
	return code;
}

struct change_info
app_change_info(const struct app *app, const char *action, const char *reason)
{
	if (app->world->shift != 0 && reason[0] == '\0')
		reason = _("clock set right by hand");
	return (struct change_info){
		.operator_id = app->operator_id,
		.operator_name = app->operator_name != NULL
			? app->operator_name : "",
		.action = action,
		.reason = reason,
	};
}

void
app_clear(struct app *app)
{
	app_close_store(app);
	free(app->db_path);
	free(app->operator_wanted);
	free(app->operator_name);
}
