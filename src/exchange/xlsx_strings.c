#include "exchange/xlsx_strings.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum {
	PAGE = 64 * 1024, /* bytes, and what its last string goes beyond */
	KEPT = 32,        /* pages */
};

/* Where a page begins: the number of its first string, and its bytes. */
struct place {
	size_t first;
	uint64_t offset;
	size_t len;
};

/* A page in memory. */
struct page {
	bool used;
	size_t number;
	struct strbuf bytes; /* each string ended by a zero byte */
	VEC(uint32_t) starts;
};

struct xlsx_strings {
	int fd; /* -1: nothing was written yet */
	size_t n;
	VEC(struct place) places; /* of all pages but the last */
	struct page last;         /* still being filled */
	struct page kept[KEPT];   /* each number in its own place */
};

struct xlsx_strings *
xlsx_strings_new(void)
{
	struct xlsx_strings *strings = xcalloc(1, sizeof(*strings));

	strings->fd = -1;
	strbuf_init(&strings->last.bytes);
	for (size_t i = 0; i < KEPT; i++)
		strbuf_init(&strings->kept[i].bytes);
	return strings;
}

static void
page_clear(struct page *page)
{
	strbuf_clear(&page->bytes);
	vec_clear(&page->starts);
}

void
xlsx_strings_free(struct xlsx_strings *strings)
{
	if (strings == NULL)
		return;
	if (strings->fd >= 0)
		close(strings->fd);
	page_clear(&strings->last);
	for (size_t i = 0; i < KEPT; i++)
		page_clear(&strings->kept[i]);
	vec_clear(&strings->places);
	free(strings);
}

static enum err_code
refuse(struct err *err)
{
	return err_set(err, ERR_FILE,
		_("The texts of the workbook cannot be kept while it is read: "
		  "%s."), strerror(errno));
}

/* Puts the last page into the file and begins another. */
static enum err_code
put_away(struct xlsx_strings *strings, struct err *err)
{
	struct page *page = &strings->last;
	struct place place = {.first = strings->n - page->starts.n,
		.len = page->bytes.len};

	if (strings->places.n > 0) {
		const struct place *before =
			&strings->places.items[strings->places.n - 1];

		place.offset = before->offset + before->len;
	}
	if (strings->fd < 0)
		strings->fd = file_open_nameless();
	if (strings->fd < 0)
		return refuse(err);
	if (!file_write_whole(strings->fd, page->bytes.s, place.len))
		return refuse(err);
	vec_push(&strings->places, place);
	strbuf_reset(&page->bytes);
	page->starts.n = 0;
	return ERR_OK;
}

enum err_code
xlsx_strings_add(struct xlsx_strings *strings, const char *text,
	struct err *err)
{
	struct page *page = &strings->last;

	vec_push(&page->starts, (uint32_t)page->bytes.len);
	strbuf_add_bytes(&page->bytes, text, strlen(text) + 1);
	strings->n++;
	return page->bytes.len < PAGE ? ERR_OK : put_away(strings, err);
}

size_t
xlsx_strings_n(const struct xlsx_strings *strings)
{
	return strings->n;
}

/* The page that holds the string: the last place with a first that is not
 * behind it; places.n for the one that is being filled. */
static size_t
find_page(const struct xlsx_strings *strings, size_t number)
{
	size_t from = 0, to = strings->places.n;

	if (number >= strings->n - strings->last.starts.n)
		return to;
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (strings->places.items[middle].first <= number)
			from = middle;
		else
			to = middle;
	}
	return from;
}

static enum err_code
fetch(struct xlsx_strings *strings, size_t number, struct page *page,
	struct err *err)
{
	const struct place *place = &strings->places.items[number];
	char *bytes;

	page->used = false;
	page->starts.n = 0;
	strbuf_reset(&page->bytes);
	bytes = strbuf_room(&page->bytes, place->len);
	for (size_t done = 0; done < place->len;) {
		ssize_t n = pread(strings->fd, bytes + done, place->len - done,
			(off_t)(place->offset + done));

		if (n == 0)
			errno = EIO;
		if (n == 0 || (n < 0 && errno != EINTR))
			return refuse(err);
		done += n < 0 ? 0 : (size_t)n;
	}
	page->bytes.len = place->len;
	for (size_t at = 0; at < place->len;
		at += strlen(page->bytes.s + at) + 1)
		vec_push(&page->starts, (uint32_t)at);
	page->number = number;
	page->used = true;
	return ERR_OK;
}

enum err_code
xlsx_strings_get(struct xlsx_strings *strings, size_t number,
	const char **text, struct err *err)
{
	size_t at = find_page(strings, number), first;
	struct page *page = &strings->last;
	enum err_code code = ERR_OK;

	if (at < strings->places.n) {
		first = strings->places.items[at].first;
		page = &strings->kept[at % KEPT];
		if (!page->used || page->number != at)
			code = fetch(strings, at, page, err);
	} else {
		first = strings->n - page->starts.n;
	}
	if (code == ERR_OK)
		*text = page->bytes.s + page->starts.items[number - first];
	return code;
}
