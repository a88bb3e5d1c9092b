/*
 * Plays a script of keys through the real screens, on a terminal that nobody
 * sees, in four layouts, and compares what it dumps with the committed texts.
 *
 *	play [--words] [--update] FOLDER/NAME.keys
 *
 * The script begins with lines that say what is there, up to an empty line:
 *
 *	open NAME [TYPE]   a screen that opens (doors[] below), above the list of
 *	                   operators and those that were opened before
 *	file PATH          a file of the sources that is put on the desktop
 *	env NAME=VALUE     an environment variable
 *
 * What follows is for key_script().  The dumps of a layout are compared with
 * FOLDER/NAME.LAYOUT.txt, or written there with --update.  --words looks for
 * words in Chinese dumps that are not Chinese, once the catalogue is whole.
 */
#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "check.h"
#include "office.h"
#include "records/nouns.h"
#include "screens/open.h"
#include "screens/ui.h"

enum {
	MOMENT = 1700000000, /* 2023-11-14 22:13:20 UTC */
	SCRIPT_MAX = 1 << 20,
};

static const struct layout {
	const char *name;
	enum language language;
	int rows;
	int cols;
} layouts[] = {
	{"zh-80x24", LANGUAGE_ZH, 24, 80},
	{"zh-40x12", LANGUAGE_ZH, 12, 40},
	{"zh-132x43", LANGUAGE_ZH, 43, 132},
	{"en-80x24", LANGUAGE_EN, 24, 80},
};

enum { LAYOUTS_N = sizeof(layouts) / sizeof(layouts[0]) };

struct options {
	bool update;
	bool words;
	char *sources;
};

struct play {
	const struct layout *layout;
	const char *script; /* behind its head */
	struct strvec head; /* lines */
	const char *sources; /* folder of the sources */
	bool check_words;    /* no Latin word in a Chinese dump */
	struct world world;
	uint64_t seed;
	struct app app;
	struct ui ui;
	struct strbuf bar;  /* of the dialog that was painted last */
	void (*paint)(void *data, const struct keymap_live *live);
	struct strbuf dumps;
	struct strbuf bad;
};

static void
go_home(struct ui *ui, const struct record_type *type)
{
	(void)type;
	open_home(ui);
}

static void
open_the_list(struct ui *ui, const struct record_type *type)
{
	open_list(ui, type, NULL);
}

static void
open_a_form(struct ui *ui, const struct record_type *type)
{
	open_form(ui, type, 0, NULL);
}

static void
export_all_of(struct ui *ui, const struct record_type *type)
{
	struct query query;

	query_init(&query, type);
	open_export(ui, &query);
	query_clear(&query);
}

static void
choose_one(struct ui *ui, const struct record_type *type)
{
	ui_say(ui, choose_record(ui, type) != 0 ? "+" : "-");
}

static void
choose_who(struct ui *ui, const struct record_type *type)
{
	(void)type;
	ui_say(ui, choose_operator(ui) ? "+" : "-");
}

static void
back_up(struct ui *ui, const struct record_type *type)
{
	(void)type;
	open_backup(ui);
}

static void
show_changes(struct ui *ui, const struct record_type *type)
{
	(void)type;
	open_changes(ui);
}

/* What a script's first line can name. */
static const struct {
	const char *name;
	void (*open)(struct ui *ui, const struct record_type *type);
} doors[] = {
	{"backup", back_up},
	{"changes", show_changes},
	{"export", export_all_of},
	{"form", open_a_form},
	{"home", go_home},
	{"import", open_import},
	{"list", open_the_list},
	{"operator", choose_who},
	{"record", choose_one},
};

static void
die(const char *what, const char *why)
{
	printf("Bail out! %s: %s\n", what, why != NULL ? why : "?");
	exit(1);
}

static int64_t
play_now(const struct world *world)
{
	(void)world;
	return MOMENT;
}

/* Bytes of a linear congruential generator (Knuth's constants). */
static void
play_random(const struct world *world, void *out, size_t len)
{
	struct play *play = world->data;
	unsigned char *bytes = out;

	for (size_t i = 0; i < len; i++) {
		play->seed = play->seed * 6364136223846793005u +
			1442695040888963407u;
		bytes[i] = (unsigned char)(play->seed >> 56);
	}
}

