#include "cli/take_back.h"

#include "cli/cli.h"
#include "cli/tell.h"
#include "records/undo.h"
#include "store/site.h"

enum {
	PAGE = 100,
	TRIES = 3, /* where others write meanwhile */
};

/* The conflicts that are taken, or those that are left, a line each. */
static enum err_code
print_conflicts(struct store *store, struct undo_plan *plan, bool taken,
	struct err *err)
{
	struct undo_conflict page[PAGE];
	int64_t after = 0;
	enum err_code code;
	size_t n;

	do {
		code = undo_plan_load(plan, after, false, PAGE, page, &n, err);
		for (size_t i = 0; code == ERR_OK && i < n; i++) {
			if (page[i].taken == taken)
				tell_conflict(store, &page[i]);
			after = page[i].number;
			undo_conflict_clear(&page[i]);
		}
	} while (code == ERR_OK && n == PAGE);
	return code;
}

static enum err_code
print_left(struct store *store, struct undo_plan *plan, struct err *err)
{
	if (undo_plan_count(plan, UNDO_WHY_N, false) == 0)
		return ERR_OK;
	cli_print("%s\n", _("This stays as it is:"));
	return print_conflicts(store, plan, false, err);
}

static enum err_code
print_plan(struct store *store, struct undo_plan *plan, struct err *err)
{
	unsigned long n = (unsigned long)undo_plan_n_records(plan);
	enum err_code code = ERR_OK;

	cli_print(P_("%lu record would be put back.\n",
			  "%lu records would be put back.\n", n), n);
	if (undo_plan_count(plan, UNDO_WHY_N, true) > 0) {
		cli_print("%s\n", _("This would be taken back as well:"));
		code = print_conflicts(store, plan, true, err);
	}
	return code == ERR_OK ? print_left(store, plan, err) : code;
}

/* What was put back, then what stays and why. */
static enum err_code
print_result(struct store *store, struct undo_plan *plan,
	const struct undo_result *result, struct err *err)
{
	unsigned long n = (unsigned long)result->n_records;
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(result->change, id);
	if (result->change != 0) {
		cli_print(P_("%lu record has been put back by the change "
			     "%s:\n",
				  "%lu records have been put back by the "
				  "change %s:\n", n), n, id);
		code = tell_rows(store, result->change, err);
	}
	if (code == ERR_OK)
		code = print_left(store, plan, err);
	for (size_t i = 0; i < result->refused.n; i++)
		cli_print("%s\n", result->refused.items[i]);
	if (code == ERR_OK && result->change == 0)
		return err_set(err, ERR_DENIED,
			_("Nothing of the change could be put back; what stays "
			  "is listed with the reason."));
	return code;
}

static enum err_code
carry_out(struct store *store, struct undo_plan *plan, struct job *job,
	struct err *err)
{
	struct undo_result result;
	enum err_code code = undo_plan_run(plan, job, &result, err);

	if (code == ERR_OK)
		code = print_result(store, plan, &result, err);
	undo_result_clear(&result);
	return code;
}

static enum err_code
plan_and_do(struct app *app, int64_t change, unsigned flags, struct job *job,
	struct err *err)
{
	const struct change_info info = app_change_info(app, "", "");
	struct undo_plan *plan;
	enum err_code code = undo_plan_make(app->store, change, NULL, 0, &info,
		job, &plan, err);

	if (code == ERR_OK && (flags & TAKE_BACK_ALL))
		code = undo_plan_take_all(plan, UNDO_WHY_N, true, err);
	if (code == ERR_OK)
		code = flags & TAKE_BACK_DRY_RUN
			? print_plan(app->store, plan, err)
			: carry_out(app->store, plan, job, err);
	undo_plan_free(plan);
	return code;
}

enum err_code
take_back(struct app *app, int64_t change, unsigned flags, struct err *err)
{
	enum err_code code = ERR_STALE;
	struct job job;

	cli_job_begin(&job);
	for (int i = 0; i < TRIES && code == ERR_STALE; i++) {
		err_clear(err);
		code = plan_and_do(app, change, flags, &job, err);
	}
	cli_job_end(&job);
	return code;
}
