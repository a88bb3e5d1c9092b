#include <assert.h>
#include <string.h>

#include "store/store_private.h"

#define N_HEAD_NUMBERS 6
#define N_HEAD_TEXTS 5
#define N_ROW_NUMBERS 6

void
journal_hash_head(const struct journal_head *head,
	unsigned char out[SEAL_HASH_SIZE])
{
	const int64_t numbers[N_HEAD_NUMBERS] = {head->id, head->lamport,
		head->at, head->operator_id, head->undoes, head->draft};
	const char *const texts[N_HEAD_TEXTS] = {head->operator_name,
		head->account, head->host, head->action, head->reason};
	unsigned char fixed[N_HEAD_NUMBERS * 8], lens[N_HEAD_TEXTS][8];
	struct seal_part parts[1 + 2 * N_HEAD_TEXTS];
	size_t n = 0;

	for (size_t i = 0; i < N_HEAD_NUMBERS; i++)
		seal_put_u64(fixed + i * 8, (uint64_t)numbers[i]);
	parts[n++] = (struct seal_part){fixed, sizeof(fixed)};
	for (size_t i = 0; i < N_HEAD_TEXTS; i++) {
		size_t len = strlen(texts[i]);

		seal_put_u64(lens[i], len);
		parts[n++] = (struct seal_part){lens[i], sizeof(lens[i])};
		parts[n++] = (struct seal_part){texts[i], len};
	}
	seal_hash(parts, n, out);
}

void
journal_hash_row(const unsigned char before[SEAL_HASH_SIZE],
	const struct journal_head *head,
	const unsigned char digest[SEAL_HASH_SIZE],
	const struct journal_row *row, unsigned char out[SEAL_HASH_SIZE])
{
	const int64_t numbers[N_ROW_NUMBERS] = {row->id, head->lamport,
		head->at, head->id, row->record, row->version};
	unsigned char fixed[N_ROW_NUMBERS * 8], body[SEAL_HASH_SIZE];
	char type[TABLE_NAME_MAX] = "";
	const struct seal_part hidden[] = {
		{row->salt, SEAL_SALT_SIZE},
		{row->fields, row->fields_len},
	};
	const struct seal_part parts[] = {
		{before, SEAL_HASH_SIZE},
		{fixed, sizeof(fixed)},
		{type, sizeof(type)},
		{digest, SEAL_HASH_SIZE},
		{body, sizeof(body)},
	};
	size_t len = strlen(row->type);

	assert(len <= sizeof(type));
	memcpy(type, row->type, len);
	for (size_t i = 0; i < N_ROW_NUMBERS; i++)
		seal_put_u64(fixed + i * 8, (uint64_t)numbers[i]);
	if (row->body != NULL)
		memcpy(body, row->body, sizeof(body));
	else
		seal_hash(hidden, sizeof(hidden) / sizeof(hidden[0]), body);
	seal_hash(parts, sizeof(parts) / sizeof(parts[0]), out);
}

void
journal_hash_text(const char *text, char out[2 * SEAL_HASH_SIZE + 1])
{
	const struct seal_part part = {text, strlen(text)};
	unsigned char hash[SEAL_HASH_SIZE];

	seal_hash(&part, 1, hash);
	seal_hex(hash, sizeof(hash), out);
}
