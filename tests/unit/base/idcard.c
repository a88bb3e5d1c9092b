#include "test.h"

#include "base/idcard.h"
#include "base/i18n.h"

#define TODAY "2026-03-01"

static const struct {
	const char *typed;
	enum idcard_state state;
	const char *number;
	const char *birth_on;
	enum idcard_sex sex;
	char check;
} rows[] = {
	/* the examples of the standard */
	{"11010519491231002X", IDCARD_VALID, "11010519491231002X",
		"1949-12-31", IDCARD_FEMALE, 'X'},
	{"440524188001010014", IDCARD_BAD_DATE, "440524188001010014", "",
		IDCARD_MALE, '4'},
	/* right ones, as people type them */
	{"41130019700229001X", IDCARD_BAD_DATE, "41130019700229001X", "",
		IDCARD_MALE, 'X'},
	{"150421199001010014", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"150421198512120026", IDCARD_VALID, "150421198512120026",
		"1985-12-12", IDCARD_FEMALE, '6'},
	{"11010519491231002x", IDCARD_VALID, "11010519491231002X",
		"1949-12-31", IDCARD_FEMALE, 'X'},
	{"１５０４２１１９９００１０１００１４", IDCARD_VALID,
		"150421199001010014", "1990-01-01", IDCARD_MALE, '4'},
	{"１１０１０５１９４９１２３１００２Ｘ", IDCARD_VALID,
		"11010519491231002X", "1949-12-31", IDCARD_FEMALE, 'X'},
	{"１１０１０５１９４９１２３１００２ｘ", IDCARD_VALID,
		"11010519491231002X", "1949-12-31", IDCARD_FEMALE, 'X'},
	{"'150421199001010014", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"’150421199001010014", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"\t150421199001010014", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"\t'150421199001010014\r\n", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{" 150421 19900101 0014 ", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"　150421199001010014　", IDCARD_VALID, "150421199001010014",
		"1990-01-01", IDCARD_MALE, '4'},
	{"150421200002290025", IDCARD_VALID, "150421200002290025",
		"2000-02-29", IDCARD_FEMALE, '5'},
	{"150421202603010016", IDCARD_VALID, "150421202603010016",
		"2026-03-01", IDCARD_MALE, '6'},
	{"830000199001010012", IDCARD_VALID, "830000199001010012",
		"1990-01-01", IDCARD_MALE, '2'},
	{"810000199001010027", IDCARD_VALID, "810000199001010027",
		"1990-01-01", IDCARD_FEMALE, '7'},
	/* the old kind */
	{"150421900101001", IDCARD_UNVERIFIED, "150421900101001",
		"1990-01-01", IDCARD_MALE, 0},
	{"１５０４２１９００１０１００２", IDCARD_UNVERIFIED,
		"150421900101002", "1990-01-01", IDCARD_FEMALE, 0},
	{"150421900101000", IDCARD_UNVERIFIED, "150421900101000",
		"1990-01-01", IDCARD_FEMALE, 0},
	{"150421900229001", IDCARD_BAD_DATE, "150421900229001", "",
		IDCARD_MALE, 0},
	{"160421900101001", IDCARD_BAD_REGION, "160421900101001",
		"1990-01-01", IDCARD_MALE, 0},
	{"15042190010100X", IDCARD_BAD_CHAR, "15042190010100X", "",
		IDCARD_SEX_UNKNOWN, 0},
	/* length */
	{"", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"无", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"1", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"15042119900101001", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN,
		0},
	{"1504211990010100144", IDCARD_BAD_LENGTH, "", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"E12345678", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"1504211990010100141504211990010100141504211990010100",
		IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	/* characters */
	{"15042119900101O014", IDCARD_BAD_CHAR, "15042119900101O014", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"X50421199001010014", IDCARD_BAD_CHAR, "X50421199001010014", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"1504211990010100XX", IDCARD_BAD_CHAR, "1504211990010100XX", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"15042119900101001Y", IDCARD_BAD_CHAR, "15042119900101001Y", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"15042119900101001叉", IDCARD_BAD_CHAR, "", "", IDCARD_SEX_UNKNOWN,
		0},
	{"150421-1990-0101-01", IDCARD_BAD_LENGTH, "", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"15042119900101001\xFF", IDCARD_BAD_CHAR, "", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"150421199001010014\xFF", IDCARD_BAD_LENGTH, "", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"150421'19900101001", IDCARD_BAD_CHAR, "150421'19900101001", "",
		IDCARD_SEX_UNKNOWN, 0},
	/* region */
	{"990421199001010010", IDCARD_BAD_REGION, "990421199001010010",
		"1990-01-01", IDCARD_MALE, '0'},
	{"100421199001010015", IDCARD_BAD_REGION, "100421199001010015",
		"1990-01-01", IDCARD_MALE, '5'},
	/* date */
	{"150421189912310019", IDCARD_BAD_DATE, "150421189912310019", "",
		IDCARD_MALE, '9'},
	{"150421202603020011", IDCARD_BAD_DATE, "150421202603020011", "",
		IDCARD_MALE, '1'},
	{"150421190002290029", IDCARD_BAD_DATE, "150421190002290029", "",
		IDCARD_FEMALE, '9'},
	{"150421199013010011", IDCARD_BAD_DATE, "150421199013010011", "",
		IDCARD_MALE, '1'},
	/* check digit */
	{"150421199001010015", IDCARD_BAD_CHECK, "150421199001010015",
		"1990-01-01", IDCARD_MALE, '4'},
	{"15042119900101001X", IDCARD_BAD_CHECK, "15042119900101001X",
		"1990-01-01", IDCARD_MALE, '4'},
	{"110105194912310020", IDCARD_BAD_CHECK, "110105194912310020",
		"1949-12-31", IDCARD_FEMALE, 'X'},
	{"150421191001010014", IDCARD_BAD_CHECK, "150421191001010014",
		"1910-01-01", IDCARD_MALE, '8'},
	/* spreadsheets */
	{"150421199001190000", IDCARD_VALID, "150421199001190000",
		"1990-01-19", IDCARD_FEMALE, '0'},
	{"150421199001010000", IDCARD_DAMAGED, "150421199001010000",
		"1990-01-01", IDCARD_SEX_UNKNOWN, 0},
	{"152525196807215000", IDCARD_DAMAGED, "152525196807215000",
		"1968-07-21", IDCARD_SEX_UNKNOWN, 0},
	{"150421199002300000", IDCARD_DAMAGED, "150421199002300000", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"4.41E+17", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"4.4E+17", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"4.41e17", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"４．４１Ｅ＋１７", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"441E15", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"1.52525196807215E+017", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN,
		0},
	{"1.504211990010E+17", IDCARD_DAMAGED, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"152525196807215360.00", IDCARD_DAMAGED, "", "",
		IDCARD_SEX_UNKNOWN, 0},
	{"4.41E", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"E+17", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"4.41", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
	{"4.41E-17", IDCARD_BAD_LENGTH, "", "", IDCARD_SEX_UNKNOWN, 0},
};

static void
judges_numbers(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		struct idcard card;

		idcard_read(rows[i].typed, TODAY, &card);
		if (card.state != rows[i].state || card.sex != rows[i].sex ||
			card.check != rows[i].check)
			fail_msg("%s: state %d, sex %d, check %d",
				rows[i].typed, (int)card.state, (int)card.sex,
				card.check);
		assert_string_equal(card.number, rows[i].number);
		assert_string_equal(card.birth_on, rows[i].birth_on);
	}
}

static void
one_wrong_digit_is_found(void **state)
{
	static const char right[] = "150421199001010014";

	(void)state;
	for (size_t i = 0; i < sizeof(right) - 1; i++)
		for (char digit = '0'; digit <= '9'; digit++) {
			char number[sizeof(right)];
			struct idcard card;

			memcpy(number, right, sizeof(right));
			number[i] = digit;
			idcard_read(number, TODAY, &card);
			if ((card.state == IDCARD_VALID) != (digit == right[i]))
				fail_msg("%s", number);
		}
}

static void
knows_every_province(void **state)
{
	static const char known[] =
		"11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 "
		"46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

	(void)state;
	for (int region = 0; region < 100; region++) {
		char number[] = "000000900101001", two[3];
		struct idcard card;

		two[0] = number[0] = (char)('0' + region / 10);
		two[1] = number[1] = (char)('0' + region % 10);
		two[2] = '\0';
		idcard_read(number, TODAY, &card);
		assert_int_equal(card.state,
			strstr(known, two) != NULL ? IDCARD_UNVERIFIED
						   : IDCARD_BAD_REGION);
	}
}

static void
says_what_is_wrong(void **state)
{
	struct idcard card;
	char *sentence;

	(void)state;
	idcard_read("15042119900101001X", TODAY, &card);
	sentence = idcard_sentence(&card);
	assert_string_equal(sentence,
		"The last place of this ID number does not follow from the "
		"others; it should be 4.");
	free(sentence);
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		idcard_read(rows[i].typed, TODAY, &card);
		if (card.state == IDCARD_VALID)
			continue;
		sentence = idcard_sentence(&card);
		assert_true(strlen(sentence) > 20);
		free(sentence);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(judges_numbers),
		cmocka_unit_test(one_wrong_digit_is_found),
		cmocka_unit_test(knows_every_province),
		cmocka_unit_test(says_what_is_wrong),
	};

	i18n_set_language(LANGUAGE_EN);
	return cmocka_run_group_tests_name("idcard", tests, NULL, NULL);
}
