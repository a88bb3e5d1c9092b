/* The copy of the day, made by another process: here by scripts. */
#include "records/desk.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "screens/daily_copy.h"
#include "store/backup.h"

/* An app whose program is this script, run in the folder of the database. */
static void
begin(struct desk *desk, struct app *app, struct daily_copy *copy,
	const char *script)
{
	char *path = file_join(desk->bench->folder, "program");
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd '%s'\n%s\n", desk->bench->folder,
		script);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0700), 0);
	*app = (struct app){.world = &desk->bench->world, .program = path,
		.db_path = desk->bench->path, .store = desk->store};
	*copy = (struct daily_copy){0};
	daily_copy_begin(copy, app);
}

/* Waits for the process, and leaves it to be looked at. */
static void
let_end(const struct daily_copy *copy)
{
	siginfo_t info;

	assert_int_not_equal(copy->pid, 0);
	assert_int_equal(waitid(P_PID, (id_t)copy->pid, &info,
				 WEXITED | WNOWAIT),
		0);
}

static void
ends(struct daily_copy *copy, struct app *app, enum daily_copy_state state,
	const char *reason)
{
	struct strbuf why = STRBUF_INIT;

	let_end(copy);
	assert_int_equal(daily_copy_look(copy, app, &why), state);
	assert_string_equal(why.s, reason);
	assert_int_equal(daily_copy_look(copy, app, &why), DAILY_COPY_NONE);
	free((char *)app->program);
	strbuf_clear(&why);
}

#define MAKE_IT "cd $(dirname \"$2\"); mkdir -p backups; " \
		": >backups/$(basename \"$2\").$7"

static void
says_once_that_it_is_made(void **state)
{
	struct desk *desk = *state;
	struct daily_copy copy;
	struct app app;

	begin(desk, &app, &copy, MAKE_IT);
	ends(&copy, &app, DAILY_COPY_MADE, "");
	/* it is there now: nothing is started */
	begin(desk, &app, &copy, ": >started");
	assert_int_equal(copy.pid, 0);
	free((char *)app.program);
}

static void
is_asked_for_as_on_the_command_line(void **state)
{
	struct desk *desk = *state;
	char *path = file_join(desk->bench->folder, "said"), *wanted;
	struct strbuf said = STRBUF_INIT;
	struct daily_copy copy;
	char today[DATE_SIZE];
	struct app app;

	/* $$ leads a session of its own, and has no terminal */
	begin(desk, &app, &copy, "test $(cut -d' ' -f6 /proc/$$/stat) = $$ && "
		"test ! -t 0 && test ! -t 1 && test ! -t 2 && "
		"echo \"$@\" >said");
	ends(&copy, &app, DAILY_COPY_NONE, "");
	world_today(&desk->bench->world, today);
	wanted = xasprintf("-d %s --lang en backup --today %s\n",
		desk->bench->path, today);
	assert_int_equal(file_read(path, 4096, &said, NULL), ERR_OK);
	assert_string_equal(said.s, wanted);
	strbuf_clear(&said);
	free(wanted);
	free(path);
}

static void
says_why_it_failed(void **state)
{
	struct desk *desk = *state;
	struct daily_copy copy;
	struct app app;

	begin(desk, &app, &copy, "echo 'The disk is full.' >&2; exit 1");
	ends(&copy, &app, DAILY_COPY_FAILED, "The disk is full.");
}

/* It goes on while one looks, and when nobody looks any more. */
static void
goes_on_by_itself(void **state)
{
	struct desk *desk = *state;
	char *path = file_join(desk->bench->folder, "go");
	struct strbuf why = STRBUF_INIT;
	struct daily_copy copy, left;
	struct app app;
	siginfo_t info;
	FILE *go;

	assert_int_equal(mkfifo(path, 0600), 0);
	begin(desk, &app, &copy, "read word <go; " MAKE_IT);
	assert_int_equal(daily_copy_look(&copy, &app, &why),
		DAILY_COPY_GOES_ON);
	left = copy;
	daily_copy_clear(&copy);
	assert_int_equal(copy.pid, 0);
	assert_true(backup_daily_is_due(desk->store));
	go = fopen(path, "w");
	assert_non_null(go);
	fputs("go\n", go);
	fclose(go);
	assert_int_equal(waitid(P_PID, (id_t)left.pid, &info, WEXITED), 0);
	assert_int_equal(info.si_status, 0);
	assert_false(backup_daily_is_due(desk->store));
	free((char *)app.program);
	free(path);
}

static void
needs_a_program(void **state)
{
	struct desk *desk = *state;
	struct daily_copy copy = {0};
	struct app app = {.world = &desk->bench->world,
		.db_path = desk->bench->path, .store = desk->store};

	daily_copy_begin(&copy, &app);
	assert_int_equal(copy.pid, 0);
	app.program = "/nonexistent/ronghe";
	daily_copy_begin(&copy, &app);
	assert_int_equal(copy.pid, 0);
	daily_copy_clear(&copy);
}

int
main(void)
{
#define COPY_TEST(f) cmocka_unit_test_setup_teardown(f, desk_begin, desk_end)
	const struct CMUnitTest tests[] = {
		COPY_TEST(says_once_that_it_is_made),
		COPY_TEST(is_asked_for_as_on_the_command_line),
		COPY_TEST(says_why_it_failed),
		COPY_TEST(goes_on_by_itself),
		COPY_TEST(needs_a_program),
	};

	return cmocka_run_group_tests_name("daily_copy", tests, NULL, NULL);
}
