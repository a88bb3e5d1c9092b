#include "base/sorter.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"

#define MEMORY_MIN ((size_t)64 << 10)
#define PAGE ((size_t)4 << 10)

/* In the block; most comparisons are over with the first bytes. */
struct item {
	uint64_t first; /* eight bytes, zeros behind a shorter item */
	uint32_t at;
	uint32_t len;
};

/* A sorted part of the file, and as much of it as is in memory. */
struct run {
	off_t at;    /* of what is not in memory yet */
	off_t end;
	char *bytes; /* its part of the block */
	size_t begin; /* of the item that is next */
	size_t filled;
};

/*
 * While items are added the block has their struct item at its front and their
 * bytes, which grow downwards, at its end; afterwards every run has a part of
 * it.
 */
struct sorter {
	char *block;
	size_t size;
	size_t low; /* where the bytes of the items begin */
	size_t n_items;
	size_t n_given;  /* of the items, where there are no runs */
	size_t longest;  /* bytes of an item */
	int fd;          /* -1: no runs */
	off_t end;       /* of the file */
	VEC(struct run) runs;
	struct run **heap; /* the one with the least item first */
	size_t n_heap;
	bool given; /* the first run's item was handed out */
};

struct sorter *
sorter_new(size_t memory)
{
	struct sorter *sorter = xcalloc(1, sizeof(*sorter));

	sorter->size = memory > MEMORY_MIN ? memory : MEMORY_MIN;
	assert(sorter->size <= UINT32_MAX);
	sorter->low = sorter->size;
	sorter->block = xmalloc(sorter->size);
	sorter->fd = -1;
	return sorter;
}

void
sorter_free(struct sorter *sorter)
{
	if (sorter == NULL)
		return;
	if (sorter->fd >= 0)
		close(sorter->fd);
	vec_clear(&sorter->runs);
	free(sorter->heap);
	free(sorter->block);
	free(sorter);
}

static enum err_code
fail(struct err *err)
{
	return err_set(err, ERR_FILE,
		_("The temporary file for sorting cannot be used: %s.  Free "
		  "some space and try again."), strerror(errno));
}

static struct item *
items(const struct sorter *sorter)
{
	return (struct item *)(void *)sorter->block;
}

static int
compare_bytes(const void *a, size_t a_len, const void *b, size_t b_len)
{
	int order = memcmp(a, b, a_len < b_len ? a_len : b_len);

	return order != 0 ? order : (a_len > b_len) - (a_len < b_len);
}

static int
compare_items(const void *a, const void *b, void *block)
{
	const struct item *one = a, *two = b;

	if (one->first != two->first)
		return one->first < two->first ? -1 : 1;
	return compare_bytes((const char *)block + one->at, one->len,
		(const char *)block + two->at, two->len);
}

static void
sort_items(struct sorter *sorter)
{
	qsort_r(sorter->block, sorter->n_items, sizeof(struct item),
		compare_items, sorter->block);
}

static enum err_code
put_bytes(const struct sorter *sorter, const char *bytes, size_t len,
	struct err *err)
{
	return file_write_whole(sorter->fd, bytes, len) ? ERR_OK : fail(err);
}

static uint64_t
first_bytes(const unsigned char *bytes, size_t len)
{
	uint64_t first = 0;

	for (size_t i = 0; i < sizeof(first); i++)
		first = first << 8 | (i < len ? bytes[i] : 0);
	return first;
}

/* One item as it lies in the file: its length and itself. */
static void
put_item(const struct sorter *sorter, const struct item *item, char *out)
{
	memcpy(out, &item->len, sizeof(item->len));
	memcpy(out + sizeof(item->len), sorter->block + item->at, item->len);
}

/* The items in their order become a run of the file. */
static enum err_code
write_items(struct sorter *sorter, struct err *err)
{
	size_t room = PAGE * 4 + sorter->longest + sizeof(uint32_t), len = 0;
	char *out = xmalloc(room);
	enum err_code code = ERR_OK;
	struct run run = {.at = sorter->end};

	for (size_t i = 0; code == ERR_OK && i < sorter->n_items; i++) {
		const struct item *item = &items(sorter)[i];

		if (len > PAGE * 4) {
			code = put_bytes(sorter, out, len, err);
			len = 0;
		}
		put_item(sorter, item, out + len);
		len += sizeof(item->len) + item->len;
		sorter->end += (off_t)(sizeof(item->len) + item->len);
	}
	if (code == ERR_OK)
		code = put_bytes(sorter, out, len, err);
	free(out);
	run.end = sorter->end;
	vec_push(&sorter->runs, run);
	return code;
}

static enum err_code
spill(struct sorter *sorter, struct err *err)
{
	enum err_code code;

	if (sorter->fd < 0)
		sorter->fd = file_open_nameless();
	if (sorter->fd < 0)
		return fail(err);
	sort_items(sorter);
	code = write_items(sorter, err);
	sorter->n_items = 0;
	sorter->low = sorter->size;
	return code;
}

enum err_code
sorter_add(struct sorter *sorter, const void *bytes, size_t len,
	struct err *err)
{
	size_t taken = (sorter->n_items + 1) * sizeof(struct item);
	enum err_code code = ERR_OK;

