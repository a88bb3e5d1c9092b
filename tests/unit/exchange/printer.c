#include "office.h"

#include "exchange/printer.h"

/* A printer that keeps what it was given, and answers. */
static const char taking[] =
	"#!/bin/sh\n"
	"cd \"$HOME\" && printf '%s\\n' \"$@\" >arguments && cat >pages &&\n"
	"env | sed 's/=.*//' | grep -v -e '^PWD$' -e '^SHLVL$' -e '^_$' -e OLDPWD |\n"
	"	LC_ALL=C sort >environment\n"
	"echo 'request id is \033[31moffice-7'\n";

static const char refusing[] =
	"#!/bin/sh\necho 'lp: no default destination' >&2\nexit 1\n";

static const char sleeping[] = "#!/bin/sh\nexec sleep 1000\n";

static void
make_printer(struct office *office, const char *script)
{
	char *path = file_join(office->folder, "lp");

	office_write(path, script, strlen(script));
	assert_int_equal(chmod(path, 0700), 0);
	free(office->world.printer);
	office->world.printer = path;
}

static void
make_paper(struct paper *paper, bool landscape)
{
	paper_init(paper, landscape);
	paper_add(paper, PAPER_TEXT, "$(touch stolen)");
	paper_add(paper, PAPER_PAGE_BREAK, "");
	paper_add(paper, PAPER_TEXT, "二");
}

static void
assert_left(struct office *office, const char *name, const char *expected)
{
	char *path = file_join(office->folder, name);

	office_assert_file(path, expected);
	free(path);
}

static void
a_printer_gets_the_pages(void **state)
{
	struct office *office = *state;
	struct strbuf answer = STRBUF_INIT, expected = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct paper paper;

	make_printer(office, taking);
	make_paper(&paper, false);
	if (printer_print(&office->world, &paper, NULL, &answer, &err) !=
		ERR_OK)
		fail_msg("%s", err.text);
	assert_string_equal(answer.s, "request id is \uFFFD[31moffice-7");
	paper_join_pages(&paper, "\n", &expected);
	assert_left(office, "pages", expected.s);
	assert_left(office, "arguments", "-t\nronghe\n-o\nmedia=A4\n-o\n"
		"page-left=79\n-o\npage-top=105\n-o\npage-right=73\n-o\n"
		"page-bottom=99\n-o\ncpi=9.1\n-o\nlpi=2.48\n");
	assert_left(office, "environment", "HOME\nLC_ALL\nPATH\n");
	paper_clear(&paper);
	strbuf_clear(&answer);
	strbuf_clear(&expected);
}

static void
what_a_printer_refuses_is_said(void **state)
{
	struct office *office = *state;
	struct strbuf answer = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct paper paper;

	make_printer(office, refusing);
	make_paper(&paper, true);
	assert_int_equal(printer_print(&office->world, &paper, NULL, &answer,
				 &err), ERR_FILE);
	assert_string_equal(err.text, "The printer did not take it, and lp "
		"says: lp: no default destination");
	err_clear(&err);
	assert_int_equal(unlink(office->world.printer), 0);
	assert_int_equal(printer_print(&office->world, &paper, NULL, &answer,
				 &err), ERR_FILE);
	assert_non_null(strstr(err.text, "cannot be started"));
	err_clear(&err);
	paper_clear(&paper);
	strbuf_clear(&answer);
}

static bool
is_given_up(struct job *job)
{
	(void)job;
	return true;
}

static void
a_printer_that_hangs_can_be_left(void **state)
{
	struct office *office = *state;
	struct job job = {.cancelled = is_given_up};
	struct strbuf answer = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct paper paper;

	make_printer(office, sleeping);
	make_paper(&paper, false);
	assert_int_equal(printer_print(&office->world, &paper, &job, &answer,
				 &err), ERR_CANCELLED);
	err_clear(&err);
	paper_clear(&paper);
	strbuf_clear(&answer);
}

int
main(void)
{
#define PRINTER_TEST(f) \
	cmocka_unit_test_setup_teardown(f, office_set_up, office_tear_down)
	const struct CMUnitTest tests[] = {
		PRINTER_TEST(a_printer_gets_the_pages),
		PRINTER_TEST(what_a_printer_refuses_is_said),
		PRINTER_TEST(a_printer_that_hangs_can_be_left),
	};

	return cmocka_run_group_tests_name("printer", tests, NULL, NULL);
}
