/*
 * The journal's chain, against the example in HACKING, which was reckoned by
 * another program from the description there.
 */
#include "test.h"

#include "store/store_private.h"

#define ID(serial) (INT64_C(0x12345678) << 32 | (serial))

static const unsigned char salt[SEAL_SALT_SIZE] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
static const char fields[] = "{\"name\":\"单晓红\"}";

static const struct journal_head head = {
	.id = ID(2),
	.lamport = 7,
	.at = 1790000000,
	.operator_id = ID(9),
	.operator_name = "乌兰",
	.account = "clerk",
	.host = "office-pc",
	.action = "form",
	.reason = "",
};

static struct journal_row
example_row(void)
{
	return (struct journal_row){
		.id = ID(3),
		.type = "member",
		.record = ID(1),
		.version = 1,
		.fields = fields,
		.fields_len = strlen(fields),
		.salt = salt,
	};
}

static void
assert_hash(const unsigned char hash[SEAL_HASH_SIZE], const char *hex)
{
	char got[2 * SEAL_HASH_SIZE + 1];

	seal_hex(hash, SEAL_HASH_SIZE, got);
	assert_string_equal(got, hex);
}

static void
agrees_with_the_example(void **state)
{
	unsigned char before[SEAL_HASH_SIZE] = {0};
	unsigned char digest[SEAL_HASH_SIZE], hash[SEAL_HASH_SIZE];
	struct journal_row row = example_row();

	(void)state;
	journal_hash_head(&head, digest);
	assert_hash(digest, "f7dce8143d19064f5ad2b483c4047392"
			    "dec34450dfec96c1fcaaab176efd1047");
	journal_hash_row(before, &head, digest, &row, hash);
	assert_hash(hash, "4c97d935ea7c72406a122a33581c3523"
			  "dc47706ce47c51f378cf44e9019bd642");
	memcpy(before, hash, sizeof(before));
	row.id = ID(4);
	row.version = 2;
	journal_hash_row(before, &head, digest, &row, hash);
	assert_hash(hash, "bce2067bf399f191dc2d497ba1a4f4cd"
			  "9b47cbc8fe927255616333f18e2506fb");
}

/* Every text of a head counts, and where one ends and the next begins. */
static void
tells_heads_apart(void **state)
{
	unsigned char digest[SEAL_HASH_SIZE], other[SEAL_HASH_SIZE];
	struct journal_head changed[6];

	(void)state;
	for (size_t i = 0; i < N_ITEMS(changed); i++)
		changed[i] = head;
	changed[0].operator_name = "乌云";
	changed[1].account = "root";
	changed[2].host = "office-pcf";
	changed[2].action = "orm";
	changed[3].reason = "更正";
	changed[4].undoes = ID(1);
	changed[5].draft = 1;
	journal_hash_head(&head, digest);
	for (size_t i = 0; i < N_ITEMS(changed); i++) {
		journal_hash_head(&changed[i], other);
		assert_memory_not_equal(digest, other, sizeof(digest));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_example),
		cmocka_unit_test(tells_heads_apart),
	};

	return cmocka_run_group_tests_name("journal_hash", tests, NULL, NULL);
}