/* A dialog says what its bar must be; a screen's is asked of the loop. */
static void
note_paint(void *data, const struct keymap_live *live)
{
	struct ui *ui = data;
	struct play *play =
		(struct play *)((char *)ui - offsetof(struct play, ui));

	strbuf_reset(&play->bar);
	status_bar(live, ui->status.esc_waits, term_cols(ui->app->term),
		&play->bar);
	play->paint(data, live);
}

static void
check_bar(struct play *play, const char *dump)
{
	const char *end = strstr(dump, "\ncursor "), *last = end;
	struct strbuf bar = STRBUF_INIT;
	struct keymap_live live;
	size_t len;

	while (last > dump && last[-1] != '\n')
		last--;
	len = (size_t)(end - last);
	ui_live(&play->ui, &live);
	status_bar(&live, play->ui.status.esc_waits,
		term_cols(play->app.term), &bar);
	if ((bar.len != len || memcmp(bar.s, last, len) != 0) &&
		(play->bar.len != len || memcmp(play->bar.s, last, len) != 0))
		strbuf_addf(&play->bad, "the bar is not the live table: %s\n",
			bar.s);
	strbuf_clear(&bar);
}

static void
take_dump(void *data, const char *name)
{
	struct play *play = data;
	struct strbuf dump = STRBUF_INIT;
	size_t was = play->bad.len;

	term_dump(play->app.term, &dump);
	check_dump(dump.s, term_rows(play->app.term), term_cols(play->app.term),
		&play->bad);
	check_bar(play, dump.s);
	if (play->layout->language == LANGUAGE_ZH && play->check_words)
		check_words(dump.s, &play->bad);
	if (play->bad.len > was)
		strbuf_addf(&play->bad, "in %s\n", name);
	strbuf_addf(&play->dumps, "== %s\n%s", name, dump.s);
	strbuf_clear(&dump);
}

/* The head's lines and where the keys begin. */
static void
read_head(struct play *play, const char *text)
{
	while (*text != '\n' && *text != '\0') {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		strvec_add(&play->head, line);
		free(line);
		text += len + (text[len] == '\n');
	}
	play->script = text;
}

static void
put_on_desktop(struct play *play, const char *name)
{
	const struct utimbuf times = {MOMENT, MOMENT};
	char *from = file_join(play->sources, name);
	char *to = file_join("./桌面", file_name(name));
	struct strbuf bytes = STRBUF_INIT;
	struct err err = ERR_INIT;
	FILE *file;

	if (file_read(from, SCRIPT_MAX, &bytes, &err) != ERR_OK)
		die(name, err.text);
	file = fopen(to, "w");
	if (file == NULL ||
		fwrite(bytes.s, 1, bytes.len, file) != bytes.len ||
		fclose(file) != 0 || utime(to, &times) != 0)
		die(to, NULL);
	strbuf_clear(&bytes);
	free(from);
	free(to);
}

static void
prepare(struct play *play)
{
	if (mkdir("./桌面", 0700) != 0)
		die("桌面", NULL);
	for (size_t i = 0; i < play->head.n; i++) {
		char *line = play->head.items[i];

		if (strncmp(line, "file ", 5) == 0)
			put_on_desktop(play, line + 5);
		else if (strncmp(line, "env ", 4) == 0)
			putenv(line + 4);
	}
}

static void
open_named(struct play *play)
{
	char name[32], type[32] = "";

	for (size_t i = 0; i < play->head.n; i++) {
		if (sscanf(play->head.items[i], "open %31s %31s", name, type) <
			1)
			continue;
		for (size_t j = 0; j < sizeof(doors) / sizeof(doors[0]); j++)
			if (strcmp(doors[j].name, name) == 0)
				doors[j].open(&play->ui,
					record_type_find(type));
	}
}

/* The database and who types. */
static void
set_up(struct play *play)
{
	struct err err = ERR_INIT;
	struct app *app = &play->app;

	play->seed = 1;
	play->world = (struct world){
		.now = play_now,
		.random = play_random,
		.data = play,
		.host = xstrdup("office"),
		.account = xstrdup("clerk"),
		.machine = xstrdup("machine"),
		.data_home = xstrdup("./data"),
		.state_home = xstrdup("./state"),
		.config_home = xstrdup("./config/ronghe"),
		.home = xstrdup("."),
	};
	*app = (struct app){.world = &play->world,
		.db_path = xstrdup("./ronghe.db")};
	if (store_create(app->db_path, app->world, &app->store, &err) != ERR_OK)
		die(app->db_path, err.text);
	record_register(app->store);
	if (office_fill(app->store, &err) != ERR_OK ||
		drafts_open(app->store, &app->drafts, &err) != ERR_OK ||
		app_settle_operator(app, &err) != ERR_OK)
		die("office", err.text);
}

