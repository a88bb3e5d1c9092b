/* ronghe merge and unmerge: two records that are one become one, and two
 * again. */
#include <stdlib.h>

#include "base/i18n.h"
#include "cli/args.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/take_back.h"
#include "records/fuse.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/words.h"
#include "store/site.h"

enum {
	OPTION_DRY_RUN = 1,
	OPTION_TAKE,
	OPTION_BOTH,
	TAKES_MAX = 64,
};

static const struct option merge_options[] = {
	{"dry-run", no_argument, NULL, OPTION_DRY_RUN},
	{"take", required_argument, NULL, OPTION_TAKE},
	{"both", required_argument, NULL, OPTION_BOTH},
	{NULL, 0, NULL, 0},
};

static const struct option unmerge_options[] = {
	{"dry-run", no_argument, NULL, OPTION_DRY_RUN},
	{NULL, 0, NULL, 0},
};

/* What the command is asked for, as typed. */
struct request {
	const char *type;
	const char *kept;
	const char *other;
	struct {
		const char *field;
		enum fuse_take take;
	} takes[TAKES_MAX];
	size_t n_takes;
	bool dry_run;
};

static void
print_record(const char *what, struct store *store,
	const struct record_type *type, int64_t id)
{
	struct strbuf title = STRBUF_INIT;
	char text[SITE_ID_TEXT_SIZE];

	record_title_of(store, type, id, &title);
	site_id_to_text(id, text);
	cli_print("%s\t%s\t%s\t%s\n", what, term_word(&type->term), text,
		title.s);
	strbuf_clear(&title);
}

static void
print_value(struct store *store, const struct field_type *field,
	const char *value)
{
	struct strbuf words = STRBUF_INIT;

	words_of_value(store, field, value, true, &words);
	cli_print("\t%s", words.s);
	strbuf_clear(&words);
}

/* Field, what the kept one has, what the other has, and what will be. */
static void
print_fields(const struct fuse *fuse)
{
	if (fuse->fields.n > 0)
		cli_print("%s\n", _("Fields that differ: kept, other, and what "
				    "it will be:"));
	for (size_t i = 0; i < fuse->fields.n; i++) {
		const struct fuse_field *item = &fuse->fields.items[i];
		const struct field_type *field =
			&fuse->type->fields[item->field];
		char *value = fuse_value(fuse, item);

		cli_print("%s", term_word(&field->term));
		print_value(fuse->store, field,
			fuse->kept.values[item->field]);
		print_value(fuse->store, field,
			fuse->other.values[item->field]);
		print_value(fuse->store, field, value);
		cli_print("\n");
		free(value);
	}
	if (fuse_states_differ(fuse))
		cli_print("%s\n", _("The two stand in different states; that "
				    "of the one that is kept stays."));
}

static void
print_hanging(const struct fuse *fuse)
{
	if (fuse->hanging.n > 0)
		cli_print("%s\n", _("What refers to the one that is kept, and "
				    "to the other:"));
	for (size_t i = 0; i < fuse->hanging.n; i++) {
		const struct fuse_hanging *hanging = &fuse->hanging.items[i];

		cli_print("%s\t%s\t%lld\t%lld\n",
			term_word(&hanging->type->term),
			term_word(&hanging->field->term),
			(long long)hanging->n_kept,
			(long long)hanging->n_other);
	}
}

static void
print_pairs(const struct fuse *fuse)
{
	for (size_t i = 0; i < fuse->pairs.n; i++) {
		const struct fuse_pair *pair = &fuse->pairs.items[i];

		if (pair->closed) {
			cli_print("%s\n", _("Both rows stay, since what was "
					    "signed stays as it is:"));
			print_record(_("stays"), fuse->store, pair->type,
				pair->stays);
			print_record(_("stays"), fuse->store, pair->type,
				pair->goes);
			continue;
		}
		cli_print("%s\n", _("Two rows become one:"));
		print_record(_("stays"), fuse->store, pair->type, pair->stays);
		print_record(_("goes"), fuse->store, pair->type, pair->goes);
	}
	for (size_t i = 0; i < fuse->emptied.n; i++) {
		const struct fuse_emptied *emptied = &fuse->emptied.items[i];

		cli_print("%s\n", _("Emptied, since it would lead to the "
				    "record itself:"));
		print_record(term_word(&emptied->field->term), fuse->store,
			emptied->type, emptied->id);
	}
}

