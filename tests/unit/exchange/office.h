/*
 * For tests of files in and out: a database with the real dictionary in a
 * folder of its own, and records made from "field=value" words.
 */
#ifndef TESTS_UNIT_EXCHANGE_OFFICE_H
#define TESTS_UNIT_EXCHANGE_OFFICE_H

#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "records/query.h"
#include "records/save.h"
#include "store/site.h"

struct office {
	struct world world;
	struct store *store;
	char *folder;
	uint64_t seed;
};

static const struct change_info office_info = {
	.operator_name = "单晓红",
	.action = "import",
	.reason = "",
};

static inline int64_t
office_now(const struct world *world)
{
	(void)world;
	return 1735700000; /* 2025-01-01 */
}

static inline void
office_random(const struct world *world, void *out, size_t len)
{
	struct office *office = world->data;
	unsigned char *bytes = out;

	for (size_t i = 0; i < len; i++) {
		office->seed = office->seed * 6364136223846793005u +
			1442695040888963407u;
		bytes[i] = (unsigned char)(office->seed >> 56);
	}
}

/* A further database beside the first; the name tells them apart. */
static inline struct store *
office_make(struct office *office, const char *name)
{
	char *path = file_join(office->folder, name);
	struct store *store;
	struct err err = ERR_INIT;

	if (store_create(path, &office->world, &store, &err) != ERR_OK)
		fail_msg("%s", err.text);
	record_register(store);
	free(path);
	return store;
}

static inline int
office_set_up(void **state)
{
	char folder[] = "/tmp/ronghe-test-XXXXXX";
	struct office *office = xcalloc(1, sizeof(*office));

	if (mkdtemp(folder) == NULL)
		return -1;
	office->folder = xstrdup(folder);
	office->seed = 1;
	office->world = (struct world){
		.now = office_now,
		.random = office_random,
		.data = office,
		.host = xstrdup("office"),
		.account = xstrdup("clerk"),
		.machine = xstrdup("machine"),
		.data_home = file_join(folder, "data"),
		.state_home = file_join(folder, "state"),
		.config_home = file_join(folder, "config"),
		.home = xstrdup(folder),
	};
	office->store = office_make(office, "ronghe.db");
	*state = office;
	return 0;
}

static inline int
office_remove_one(const char *path, const struct stat *st, int flag,
	struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static inline int
office_tear_down(void **state)
{
	struct office *office = *state;
	int rc;

	store_close(office->store);
	rc = nftw(office->folder, office_remove_one, 8, FTW_DEPTH | FTW_PHYS);
	world_clear(&office->world);
	free(office->folder);
	free(office);
	return rc;
}

/* Sets fields from "name=张三;sex=1". */
static inline void
office_set(struct record *record, const char *words)
{
	char *copy = xstrdup(words), *rest = copy, *word;

	while ((word = strsep(&rest, ";")) != NULL) {
		char *value = strchr(word, '=');

		if (value == NULL)
			continue;
		*value++ = '\0';
		record_set(record, word, value);
	}
	free(copy);
}

/* Saves a new record and returns its id. */
static inline int64_t
office_add(struct store *store, const char *type, const char *words)
{
	struct record record;
	struct change *change;
	struct err err = ERR_INIT;
	int64_t id;

	record_begin(&record, record_type_find(type), "2025-01-01");
	office_set(&record, words);
	if (change_begin(store, &office_info, &change, &err) != ERR_OK ||
		record_save(change, &record, NULL, NULL, &err) != ERR_OK ||
		change_commit(change, &err) != ERR_OK)
		fail_msg("%s", err.text);
	id = record.id;
	record_clear(&record);
	return id;
}

/* The text form of an id, in a buffer that the next call but three reuses. */
static inline const char *
office_id(int64_t id)
{
	static char texts[4][SITE_ID_TEXT_SIZE];
	static size_t next;

	next = (next + 1) % N_ITEMS(texts);
	site_id_to_text(id, texts[next]);
	return texts[next];
}

static inline int64_t
office_count(struct store *store, const char *type)
{
	struct query query;
	int64_t n;

	query_init(&query, record_type_find(type));
	assert_int_equal(query_count(store, &query, 0, &n, NULL), ERR_OK);
	query_clear(&query);
	return n;
}

static inline void
office_assert_file(const char *path, const char *bytes)
{
	struct strbuf found = STRBUF_INIT;

	assert_int_equal(file_read(path, 1 << 24, &found, NULL), ERR_OK);
	assert_string_equal(found.s, bytes);
	strbuf_clear(&found);
}

static inline void
office_write(const char *path, const char *bytes, size_t len)
{
	struct file_out *out;

	assert_int_equal(file_out_open(path, true, &out, NULL), ERR_OK);
	assert_int_equal(file_out_write(out, bytes, len, NULL), ERR_OK);
	assert_int_equal(file_out_commit(out, NULL), ERR_OK);
}

#endif
