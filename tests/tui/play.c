/*
 * Plays a script of keys through the real screens, on a terminal that nobody
 * sees, in four layouts, and compares what it dumps with the committed texts.
 *
 *	play [--words] [--update] FOLDER/NAME.keys
 *	play_invented … FOLDER/NAME.invented
 *
 * The second knows the types of tests/unit/records/invented.h besides.
 * The script begins with lines that say what is there, up to an empty line:
 *
 *	open NAME [TYPE]   a screen that opens (doors[] below), above the list of
 *	                   operators and those that were opened before
 *	start OFFICE [OPERATOR]
 *	                   or the whole program from its start, in an office of
 *	                   starts[] below; without OPERATOR it asks who types
 *	file PATH          a file of the sources that is put on the desktop
 *	env NAME=VALUE     an environment variable
 *	printer PATH       a program that stands for lp(1); without it there is
 *	                   no printer
 *	latin WORDS        Latin words that its Chinese dumps may show: what was
 *	                   typed, initials of names; * any
 *
 * What follows is for key_script(); <dump !NAME> is no dump but a deed of
 * deeds[] below.  The dumps of a layout are compared with
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
#include "exchange/sample.h"
#include "screens/open.h"
#include "screens/screens.h"
#include "screens/ui.h"
#include "store/backup.h"
#include "store/full_disk.h"
#include "store/holder.h"

/* Folders of the play that lie on such media. */
#define STICK "./stick/"
#define FAR "./far/"

