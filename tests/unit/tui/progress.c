#include "tui/screen.h"

#include "tui/progress.h"

static int64_t clock_ms;

static void
next(void *data, struct key_event *event)
{
	key_next(data, 0, event);
}

static void
paint(void *data, const struct keymap_live *live)
{
	assert_true(keymap_live_has(live, ACTION_BACK));
	term_erase(data);
}

static int64_t
now(void *data)
{
	(void)data;
	return clock_ms;
}

static struct dialog_host
start(const char *script)
{
	struct term *term = screen_open(12, 40);
	size_t bad = 0;

	clock_ms = 0;
	assert_true(key_script(term, script, NULL, NULL, &bad));
	return (struct dialog_host){
		.term = term,
		.next = next,
		.paint = paint,
		.now = now,
		.data = term,
	};
}

static void
draws_a_bar_after_a_while(void **state)
{
	struct dialog_host host = start("");
	struct progress progress;
	struct job *job = &progress.job;

	(void)state;
	progress_init(&progress, &host, "导入");
	clock_ms = 499;
	job_progress(job, "reading", 10, 100);
	screen_expect(host.term, "cursor 0,0\n");
	clock_ms = 500;
	job_progress(job, "writing", 50, 100);
	screen_expect(host.term,
		"\n\n\n"
		"+- 导入 -------------------------------+\n"
		"| writing                              |\n"
		"|                                      |\n"
		"| [##############               ]  50% |\n"
		"+--------------------------------------+\n"
		"cursor 4,2\n");
	/* Not more than ten times a second. */
	clock_ms = 599;
	job_progress(job, "writing", 90, 100);
	clock_ms = 600;
	job_progress(job, "writing", 200, 100);
	screen_expect(host.term,
		"\n\n\n"
		"+- 导入 -------------------------------+\n"
		"| writing                              |\n"
		"|                                      |\n"
		"| [#############################] 100% |\n"
		"+--------------------------------------+\n"
		"cursor 4,2\n");
	clock_ms = 700;
	job_progress(job, "counting", 12345, 0);
	screen_expect(host.term,
		"\n\n\n"
		"+- 导入 -------------------------------+\n"
		"| counting                             |\n"
		"|                                      |\n"
		"| 12345                                |\n"
		"+--------------------------------------+\n"
		"cursor 4,2\n");
	progress_clear(&progress);
	term_close(host.term);
}

static void
can_be_cancelled(void **state)
{
	struct dialog_host host = start("<cancel>");
	struct progress progress;

	(void)state;
	progress_init(&progress, &host, "导入");
	assert_true(job_cancelled(&progress.job));
	assert_true(job_cancelled(&progress.job));
	assert_true(progress.cancelled);
	progress_clear(&progress);
	term_close(host.term);
}

static void
keeps_what_was_warned_of(void **state)
{
	struct dialog_host host = start("");
	struct progress progress;

	(void)state;
	progress_init(&progress, &host, "导入");
	assert_false(job_cancelled(&progress.job));
	job_warn(&progress.job, "Row 3 has no name.");
	job_warn(&progress.job, "Row 9 stands there twice.");
	assert_int_equal(progress.warnings.n, 2);
	assert_string_equal(progress.warnings.items[1],
		"Row 9 stands there twice.");
	progress_clear(&progress);
	term_close(host.term);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_a_bar_after_a_while),
		cmocka_unit_test(can_be_cancelled),
		cmocka_unit_test(keeps_what_was_warned_of),
	};

	return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
