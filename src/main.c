/* ronghe (融合): settles locale, options and world, and starts the command
 * line or the screens. */
#include <getopt.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/cli.h"
#include "screens/screens.h"
#include "tui/term.h"

enum { OPTION_LANG = 256, OPTION_OPERATOR };

static const struct option options[] = {
	{"database", required_argument, NULL, 'd'},
	{"lang", required_argument, NULL, OPTION_LANG},
	{"operator", required_argument, NULL, OPTION_OPERATOR},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, 'V'},
	{NULL, 0, NULL, 0},
};

/* LC_CTYPE from the environment, else one in which hanzi can be shown. */
static bool
settle_characters(void)
{
	static const char *const names[] = {"", "C.UTF-8", "zh_CN.UTF-8",
		"en_US.UTF-8"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *codeset;

		if (setlocale(LC_CTYPE, names[i]) == NULL)
			continue;
		codeset = nl_langinfo(CODESET);
		if (strcmp(codeset, "UTF-8") == 0 ||
			strcmp(codeset, "GB18030") == 0 ||
			strcmp(codeset, "GBK") == 0)
			return true;
	}
	return false;
}

static void
print_command(void *data, const struct cli_command *command)
{
	(void)data;
	cli_print("  %s %s\n      %s\n", command->name, command->usage,
		_(command->help));
}

static void
print_help(void)
{
	cli_print(_("ronghe keeps the records of union branches: rosters, "
		    "units, unions.\n\n"));
	cli_print(_("Usage: ronghe [-d FILE] [--lang zh_CN|en] [--operator "
		    "NAME] [COMMAND …]\n\n"));
	cli_print(_("Without a command it opens its screens on the database; "
		    "the commands are:\n\n"));
	cli_each(print_command, NULL);
	cli_print(_("\nThe database is the file of -d, else of $RONGHE_DB, "
		    "else ronghe.db in the data folder.\n"));
}

static char *
default_database(const struct world *world)
{
	const char *named = getenv("RONGHE_DB");

	if (named != NULL && named[0] != '\0')
		return xstrdup(named);
	return app_usual_path(world);
}

/* Reads the options before the command; an exit status, or -1 to go on. */
static int
read_options(int argc, char **argv, struct app *app)
{
	enum language language;
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, "+d:hV", options, NULL)) !=
		-1) {
		switch (option) {
		case 'd':
			free(app->db_path);
			app->db_path = xstrdup(optarg);
			break;
		case OPTION_LANG:
			language = i18n_language_by_name(optarg);
			if (language == LANGUAGE_N) {
				cli_say(_("--lang takes zh_CN or en."));
				return EXIT_USAGE;
			}
			i18n_set_language(language);
			app->language_given = true;
			break;
		case OPTION_OPERATOR:
			free(app->operator_wanted);
			app->operator_wanted = cli_text(optarg);
			break;
		case 'h':
			print_help();
			return EXIT_DONE;
		case 'V':
			cli_print("%s\n", PACKAGE_STRING);
			return EXIT_DONE;
		default:
			cli_say(_("There is no such option, or its value is "
				  "missing; ronghe --help explains them."));
			return EXIT_USAGE;
		}
	}
	return -1;
}

static int
run_screens(struct app *app)
{
	struct err err = ERR_INIT;
	int status = EXIT_DONE;

	if (screens_run(app, &err) != ERR_OK)
		status = cli_refuse(&err);
	err_clear(&err);
	return status;
}

int
main(int argc, char **argv)
{
	struct world world;
	struct app app = {.world = &world, .program = "/proc/self/exe"};
	int status;

	xalloc_set_last_words(term_last_words);
	i18n_set_language(i18n_language_of(getenv));
	if (!settle_characters()) {
		cli_say(_("No locale with UTF-8 or GB18030 is installed here; "
			  "set LANG=C.UTF-8."));
		return EXIT_REFUSED;
	}
	world_init(&world);
	app.started_at = world.now(&world);
	status = read_options(argc, argv, &app);
	if (app.db_path == NULL)
		app.db_path = default_database(&world);
	if (status < 0 && optind < argc)
		status = cli_run(&app, argc - optind, argv + optind);
	else if (status < 0)
		status = run_screens(&app);
	app_clear(&app);
	world_clear(&world);
	return status;
}