enum {
	MOMENT = 1700000000, /* 2023-11-14 22:13:20 UTC */
	SAMPLE_MADE = 1795165200, /* 2026-11-20 09:00 UTC */
	SAMPLE_MOMENT = 1795424400, /* 2026-11-23 09:00 UTC */
	SCRIPT_MAX = 1 << 20,
	DATABASE_MIN = 100 << 10, /* bytes; other files are smaller */
	DATABASE_MAX = 16 << 20,
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
	int64_t now;
	uint64_t seed;
	struct app app;
	long n_sent; /* to the terminal, at <dump !quiet> */
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
	ui_say(ui, choose_record(ui, type, "") != 0 ? "+" : "-");
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

/* What the bar was drawn from last: play is linked with --wrap=status_draw,
 * which leaves no other way for it to be known. */
static struct {
	struct keymap_live live;
	bool esc_waits;
} drawn;

void
__real_status_draw(const struct status *status, struct term *term,
	const struct keymap_live *live);
void
__wrap_status_draw(const struct status *status, struct term *term,
	const struct keymap_live *live);

void
__wrap_status_draw(const struct status *status, struct term *term,
	const struct keymap_live *live)
{
	drawn.live = *live;
	drawn.esc_waits = status->esc_waits;
	__real_status_draw(status, term, live);
}

static int64_t
play_now(const struct world *world)
{
	const struct play *play = world->data;

	return play->now + world->shift;
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

static void
check_bar(struct play *play, const char *dump)
{
	const char *end = strstr(dump, "\ncursor "), *last = end;
	struct strbuf bar = STRBUF_INIT;
	size_t len;

	while (last > dump && last[-1] != '\n')
		last--;
	len = (size_t)(end - last);
	status_bar(&drawn.live, drawn.esc_waits, term_cols(play->app.term),
		&bar);
	if (bar.len != len || memcmp(bar.s, last, len) != 0)
		strbuf_addf(&play->bad, "the bar is not the live table: %s\n",
			bar.s);
	strbuf_clear(&bar);
}

/* How often a draft was brought to the disk since that was asked last; counted
 * by --wrap=drafts_flush. */
static int n_flushes;

enum err_code
__real_drafts_flush(struct drafts *drafts, struct err *err);
enum err_code
__wrap_drafts_flush(struct drafts *drafts, struct err *err);

enum err_code
__wrap_drafts_flush(struct drafts *drafts, struct err *err)
{
	n_flushes++;
	return __real_drafts_flush(drafts, err);
}

static void
expect_flushes(struct play *play, const char *words)
{
	if (n_flushes != atoi(words))
		strbuf_addf(&play->bad, "%d flushes instead of %s\n",
			n_flushes, words);
	n_flushes = 0;
}

static void
other_saves(struct play *play, const char *words)
{
	char type[32], title[64], field[32], value[64];
	struct err err = ERR_INIT;

	if (sscanf(words, "%31s %63s %31s %63s", type, title, field, value) !=
			4 ||
		office_save_elsewhere(&play->app, record_type_find(type),
			title, field, value, &err) != ERR_OK)
		die(words, err.text);
}

static void
other_removes(struct play *play, const char *words)
{
	char type[32], title[64];
	struct err err = ERR_INIT;

	if (sscanf(words, "%31s %63s", type, title) != 2 ||
		office_remove_elsewhere(&play->app, record_type_find(type),
			title, &err) != ERR_OK)
		die(words, err.text);
}

/* Somebody at another desk who holds the lock for writing. */
static struct {
	struct file_lock *lock; /* NULL: nobody */
	struct play *play;
	char name[64]; /* of the dump that is taken while the program waits */
	int n_asks;    /* by the program, whether the waiting is called off */
} importer;

static void
take_dump(void *data, const char *name);

static void
other_imports(struct play *play, const char *words)
{
	char *path = xasprintf("%s-lock", play->app.db_path);
	struct err err = ERR_INIT;
	struct holder holder;

	importer.play = play;
	importer.n_asks = 0;
	snprintf(importer.name, sizeof(importer.name), "%s",
		words + strspn(words, " "));
	if (file_lock_open(path, NULL, &importer.lock, &err) != ERR_OK ||
		file_lock_take(importer.lock, true, &err) != ERR_OK)
		die(path, err.text);
	holder_init(&holder, &play->world, "王芳", "import");
	holder.left = 8;
	holder_sign(&holder, importer.lock);
	holder_clear(&holder);
	free(path);
}

/* play is linked with --wrap=key_cancelled, which long work and waiting ask:
 * the import is over when the program has said that it waits, or was called
 * off. */
bool
__real_key_cancelled(struct term *term);
bool
__wrap_key_cancelled(struct term *term);

bool
__wrap_key_cancelled(struct term *term)
{
	enum { ASKS_TO_BE_SEEN = 4 };
	bool cancelled = __real_key_cancelled(term);

	if (importer.lock == NULL ||
		(++importer.n_asks < ASKS_TO_BE_SEEN && !cancelled))
		return cancelled;
	if (!cancelled)
		take_dump(importer.play, importer.name);
	file_lock_close(importer.lock);
	importer.lock = NULL;
	return cancelled;
}

static void
fill_disk(struct play *play, const char *words)
{
	(void)play;
	(void)words;
	full_disk_set(true);
}

static void
free_disk(struct play *play, const char *words)
{
	(void)play;
	(void)words;
	full_disk_set(false);
}

static void
note_sent(struct play *play, const char *words)
{
	(void)words;
	play->n_sent = term_n_sent(play->app.term);
}

static void
expect_nothing_sent(struct play *play, const char *words)
{
	long n = term_n_sent(play->app.term) - play->n_sent;

	(void)words;
	if (n != 0)
		strbuf_addf(&play->bad, "%ld bytes were sent\n", n);
}

/* What the program lets another process do (screens/daily_copy.h). */
static void
copy_of_the_day(struct play *play, const char *words)
{
	struct err err = ERR_INIT;

	(void)words;
	if (backup_daily(play->app.store, NULL, NULL, &err) != ERR_OK)
		die("copy", err.text);
}

static const struct {
	const char *name;
	void (*run)(struct play *play, const char *words);
} deeds[] = {
	{"!daily-copy", copy_of_the_day}, /* is made */
	{"!other-saves", other_saves},   /* TYPE TITLE FIELD VALUE, at another
	                                    desk */
	{"!other-removes", other_removes}, /* TYPE TITLE, there */
	{"!other-imports", other_imports}, /* NAME: until the program that waits
	                                      for it has been dumped as NAME */
	{"!disk-full", fill_disk},       /* no file of SQLite can grow … */
	{"!disk-free", free_disk},       /* … up to here */
	{"!flushes", expect_flushes},    /* N, of drafts, since this was asked
	                                    last */
	{"!quiet", note_sent},           /* from here on … */
	{"!still", expect_nothing_sent}, /* … to here nothing is sent */
};

static bool
do_deed(struct play *play, const char *name)
{
	size_t len = strcspn(name, " ");

	for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++)
		if (strncmp(deeds[i].name, name, len) == 0 &&
			deeds[i].name[len] == '\0') {
			deeds[i].run(play, name + len);
			return true;
		}
	return false;
}

static const char *
latin_words(const struct play *play)
{
	for (size_t i = 0; i < play->head.n; i++)
		if (strncmp(play->head.items[i], "latin ", 6) == 0)
			return play->head.items[i] + 6;
	return "";
}

static void
take_dump(void *data, const char *name)
{
	struct play *play = data;
	struct strbuf dump = STRBUF_INIT;
	size_t was = play->bad.len;

	if (do_deed(play, name))
		return;
	term_dump(play->app.term, &dump);
	if (!term_too_small(play->app.term)) {
		check_dump(dump.s, term_rows(play->app.term),
			term_cols(play->app.term), &play->bad);
		check_focus(play->app.term, dump.s, drawn.live.context,
			&play->bad);
		check_bar(play, dump.s);
	}
	if (play->layout->language == LANGUAGE_ZH && play->check_words &&
		strcmp(latin_words(play), "*") != 0)
		check_words(dump.s, latin_words(play), &play->bad);
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
		else if (strncmp(line, "printer ", 8) == 0)
			play->world.printer = xstrdup(line + 8);
	}
}

