/* Dates and ID numbers as nobody should write them. */
#include "fuzz.h"

#include "base/date.h"
#include "base/idcard.h"
#include "base/xalloc.h"

#define TODAY "2025-11-25"

static const struct fuzz_seed dates[] = {
	FUZZ_SEED("2024-03-05"), FUZZ_SEED("2024/3/5"), FUZZ_SEED("2024.3"),
	FUZZ_SEED("20240305"), FUZZ_SEED("202403"), FUZZ_SEED("2024"),
	FUZZ_SEED("2024年3月5日"), FUZZ_SEED("２０２４年３月"), FUZZ_SEED("今天"),
	FUZZ_SEED("2024-03-05 00:00:00"), FUZZ_SEED("2024-2-29T9:05"),
	FUZZ_SEED("9点"), FUZZ_SEED("2024年3月5日 9时5分"), FUZZ_SEED("t"),
};

static const struct fuzz_seed cards[] = {
	FUZZ_SEED("159902197904033708"), FUZZ_SEED("15990219790403370X"),
	FUZZ_SEED("159901491102435"), FUZZ_SEED("１５９９０２１９７９０４０３３７０８"),
	FUZZ_SEED("'159902197904033708"), FUZZ_SEED("\t159902197904033708"),
	FUZZ_SEED("1.59902E+17"), FUZZ_SEED("159902E12"),
	FUZZ_SEED("159902197904033000"), FUZZ_SEED("159902 19790403 3708"),
	FUZZ_SEED("159902197904033708.0"), FUZZ_SEED(""),
};

static void
try_day(const struct fuzz *fuzz, const char *typed)
{
	struct err err = ERR_INIT;
	char date[DATE_SIZE] = "", again[DATE_SIZE] = "", month[DATE_SIZE];
	enum err_code code = date_parse(typed, TODAY, date, &err);

	fuzz_answered(fuzz, code, 1u << ERR_INVALID, &err);
	if (code != ERR_OK)
		return;
	fuzz_expect(fuzz, date_valid(date), "what is read is a stored date");
	fuzz_expect(fuzz, date_parse(date, TODAY, again, NULL) == ERR_OK &&
			strcmp(date, again) == 0,
		"a stored date is read as itself");
	fuzz_expect(fuzz, date_compare(date, again) == 0, "it is its equal");
	if (!date_is_day(date))
		return;
	date_add_days(date, 40, again);
	fuzz_expect(fuzz, date_days_between(date, again) == 40,
		"days are added and counted alike");
	date_add_months(date, 1, month);
	fuzz_expect(fuzz, date_compare(date, month) < 0, "months pass");
}

static void
try_date(struct fuzz *fuzz, void *data)
{
	char *typed = xstrdup(fuzz->input.s);
	struct err err = ERR_INIT;
	char time[TIME_SIZE] = "", again[TIME_SIZE] = "";
	enum err_code code;

	(void)data;
	try_day(fuzz, typed);
	code = date_parse_time(typed, TODAY, time, &err);
	fuzz_answered(fuzz, code, 1u << ERR_INVALID, &err);
	if (code == ERR_OK)
		fuzz_expect(fuzz, date_parse_time(time, TODAY, again, NULL) ==
				ERR_OK && strcmp(time, again) == 0,
			"a stored moment is read as itself");
	free(typed);
}

static void
try_card(struct fuzz *fuzz, void *data)
{
	char *typed = xstrdup(fuzz->input.s);
	struct idcard card, again;
	char *sentence;

	(void)data;
	idcard_read(typed, TODAY, &card);
	free(typed);
	fuzz_expect(fuzz, strlen(card.number) < sizeof(card.number),
		"the number ends");
	fuzz_expect(fuzz, card.birth_on[0] == '\0' || date_is_day(card.birth_on),
		"the birthday is a day");
	if (card.state == IDCARD_VALID || card.state == IDCARD_UNVERIFIED) {
		idcard_read(card.number, TODAY, &again);
		fuzz_expect(fuzz, again.state == card.state &&
				strcmp(again.number, card.number) == 0,
			"a stored number is read as itself");
	}
	if (card.state == IDCARD_VALID) {
		fuzz_expect(fuzz, idcard_check_digit(card.number) ==
				card.number[17], "its check digit is right");
		return;
	}
	sentence = idcard_sentence(&card);
	fuzz_expect(fuzz, sentence != NULL && sentence[0] != '\0',
		"what is not valid has its sentence");
	free(sentence);
}

static void
dates_are_read_or_refused(void **state)
{
	(void)state;
	fuzz_run(dates, N_ITEMS(dates), 60000, try_date, NULL);
}

static void
cards_are_read_or_refused(void **state)
{
	(void)state;
	fuzz_run(cards, N_ITEMS(cards), 60000, try_card, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_or_refused),
		cmocka_unit_test(cards_are_read_or_refused),
	};

	return cmocka_run_group_tests_name("fuzz numbers", tests, NULL, NULL);
}
