/* Who is who within the file. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/seal.h"
#include "base/sorter.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "exchange/import_private.h"
#include "store/site.h"

/* Rows of the file with which one is compared. */
enum { CANDIDATES_MAX = 64 };

#define KEYS_MEMORY ((size_t)4 << 20)
#define ROWS_MEMORY ((size_t)256 << 10)
#define NUMBER_SIZE 8 /* of a row's number behind its key */

/* Name (or what the key begins with), and a second part, as one key. */
static char *
key_text(const struct record *given, bool second)
{
	const char *const *key = match_name_key(given);
	char *folded = text_fold(record_get(given, key[0]));
	char *text;

	if (!second)
		return folded;
	text = xasprintf("%s\n%s", folded, record_get(given, key[1]));
	free(folded);
	return text;
}

static bool
second_is_whole(const struct record *given)
{
	const char *const *key = match_name_key(given);
	const char *value;

	if (key[1] == NULL)
		return false;
	value = record_get(given, key[1]);
	return value[0] != '\0' &&
		(record_field(given->type, key[1])->kind != FIELD_DATE ||
			date_is_day(value));
}

static void
note_same(struct plan_row *row, int64_t number)
{
	plan_row_decide(row, IMPORT_REJECTED, -1,
		_("This is the same as row %lld of the file."),
		(long long)number);
}

/* Compares with one earlier row and decides if it is the same. */
static enum err_code
compare_with_row(struct import *import, const struct record *given,
	int64_t number, struct plan_row *row, struct err *err)
{
	struct plan_row other;
	struct record record;
	enum nearness nearness;
	enum err_code code = plan_load(import->scratch, number, &other, err);

	if (code != ERR_OK)
		return code;
	merge_given(given->type, other.values, &record);
	nearness = match_compare(given, &record);
	if (nearness >= NEAR_SAME)
		note_same(row, number);
	else if (nearness > NEAR_NUMBER)
		plan_row_decide(row, IMPORT_DOUBTFUL, -1,
			_("This could be the same as row %lld of the file; add "
			  "what tells them apart, or take it as new."),
			(long long)number);
	record_clear(&record);
	plan_row_clear(&other);
	return ERR_OK;
}

/* More of one name than it is compared with: it could be one of the others. */
static void
hold_namesake(struct plan_row *row)
{
	if (row->verdict != IMPORT_DOUBTFUL)
		plan_row_decide(row, IMPORT_DOUBTFUL, -1,
			_("Very many rows of the file have this name, and one "
			  "of them could be the same; add what tells them "
			  "apart, or take it as new."));
}

static enum err_code
compare_with_rows(struct import *import, const struct record *given,
	enum plan_key kind, bool second, struct plan_row *row, struct err *err)
{
	char *key = key_text(given, second);
	int64_t number = 0;
	enum err_code code = ERR_OK;

	for (int i = 0; code == ERR_OK && row->verdict != IMPORT_REJECTED;
		i++) {
		code = scratch_find_key(import->scratch, kind, key, number,
			&number, err);
		if (code != ERR_OK || number == 0)
			break;
		if (i == CANDIDATES_MAX) {
			hold_namesake(row);
			break;
		}
		code = compare_with_row(import, given, number, row, err);
	}
	free(key);
	return code;
}

static enum err_code
same_key(struct import *import, enum plan_key kind, const char *key,
	struct plan_row *row, struct err *err)
{
	int64_t number;
	enum err_code code = scratch_find_key(import->scratch, kind, key, 0,
		&number, err);

	if (code == ERR_OK && number != 0)
		note_same(row, number);
	return code;
}

enum err_code
twins_match(struct import *import, const struct record *given,
	struct plan_row *row, struct err *err)
{
	const char *const *key = match_name_key(given);
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(row->record, id);
	if (row->version != 0)
		return same_key(import, PLAN_KEY_RECORD, id, row, err);
	if (match_number(given)[0] != '\0')
		code = same_key(import, PLAN_KEY_NUMBER, match_number(given),
			row, err);
	/* An id of its own says that it is another one. */
	if (code != ERR_OK || row->verdict == IMPORT_REJECTED || key == NULL ||
		row->record != 0 || record_get(given, key[0])[0] == '\0')
		return code;
	if (!second_is_whole(given))
		return compare_with_rows(import, given, PLAN_KEY_NAME, false,
			row, err);
	code = compare_with_rows(import, given, PLAN_KEY_WHOLE, true, row, err);
	if (code == ERR_OK)
		code = compare_with_rows(import, given, PLAN_KEY_PART, false,
			row, err);
	return code;
}

static enum err_code
add_key(struct import *import, enum plan_key kind, const char *key,
	const struct plan_row *row, struct err *err)
{
	return scratch_add_key(import->scratch, kind, key, row->number, err);
}

enum err_code
twins_note(struct import *import, const struct record *given,
	const struct plan_row *row, struct err *err)
{
	char id[SITE_ID_TEXT_SIZE], *name, *whole;
	enum err_code code = ERR_OK;

	site_id_to_text(row->record, id);
	if (row->version != 0)
		return add_key(import, PLAN_KEY_RECORD, id, row, err);
	if (match_number(given)[0] != '\0')
		code = add_key(import, PLAN_KEY_NUMBER, match_number(given),
			row, err);
	if (code != ERR_OK || match_name_key(given) == NULL)
		return code;
	name = key_text(given, false);
	code = add_key(import, PLAN_KEY_NAME, name, row, err);
	if (code == ERR_OK && second_is_whole(given)) {
		whole = key_text(given, true);
		code = add_key(import, PLAN_KEY_WHOLE, whole, row, err);
		free(whole);
	} else if (code == ERR_OK) {
		code = add_key(import, PLAN_KEY_PART, name, row, err);
	}
	free(name);
	return code;
}