static void
open_named(const struct play *play, struct ui *ui)
{
	char name[32], type[32] = "";

	for (size_t i = 0; i < play->head.n; i++) {
		if (sscanf(play->head.items[i], "open %31s %31s", name, type) <
			1)
			continue;
		for (size_t j = 0; j < sizeof(doors) / sizeof(doors[0]); j++)
			if (strcmp(doors[j].name, name) == 0)
				doors[j].open(ui, record_type_find(type));
	}
}

static void
make_world(struct play *play)
{
	play->seed = 1;
	play->now = MOMENT;
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
	play->app = (struct app){.world = &play->world,
		.db_path = xstrdup("./ronghe.db")};
}

static void
make_database(struct play *play)
{
	struct app *app = &play->app;
	struct err err = ERR_INIT;

	if (store_create(app->db_path, app->world, &app->store, &err) != ERR_OK)
		die(app->db_path, err.text);
	record_register(app->store);
}

static void
open_terminal(struct play *play)
{
	const struct term_settings settings = {.colour = true};
	size_t bad = 0;

	play->app.term = term_open_headless(play->layout->rows,
		play->layout->cols, &settings);
	if (!key_script(play->app.term, play->script, take_dump, play, &bad))
		die("the script is wrong at", play->script + bad);
}

/* The screens that the head names, in a small office. */
static void
play_doors(struct play *play)
{
	struct err err = ERR_INIT;
	struct app *app = &play->app;
	struct ui ui;

	make_database(play);
	if (office_fill(app->store, &err) != ERR_OK ||
		drafts_open(app->store, &app->drafts, &err) != ERR_OK ||
		app_settle_operator(app, &err) != ERR_OK)
		die("office", err.text);
	open_terminal(play);
	ui_init(&ui, app);
	ui_refresh_frame(&ui);
	open_list(&ui, &operator_type, NULL);
	open_named(play, &ui);
	ui_run(&ui);
	ui_clear(&ui);
}

/* play is linked with --wrap=file_medium_of as well. */
enum file_medium
__real_file_medium_of(const char *path);
enum file_medium
__wrap_file_medium_of(const char *path);

enum file_medium
__wrap_file_medium_of(const char *path)
{
	if (strncmp(path, STICK, strlen(STICK)) == 0)
		return FILE_REMOVABLE;
	if (strncmp(path, FAR, strlen(FAR)) == 0)
		return FILE_NETWORK;
	return __real_file_medium_of(path);
}

/* And with --wrap=folder_show_size: how large a database is depends on the
 * schema and on SQLite, and is no matter of the screens. */
char *
__real_folder_show_size(int64_t n_bytes);
char *
__wrap_folder_show_size(int64_t n_bytes);

char *
__wrap_folder_show_size(int64_t n_bytes)
{
	return __real_folder_show_size(n_bytes < DATABASE_MIN ? n_bytes
						: DATABASE_MIN);
}

static void
damage(const char *path)
{
	if (truncate(path, 10000) != 0)
		die(path, NULL);
}

static void
lose(const char *path)
{
	if (unlink(path) != 0)
		die(path, NULL);
}

static void
copy_file(const char *from, const char *to)
{
	struct strbuf bytes = STRBUF_INIT;
	struct err err = ERR_INIT;
	FILE *file = fopen(to, "w");

	if (file_read(from, DATABASE_MAX, &bytes, &err) != ERR_OK ||
		file == NULL ||
		fwrite(bytes.s, 1, bytes.len, file) != bytes.len ||
		fclose(file) != 0)
		die(to, err.text);
	strbuf_clear(&bytes);
}

