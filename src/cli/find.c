/* ronghe find: the search box, over every type. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "records/load.h"
#include "store/site.h"

enum { LIMIT_USUAL = 100, LIMIT_MAX = 1000000000 };

static const struct option options[] = {
	{"limit", required_argument, NULL, 'l'},
	{NULL, 0, NULL, 0},
};

struct finding {
	struct store *store;
	char *text; /* its letters and digits half-width */
	long left;  /* lines that may still be printed */
	bool more;  /* something was found after them */
};

/* Does what the field shows hold one of the words? */
static bool
holds_word(const char *shown, const char *text)
{
	char *folded = text_fold(shown);
	char *words = xstrdup(text), *rest = words, *word;
	bool holds = false;

	while (!holds && (word = strsep(&rest, " ")) != NULL) {
		char *key = text_fold(word);

		holds = key[0] != '\0' && strstr(folded, key) != NULL;
		free(key);
	}
	free(words);
	free(folded);
	return holds;
}

static bool
is_in_title(const struct record_type *type, const struct field_type *field)
{
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);

	for (size_t i = 0; i < n && type->title[i] != NULL; i++)
		if (strcmp(type->title[i], field->name) == 0)
			return true;
	return false;
}

/* The field by which the record was found, its whole value being looked at;
 * NULL where it was by the pinyin of what the title refers to. */
static const struct field_type *
matching_field(struct store *store, const struct record *record,
	const char *text)
{
	for (size_t i = 0; i < record->type->n_fields; i++) {
		const struct field_type *field = &record->type->fields[i];
		struct strbuf shown = STRBUF_INIT;
		bool holds;

		if ((field->flags & (FIELD_SEARCH | FIELD_INITIALS)) == 0 &&
			!is_in_title(record->type, field))
			continue;
		record_show(store, record, field, false, &shown);
		holds = holds_word(shown.s, text);
		strbuf_clear(&shown);
		if (holds)
			return field;
	}
	return NULL;
}

static enum err_code
print_found(void *data, const struct record *record, struct err *err)
{
	struct finding *finding = data;
	const struct field_type *field;
	struct strbuf title = STRBUF_INIT, value = STRBUF_INIT;
	char id[SITE_ID_TEXT_SIZE];

	(void)err;
	if (finding->left == 0) {
		finding->more = true;
		return ERR_CANCELLED;
	}
	finding->left--;
	site_id_to_text(record->id, id);
	record_title(finding->store, record, &title);
	field = matching_field(finding->store, record, finding->text);
	if (field != NULL)
		record_show(finding->store, record, field, true, &value);
	cli_print("%s\t%s\t%s\t%s\t%s\n", term_word(&record->type->term), id,
		title.s, field != NULL ? term_word(&field->term) : "", value.s);
	strbuf_clear(&title);
	strbuf_clear(&value);
	return ERR_OK;
}

/* A type without anything to search by would answer with all it has. */
static bool
is_searched(const struct record_type *type)
{
	const size_t n = sizeof(type->title) / sizeof(type->title[0]);

	for (size_t i = 0; i < type->n_fields; i++)
		if (type->fields[i].flags & FIELD_SEARCH)
			return true;
	for (size_t i = 0; i < n && type->title[i] != NULL; i++)
		if (record_field(type, type->title[i])->kind == FIELD_REF)
			return true;
	return false;
}

static enum err_code
find_all(struct finding *finding, const char *text, struct err *err)
{
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < record_types_n; i++) {
		struct query query;

		if (!is_searched(record_types[i]))
			continue;
		query_init(&query, record_types[i]);
		query_set_words(&query, text);
		code = query_each(finding->store, &query, print_found, finding,
			err);
		query_clear(&query);
	}
	return finding->more ? ERR_OK : code;
}

static enum err_code
find(struct app *app, const char *text, long limit, struct err *err)
{
	struct finding finding = {.left = limit};
	char *folded = text_fold(text);
	enum err_code code;

	if (folded[0] == '\0') {
		free(folded);
		return err_set(err, ERR_INVALID,
			_("Nothing to look for: give a name, its initials or a "
			  "part of a number."));
	}
	free(folded);
	code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	finding.store = app->store;
	finding.text = text_halfwidth(text);
	code = find_all(&finding, text, err);
	free(finding.text);
	if (code == ERR_OK && finding.more)
		cli_say(_("There is more than the %ld lines shown; --limit "
			  "shows more."), limit);
	if (code == ERR_OK && finding.left == limit)
		return err_set(err, ERR_ABSENT, _("Nothing fits “%s”."), text);
	return code;
}

static int
run(struct app *app, int argc, char **argv)
{
	struct err err = ERR_INIT;
	const char *limit_text = NULL;
	long limit = LIMIT_USUAL;
	enum err_code code = ERR_OK;
	char *text;
	int option;

	while ((option = args_option(argc, argv, options)) != -1) {
		if (option != 'l')
			return cli_usage(&cli_find_command);
		limit_text = optarg;
	}
	if (argc - optind != 1)
		return cli_usage(&cli_find_command);
	if (limit_text != NULL)
		code = args_number("--limit", limit_text, LIMIT_MAX, &limit,
			&err);
	if (code != ERR_OK)
		return cli_end(code, &err);
	text = cli_text(argv[optind]);
	code = find(app, text, limit, &err);
	free(text);
	return cli_end(code, &err);
}

const struct cli_command cli_find_command = {
	.name = "find",
	.usage = "TEXT [--limit N]",
	.help = N_("Looks for a name, its pinyin or a number in all records "
		   "and prints type, id, title and what matched."),
	.run = run,
};
