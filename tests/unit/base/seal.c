#include "test.h"

#include <stdio.h>

#include "base/seal.h"

/* Sums by Python's hashlib.blake2b(…, digest_size=32). */
static const struct {
	struct seal_part parts[3];
	const char *hex;
} hashes[] = {
	{{{"", 0}},
		"0e5751c026e543b2e8ab2eb06099daa1"
		"d1e5df47778f7787faab45cdf12fe3a8"},
	{{{"abc", 3}},
		"bddd813c634239723171ef3fee98579b"
		"94964e3bb1cb3e427262c8c068d52319"},
	{{{"a", 1}, {"", 0}, {"bc", 2}},
		"bddd813c634239723171ef3fee98579b"
		"94964e3bb1cb3e427262c8c068d52319"},
};

static void
hashes_parts_as_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(hashes); i++) {
		unsigned char hash[SEAL_HASH_SIZE];
		char hex[2 * SEAL_HASH_SIZE + 1];

		seal_hash(hashes[i].parts, N_ITEMS(hashes[i].parts), hash);
		seal_hex(hash, sizeof(hash), hex);
		assert_string_equal(hex, hashes[i].hex);
	}
}

/* However many blocks it takes. */
static void
hashes_files_as_bytes(void **state)
{
	enum { SIZE = 3 * 65536 + 7 };
	FILE *file = tmpfile();
	unsigned char *bytes = calloc(1, SIZE);
	unsigned char hash[SEAL_HASH_SIZE], expected[SEAL_HASH_SIZE];
	struct seal_part part = {bytes, SIZE};

	(void)state;
	assert_non_null(file);
	bytes[SIZE - 1] = 'x';
	seal_hash(&part, 1, expected);
	assert_int_equal(fwrite(bytes, 1, SIZE, file), SIZE);
	rewind(file);
	assert_true(seal_hash_file(fileno(file), hash));
	assert_memory_equal(hash, expected, sizeof(hash));
	fclose(file);
	free(bytes);
	assert_false(seal_hash_file(-1, hash));
}

static void
puts_numbers_big_end_first(void **state)
{
	static const unsigned char expected[8] = {1, 2, 3, 4, 5, 6, 0xfe, 0xff};
	unsigned char out[8];

	(void)state;
	seal_put_u64(out, 0x010203040506feffu);
	assert_memory_equal(out, expected, sizeof(out));
	assert_true(seal_get_u64(out) == 0x010203040506feffu);
	seal_put_u64(out, 0);
	for (size_t i = 0; i < sizeof(out); i++)
		assert_int_equal(out[i], 0);
}

static void
writes_small_hex(void **state)
{
	char hex[7] = "??????";

	(void)state;
	seal_hex((const unsigned char *)"\x00\xab\xff", 3, hex);
	assert_string_equal(hex, "00abff");
	seal_hex(NULL, 0, hex);
	assert_string_equal(hex, "");
}

/* Two salts are the same once in 2^128 runs. */
static void
draws_random_bytes(void **state)
{
	unsigned char a[SEAL_SALT_SIZE] = {0}, b[SEAL_SALT_SIZE] = {0};

	(void)state;
	seal_random(a, sizeof(a));
	seal_random(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_parts_as_one),
		cmocka_unit_test(hashes_files_as_bytes),
		cmocka_unit_test(puts_numbers_big_end_first),
		cmocka_unit_test(writes_small_hex),
		cmocka_unit_test(draws_random_bytes),
	};

	return cmocka_run_group_tests_name("seal", tests, NULL, NULL);
}
