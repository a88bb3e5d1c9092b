/* ronghe find: the search box. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "records/load.h"
#include "records/search.h"
#include "store/site.h"

enum { LIMIT_USUAL = 100, LIMIT_MAX = 1000000000, PAGE = 200 };

static const struct option options[] = {
	{"limit", required_argument, NULL, 'l'},
	{NULL, 0, NULL, 0},
};

/* Type, id, title, why it was found, and the value that fits, masked. */
static void
print_hit(struct store *store, const struct search_hit *hit)
{
	const struct record *record = &hit->record;
	struct strbuf title = STRBUF_INIT, why = STRBUF_INIT;
	struct strbuf value = STRBUF_INIT;
	char id[SITE_ID_TEXT_SIZE];

	site_id_to_text(record->id, id);
	record_title(store, record, &title);
	search_why_words(hit->why, hit->field, &why);
	record_show(store, record, hit->field, true, &value);
	cli_print("%s\t%s\t%s\t%s\t%s\n", term_word(&record->type->term), id,
		title.s, why.s, value.s);
	strbuf_clear(&title);
	strbuf_clear(&why);
	strbuf_clear(&value);
}

/* Prints limit hits; *more says whether there are others, *any whether there
 * is one. */
static enum err_code
print_hits(struct app *app, const struct search *search, long limit,
	bool *any, bool *more, struct err *err)
{
	char *place = NULL;
	enum err_code code;
	size_t asked, n;

	*any = *more = false;
	do {
		struct search_page page = {0};

		asked = limit + 1 < PAGE ? (size_t)limit + 1 : PAGE;
		code = search_load(search, SEARCH_AFTER, place, asked, &page,
			err);
		n = page.n;
		*any = *any || n > 0;
		*more = n > (size_t)limit;
		if (*more)
			n = (size_t)limit;
		for (size_t i = 0; i < n; i++, limit--)
			print_hit(app->store, &page.items[i]);
		free(place);
		place = n > 0 ? xstrdup(page.items[n - 1].place) : NULL;
		search_page_clear(&page);
	} while (code == ERR_OK && n == asked && !*more);
	free(place);
	return code;
}

static enum err_code
find(struct app *app, const char *text, long limit, struct err *err)
{
	struct search search;
	bool any = false, more = false;
	enum err_code code;
	char *folded = text_fold(text);
	bool empty = folded[0] == '\0';

	free(folded);
	if (empty)
		return err_set(err, ERR_INVALID,
			_("Nothing to look for: give a name, its initials or a "
			  "part of a number."));
	code = args_open(app, err);
	if (code != ERR_OK)
		return code;
	code = search_init(&search, app->store, text, NULL, err);
	if (code == ERR_OK)
		code = print_hits(app, &search, limit, &any, &more, err);
	search_clear(&search);
	if (code == ERR_OK && more)
		cli_say(_("There is more than the %ld lines shown; --limit "
			  "shows more."), limit);
	if (code == ERR_OK && !any)
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
		   "and prints the best first: type, id, title, why it was "
		   "found, and the value that fits."),
	.run = run,
};