static void
print_plan(const struct fuse *fuse)
{
	print_record(_("kept"), fuse->store, fuse->type, fuse->kept.id);
	print_record(_("goes"), fuse->store, fuse->type, fuse->other.id);
	print_fields(fuse);
	print_hanging(fuse);
	print_pairs(fuse);
}

/* A field in which they do not differ is as it is wanted. */
static enum err_code
choose(struct fuse *fuse, const struct request *request, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < request->n_takes; i++) {
		const struct field_type *field;

		code = args_field(fuse->type, request->takes[i].field, &field,
			err);
		for (size_t k = 0; code == ERR_OK && k < fuse->fields.n; k++)
			if (&fuse->type->fields[fuse->fields.items[k].field] ==
				field)
				fuse_choose(fuse, k, request->takes[i].take);
	}
	return code;
}

static enum err_code
carry_out(struct app *app, struct fuse *fuse, bool dry_run, struct err *err)
{
	const struct change_info info = app_change_info(app, "merge", "");
	unsigned long n;
	char id[SITE_ID_TEXT_SIZE];
	int64_t change;
	enum err_code code = fuse_try(fuse, &info, err);

	if (code != ERR_OK)
		return code;
	print_plan(fuse);
	n = (unsigned long)fuse->n_turned;
	if (dry_run) {
		cli_print(P_("%lu record would be led to the one that is "
			     "kept.\n", "%lu records would be led to the one "
			     "that is kept.\n", n), n);
		return ERR_OK;
	}
	code = fuse_run(fuse, &info, &change, err);
	if (code != ERR_OK)
		return code;
	site_id_to_text(fuse->other.id, id);
	cli_print(P_("%lu record has been led to the one that is kept; ronghe "
		     "unmerge %s takes it back.\n",
			  "%lu records have been led to the one that is kept; "
			  "ronghe unmerge %s takes it back.\n", n), n, id);
	return ERR_OK;
}

static enum err_code
merge(struct app *app, const struct request *request, struct err *err)
{
	const struct record_type *type;
	int64_t kept, other;
	struct fuse fuse;
	enum err_code code = args_type(request->type, &type, err);

	if (code == ERR_OK)
		code = args_open(app, err);
	if (code == ERR_OK)
		code = args_record(app->store, type, request->kept, &kept,
			err);
	if (code == ERR_OK)
		code = args_record(app->store, type, request->other, &other,
			err);
	if (code == ERR_OK)
		code = fuse_begin(app->store, type, kept, other, &fuse, err);
	if (code != ERR_OK)
		return code;
	code = choose(&fuse, request, err);
	if (code == ERR_OK)
		code = carry_out(app, &fuse, request->dry_run, err);
	fuse_clear(&fuse);
	return code;
}

static bool
read_merge(int argc, char **argv, struct request *request)
{
	int option;

	while ((option = args_option(argc, argv, merge_options)) != -1) {
		if (option == OPTION_DRY_RUN) {
			request->dry_run = true;
			continue;
		}
		if (option == '?' || request->n_takes == TAKES_MAX)
			return false;
		request->takes[request->n_takes].field = optarg;
		request->takes[request->n_takes++].take =
			option == OPTION_TAKE ? FUSE_OTHER : FUSE_BOTH;
	}
	if (argc - optind != 3)
		return false;
	request->type = argv[optind];
	request->kept = argv[optind + 1];
	request->other = argv[optind + 2];
	return true;
}