	assert(sorter->heap == NULL && len < sorter->size / 2);
	if (sorter->low < taken + len) {
		code = spill(sorter, err);
		if (code != ERR_OK)
			return code;
	}
	sorter->low -= len;
	memcpy(sorter->block + sorter->low, bytes, len);
	items(sorter)[sorter->n_items++] = (struct item){
		first_bytes(bytes, len), (uint32_t)sorter->low, (uint32_t)len};
	if (len > sorter->longest)
		sorter->longest = len;
	return ERR_OK;
}

static size_t
item_len(const struct run *run)
{
	uint32_t len;

	memcpy(&len, run->bytes + run->begin, sizeof(len));
	return len;
}

static const char *
item_bytes(const struct run *run)
{
	return run->bytes + run->begin + sizeof(uint32_t);
}

static bool
precedes(const struct run *a, const struct run *b)
{
	return compare_bytes(item_bytes(a), item_len(a), item_bytes(b),
		item_len(b)) < 0;
}

static void
sink(struct sorter *sorter, size_t i)
{
	struct run **heap = sorter->heap, *moved = heap[i];

	for (;;) {
		size_t least = 2 * i + 1;

		if (least + 1 < sorter->n_heap &&
			precedes(heap[least + 1], heap[least]))
			least++;
		if (least >= sorter->n_heap || !precedes(heap[least], moved))
			break;
		heap[i] = heap[least];
		i = least;
	}
	heap[i] = moved;
}

/* Makes sure that the next item of the run, if any, is in memory. */
static enum err_code
fill(struct sorter *sorter, struct run *run, size_t room, struct err *err)
{
	size_t left = run->filled - run->begin;

	if (left >= sizeof(uint32_t) &&
		left >= sizeof(uint32_t) + item_len(run))
		return ERR_OK;
	memmove(run->bytes, run->bytes + run->begin, left);
	run->begin = 0;
	run->filled = left;
	while (run->filled < room && run->at < run->end) {
		size_t want = room - run->filled;
		ssize_t n;

		if ((off_t)want > run->end - run->at)
			want = (size_t)(run->end - run->at);
		n = pread(sorter->fd, run->bytes + run->filled, want, run->at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail(err);
		run->filled += (size_t)n;
		run->at += n;
	}
	return ERR_OK;
}

/* What every run has of the block: more than an item. */
static size_t
room_of_run(const struct sorter *sorter)
{
	size_t room = sorter->size / sorter->runs.n;
	size_t least = sizeof(uint32_t) + sorter->longest;

	if (least < PAGE)
		least = PAGE;
	return room > least ? room : least;
}

static enum err_code
begin_merge(struct sorter *sorter, struct err *err)
{
	size_t room = room_of_run(sorter);
	enum err_code code = ERR_OK;

	sorter->block = xreallocarray(sorter->block, sorter->runs.n, room);
	sorter->heap = xcalloc(sorter->runs.n, sizeof(struct run *));
	for (size_t i = 0; code == ERR_OK && i < sorter->runs.n; i++) {
		struct run *run = &sorter->runs.items[i];

		run->bytes = sorter->block + i * room;
		code = fill(sorter, run, room, err);
		sorter->heap[sorter->n_heap++] = run;
	}
	for (size_t i = sorter->n_heap / 2; code == ERR_OK && i-- > 0;)
		sink(sorter, i);
	return code;
}

enum err_code
sorter_sort(struct sorter *sorter, struct err *err)
{
	enum err_code code;

	if (sorter->fd < 0) {
		sort_items(sorter);
		return ERR_OK;
	}
	code = spill(sorter, err);
	return code == ERR_OK ? begin_merge(sorter, err) : code;
}

/* Leaves the item that was handed out. */
static enum err_code
advance(struct sorter *sorter, struct err *err)
{
	struct run *run = sorter->heap[0];
	enum err_code code;

	run->begin += sizeof(uint32_t) + item_len(run);
	code = fill(sorter, run, room_of_run(sorter), err);
	if (code == ERR_OK && run->begin == run->filled)
		sorter->heap[0] = sorter->heap[--sorter->n_heap];
	if (code == ERR_OK && sorter->n_heap > 1)
		sink(sorter, 0);
	return code;
}

enum err_code
sorter_next(struct sorter *sorter, const void **bytes, size_t *len,
	struct err *err)
{
	enum err_code code = ERR_OK;

	*bytes = NULL;
	if (sorter->fd < 0 && sorter->n_given < sorter->n_items) {
		const struct item *item = &items(sorter)[sorter->n_given++];

		*bytes = sorter->block + item->at;
		*len = item->len;
	}
	if (sorter->fd < 0)
		return ERR_OK;
	if (sorter->given && sorter->n_heap > 0)
		code = advance(sorter, err);
	if (code != ERR_OK || sorter->n_heap == 0)
		return code;
	sorter->given = true;
	*bytes = item_bytes(sorter->heap[0]);
	*len = item_len(sorter->heap[0]);
	return ERR_OK;
}