static void
play_keys(struct play *play)
{
	const struct term_settings settings = {.ascii_borders = true};
	size_t bad = 0;

	play->app.term = term_open_headless(play->layout->rows,
		play->layout->cols, &settings);
	if (!key_script(play->app.term, play->script, take_dump, play, &bad))
		die("the script is wrong at", play->script + bad);
	ui_init(&play->ui, &play->app);
	play->paint = play->ui.host.paint;
	play->ui.host.paint = note_paint;
	ui_refresh_frame(&play->ui);
	open_list(&play->ui, &operator_type, NULL);
	open_named(play);
	ui_run(&play->ui);
	ui_clear(&play->ui);
	term_close(play->app.term);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

/* Compares, or writes; false where they differ. */
static bool
compare(struct play *play, const char *path, bool update)
{
	struct strbuf expected = STRBUF_INIT;
	bool same;

	if (update) {
		FILE *file = fopen(path, "w");

		if (file == NULL || fputs(play->dumps.s, file) == EOF ||
			fclose(file) != 0)
			die(path, NULL);
		return true;
	}
	(void)file_read(path, SCRIPT_MAX, &expected, NULL);
	same = expected.len == play->dumps.len &&
		memcmp(expected.s, play->dumps.s, expected.len) == 0;
	if (!same) {
		fprintf(stderr, "%s should be, if it is right:\n%s", path,
			play->dumps.s);
	}
	strbuf_clear(&expected);
	return same;
}

static bool
play_layout(const struct layout *layout, const char *path, const char *text,
	const struct options *options)
{
	struct play *play = xcalloc(1, sizeof(*play));
	char folder[] = "/tmp/ronghe-play-XXXXXX";
	char *expected = xasprintf("%.*s.%s.txt",
		(int)(strlen(path) - strlen(".keys")), path, layout->name);
	bool good;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		die(folder, NULL);
	i18n_set_language(layout->language);
	*play = (struct play){.layout = layout, .head = VEC_INIT,
		.sources = options->sources, .check_words = options->words,
		.bar = STRBUF_INIT, .dumps = STRBUF_INIT, .bad = STRBUF_INIT};
	read_head(play, text);
	set_up(play);
	prepare(play);
	play_keys(play);
	app_clear(&play->app);
	world_clear(&play->world);
	good = compare(play, expected, options->update) && play->bad.len == 0;
	fputs(play->bad.s, stderr);
	strvec_clear(&play->head);
	strbuf_clear(&play->bar);
	strbuf_clear(&play->dumps);
	strbuf_clear(&play->bad);
	free(play);
	free(expected);
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return good;
}

int
main(int argc, char *argv[])
{
	struct options options = {0};
	const char *top = getenv("top_srcdir");
	char *path = realpath(argv[argc - 1], NULL);
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;
	bool all = true;

	for (int i = 1; i < argc - 1; i++) {
		options.update |= strcmp(argv[i], "--update") == 0;
		options.words |= strcmp(argv[i], "--words") == 0;
	}
	options.sources = realpath(top != NULL ? top : ".", NULL);
	if (path == NULL || options.sources == NULL)
		die(argv[argc - 1], "no such file");
	if (file_read(path, SCRIPT_MAX, &text, &err) != ERR_OK)
		die(path, err.text);
	setenv("TZ", "UTC", 1);
	unsetenv("SSH_CONNECTION");
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		die("C.UTF-8", "no such locale");
	printf("1..%d\n", LAYOUTS_N);
	for (int i = 0; i < LAYOUTS_N; i++) {
		bool good = play_layout(&layouts[i], path, text.s, &options);

		printf("%sok %d - %s\n", good ? "" : "not ", i + 1,
			layouts[i].name);
		all = all && good;
	}
	strbuf_clear(&text);
	free(path);
	free(options.sources);
	return all ? 0 : 1;
}