static int
run_merge(struct app *app, int argc, char **argv)
{
	struct request request = {.dry_run = false};
	struct err err = ERR_INIT;

	if (!read_merge(argc, argv, &request))
		return cli_usage(&cli_merge_command);
	return cli_end(merge(app, &request, &err), &err);
}

/* The number is of one that went, or of the one into which one alone did. */
static enum err_code
find_other(struct store *store, const struct record_type *type, int64_t *id,
	struct err *err)
{
	struct find_ids others = VEC_INIT;
	struct strbuf names = STRBUF_INIT;
	int64_t ruling;
	enum err_code code = ruling_of(store, *id, &ruling, err);

	if (code == ERR_OK && ruling == 0)
		code = ruling_merged_into(store, *id, &others, err);
	if (code == ERR_OK && others.n > 1) {
		find_name_all(store, type, &others, &names);
		code = err_set(err, ERR_INVALID,
			_("Several records have been merged into this one; "
			  "give the id of one: %s."), names.s);
	}
	if (code == ERR_OK && others.n == 1)
		*id = others.items[0];
	strbuf_clear(&names);
	find_ids_clear(&others);
	return code;
}

struct told {
	struct store *store;
	bool any;
};

static void
tell_since(void *data, const struct record_type *type, int64_t id)
{
	struct told *told = data;

	if (!told->any)
		cli_print("%s\n", _("These came after the merge and stay with "
				    "the one that was kept:"));
	told->any = true;
	print_record(_("stays"), told->store, type, id);
}

static enum err_code
unmerge(struct app *app, const char *typed, bool dry_run, struct err *err)
{
	const struct record_type *type = NULL;
	struct told told = {NULL, false};
	int64_t id = 0, change = 0, survivor = 0;
	enum err_code code = args_id(typed, &id, err);

	if (code == ERR_OK)
		code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	told.store = app->store;
	type = record_type_of_id(app->store, id);
	if (type == NULL)
		return err_set(err, ERR_ABSENT,
			_("There is no record %s; ronghe find looks for one by "
			  "its name."), typed);
	code = find_other(app->store, type, &id, err);
	if (code == ERR_OK)
		code = fuse_find_change(app->store, type, id, &change, err);
	if (code == ERR_OK)
		code = ruling_survivor(app->store, id, &survivor, err);
	if (code == ERR_OK)
		code = fuse_each_since(app->store, type, survivor, change,
			tell_since, &told, err);
	return code == ERR_OK ? take_back(app, change,
			dry_run ? TAKE_BACK_DRY_RUN : 0, err) : code;
}

static int
run_unmerge(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	bool dry_run = false;
	int option;

	while ((option = args_option(argc, argv, unmerge_options)) != -1) {
		if (option != OPTION_DRY_RUN)
			return cli_usage(&cli_unmerge_command);
		dry_run = true;
	}
	if (argc - optind != 1)
		return cli_usage(&cli_unmerge_command);
	return cli_end(unmerge(app, argv[optind], dry_run, &err), &err);
}

const struct cli_command cli_merge_command = {
	.name = "merge",
	.usage = "TYPE KEPT OTHER [--take FIELD]... [--both FIELD]... "
		 "[--dry-run]",
	.help = N_("Makes one of two records (members, units, branches) that "
		   "are the same, given by id or name: all that refers to "
		   "OTHER then refers to KEPT, which keeps its fields and gets "
		   "those that it has empty; --take takes a field from OTHER, "
		   "--both puts both long texts below each other, --dry-run "
		   "only shows what would be done."),
	.run = run_merge,
};

const struct cli_command cli_unmerge_command = {
	.name = "unmerge",
	.usage = "ID [--dry-run]",
	.help = N_("Takes a merge back, by the id of either record; what came "
		   "after it stays with the one that was kept and is listed."),
	.run = run_unmerge,
};