/* A row under one of its keys, for the sorter. */
static enum err_code
give_item(struct import *import, enum plan_key kind, const char *key,
	const struct plan_row *row, struct err *err)
{
	struct strbuf item = STRBUF_INIT;
	unsigned char number[NUMBER_SIZE];
	enum err_code code;

	seal_put_u64(number, (uint64_t)row->number);
	strbuf_add_char(&item, (char)kind);
	strbuf_add(&item, key);
	strbuf_add_bytes(&item, number, sizeof(number));
	code = sorter_add(import->twins, item.s, item.len, err);
	strbuf_clear(&item);
	return code;
}

/* Name and second part, or the name and nothing behind it. */
static enum err_code
give_name(struct import *import, const struct record *given,
	const struct plan_row *row, struct err *err)
{
	const char *const *key = match_name_key(given);
	char *folded = text_fold(record_get(given, key[0]));
	struct strbuf whole = STRBUF_INIT;
	enum err_code code;

	strbuf_add(&whole, folded);
	strbuf_add_char(&whole, '\n');
	if (second_is_whole(given))
		strbuf_add(&whole, record_get(given, key[1]));
	code = give_item(import, PLAN_KEY_NAME, whole.s, row, err);
	strbuf_clear(&whole);
	free(folded);
	return code;
}

enum err_code
twins_give(struct import *import, const struct record *given,
	const struct plan_row *row, struct err *err)
{
	const char *const *key = match_name_key(given);
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code = ERR_OK;

	site_id_to_text(row->record, id);
	if (row->version != 0)
		return give_item(import, PLAN_KEY_RECORD, id, row, err);
	if (match_number(given)[0] != '\0')
		code = give_item(import, PLAN_KEY_NUMBER, match_number(given),
			row, err);
	if (code == ERR_OK && key != NULL &&
		record_get(given, key[0])[0] != '\0')
		code = give_name(import, given, row, err);
	return code;
}

/* Rows that follow one another in the order of their keys. */
struct walk {
	struct sorter *rows; /* those that share a key: their numbers */
	struct strbuf key;   /* of the row before */
	unsigned char number[NUMBER_SIZE]; /* of that row */
	bool alone;          /* and it has shared no key yet */
};

/*
 * Has this row a key of the row before?  A name with nothing behind it, which
 * comes first, is shared by all of that name.
 */
static bool
shares(const struct walk *walk, const char *key, size_t len)
{
	const struct strbuf *last = &walk->key;
	bool is_open = last->len > 0 && last->s[0] == PLAN_KEY_NAME &&
		last->s[last->len - 1] == '\n';

	return last->len > 0 && len >= last->len &&
		(len == last->len || is_open) &&
		memcmp(key, last->s, last->len) == 0;
}

static enum err_code
walk_on(struct walk *walk, const char *item, size_t len, struct err *err)
{
	size_t key_len = len - NUMBER_SIZE;
	enum err_code code = ERR_OK;

	if (shares(walk, item, key_len)) {
		if (walk->alone)
			code = sorter_add(walk->rows, walk->number,
				NUMBER_SIZE, err);
		walk->alone = false;
		return code != ERR_OK ? code : sorter_add(walk->rows,
			item + key_len, NUMBER_SIZE, err);
	}
	strbuf_reset(&walk->key);
	strbuf_add_bytes(&walk->key, item, key_len);
	memcpy(walk->number, item + key_len, NUMBER_SIZE);
	walk->alone = true;
	return ERR_OK;
}

void
twins_begin(struct import *import)
{
	sorter_free(import->twins);
	import->twins = sorter_new(KEYS_MEMORY);
}

enum err_code
twins_find(struct import *import, struct sorter **rows, struct err *err)
{
	struct walk walk = {.rows = sorter_new(ROWS_MEMORY),
		.key = STRBUF_INIT};
	const void *item;
	size_t len;
	enum err_code code = sorter_sort(import->twins, err);

	while (code == ERR_OK) {
		code = sorter_next(import->twins, &item, &len, err);
		if (code != ERR_OK || item == NULL)
			break;
		code = walk_on(&walk, item, len, err);
	}
	strbuf_clear(&walk.key);
	twins_end(import);
	if (code == ERR_OK)
		code = sorter_sort(walk.rows, err);
	*rows = walk.rows;
	return code;
}

enum err_code
twins_next(struct sorter *rows, int64_t *number, struct err *err)
{
	int64_t last = *number;
	const void *item;
	size_t len;
	enum err_code code;

	do {
		*number = 0;
		code = sorter_next(rows, &item, &len, err);
		if (code == ERR_OK && item != NULL)
			*number = (int64_t)seal_get_u64(item);
	} while (code == ERR_OK && item != NULL && *number == last);
	return code;
}

void
twins_end(struct import *import)
{
	sorter_free(import->twins);
	import->twins = NULL;
}