/* As where the stick was pulled out: the newest entries stand in the -wal. */
static void
pull_out(struct play *play)
{
	struct app *app = &play->app;
	char *path = app->db_path;
	char *wal = xasprintf("%s-wal", path);
	char here[] = "./pulled.db";
	struct err err = ERR_INIT;

	if (rename(path, here) != 0)
		die(path, NULL);
	app->db_path = here;
	if (app_open_store(app, 0, NULL, &err) != ERR_OK ||
		store_set_setting(app->store, "pulled", "out", &err) != ERR_OK)
		die(app->db_path, err.text);
	copy_file(here, path);
	copy_file("./pulled.db-wal", wal);
	app_close_store(app);
	app->db_path = path;
	free(wal);
}

/* Offices to start the program in. */
static const struct start {
	const char *name;
	bool is_first; /* there is no database */
	unsigned flags;
	int64_t moment; /* what the clock says at the start */
	void (*spoil)(const char *path); /* after a copy of it was made */
	const char *moved; /* the path that it is opened at, or NULL */
	bool is_pulled_out;
} starts[] = {
	{"none", true, 0, SAMPLE_MOMENT, NULL, NULL, false},
	{"sample", false, 0, SAMPLE_MOMENT, NULL, NULL, false},
	{"read-only", false, STORE_READ_ONLY, SAMPLE_MOMENT, NULL, NULL, false},
	/* the sample office on a computer whose clock is two days behind */
	{"wrong-clock", false, 0, SAMPLE_MADE - 2 * 86400, NULL, NULL, false},
	{"damaged", false, 0, SAMPLE_MOMENT, damage, NULL, false},
	{"lost", false, 0, SAMPLE_MOMENT, lose, NULL, false},
	{"stick", false, 0, SAMPLE_MOMENT, NULL, STICK "ronghe.db", false},
	{"far", false, 0, SAMPLE_MOMENT, NULL, FAR "ronghe.db", false},
	{"pulled-out", false, 0, SAMPLE_MOMENT, NULL, STICK "ronghe.db", true},
};

static void
move_to(struct app *app, const char *path)
{
	char *folder = file_folder(path);

	if (mkdir(folder, 0700) != 0 || rename(app->db_path, path) != 0)
		die(path, NULL);
	free(app->db_path);
	app->db_path = xstrdup(path);
	free(folder);
}

/* The sample office and, where it is to be spoilt, a copy of it. */
static void
make_start(struct play *play, const struct start *start)
{
	const struct change_info info = {.operator_name = "",
		.action = "sample", .reason = ""};
	struct app *app = &play->app;
	struct err err = ERR_INIT;

	play->now = SAMPLE_MADE;
	make_database(play);
	if (sample_fill(app->store, &info, NULL, &err) != ERR_OK ||
		(start->spoil != NULL &&
			backup_daily(app->store, NULL, NULL, &err) != ERR_OK))
		die("sample", err.text);
	app_close_store(app);
	if (start->moved != NULL)
		move_to(app, start->moved);
	if (start->spoil != NULL)
		start->spoil(app->db_path);
	if (start->is_pulled_out)
		pull_out(play);
}

static void
play_program(struct play *play, const struct start *start, const char *who)
{
	struct err err = ERR_INIT;
	struct app *app = &play->app;

	if (!start->is_first)
		make_start(play, start);
	play->now = start->moment;
	app->started_at = start->moment;
	app->operator_wanted = who[0] != '\0' ? xstrdup(who) : NULL;
	if (start->flags != 0 &&
		app_open_store(app, start->flags, NULL, &err) != ERR_OK)
		die(app->db_path, err.text);
	open_terminal(play);
	(void)screens_play(app, !file_exists(app->db_path), &err);
	err_clear(&err);
}

static void
play_keys(struct play *play)
{
	char name[32] = "", who[64] = "";

	for (size_t i = 0; i < play->head.n; i++)
		(void)sscanf(play->head.items[i], "start %31s %63s", name, who);
	if (name[0] == '\0')
		play_doors(play);
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (strcmp(starts[i].name, name) == 0)
			play_program(play, &starts[i], who);
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
		(int)(strrchr(path, '.') - path), path, layout->name);
	bool good;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		die(folder, NULL);
	i18n_set_language(layout->language);
	*play = (struct play){.layout = layout, .head = VEC_INIT,
		.sources = options->sources, .check_words = options->words,
		.dumps = STRBUF_INIT, .bad = STRBUF_INIT};
	read_head(play, text);
	make_world(play);
	prepare(play);
	play_keys(play);
	app_clear(&play->app);
	world_clear(&play->world);
	good = compare(play, expected, options->update) && play->bad.len == 0;
	fputs(play->bad.s, stderr);
	strvec_clear(&play->head);
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
	full_disk_install();
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
