#include "base/catalog.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define MAGIC 0x950412deu

/* Where the numbers of the file's head stand; all are 32 bits. */
enum {
	AT_MAGIC = 0,
	AT_N_STRINGS = 8,
	AT_MSGIDS = 12,
	AT_TRANSLATIONS = 16,
	HEAD_SIZE = 28,
};

/* A row of the two tables: length and place of a string. */
#define ROW_SIZE 8

static uint32_t
number_at(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
		(uint32_t)p[3] << 24;
}

/* True where n rows from place on lie in a file of size bytes. */
static bool
holds_table(size_t size, uint32_t place, uint32_t n)
{
	return place <= size && n <= (size - place) / ROW_SIZE;
}

/* The terminated string that a row names, or NULL. */
static const char *
string_of(const unsigned char *bytes, size_t size, const unsigned char *row)
{
	uint32_t len = number_at(row);
	uint32_t place = number_at(row + 4);

	if (place >= size || len >= size - place || bytes[place + len] != '\0')
		return NULL;
	return (const char *)bytes + place;
}

const char *
catalog_find(const unsigned char *bytes, size_t size, const char *key)
{
	uint32_t low = 0, high, msgids, translations;

	if (size < HEAD_SIZE || number_at(bytes + AT_MAGIC) != MAGIC)
		return NULL;
	high = number_at(bytes + AT_N_STRINGS);
	msgids = number_at(bytes + AT_MSGIDS);
	translations = number_at(bytes + AT_TRANSLATIONS);
	if (!holds_table(size, msgids, high) ||
		!holds_table(size, translations, high))
		return NULL;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		size_t row = (size_t)mid * ROW_SIZE;
		const char *msgid =
			string_of(bytes, size, bytes + msgids + row);
		int order;

		if (msgid == NULL)
			return NULL;
		order = strcmp(key, msgid);
		if (order == 0)
			return string_of(bytes, size,
				bytes + translations + row);
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}
