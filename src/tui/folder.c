#include "tui/folder.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/file_fail.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"

static void
clear_item(struct folder_item *item)
{
	free(item->name);
	free(item->shown);
	free(item->key);
}

void
folder_clear(struct folder *folder)
{
	for (size_t i = 0; i < folder->n; i++)
		clear_item(&folder->items[i]);
	vec_clear(folder);
}

char *
folder_show_size(int64_t n_bytes)
{
	static const char *const units[] = {"KB", "MB", "GB", "TB"};
	double size = (double)n_bytes / 1024;
	size_t unit = 0;

	if (n_bytes < 1024)
		return xasprintf("%" PRId64, n_bytes);
	for (; size >= 1024 && unit < 3; unit++)
		size /= 1024;
	return xasprintf(size < 10 ? "%.1f %s" : "%.0f %s", size, units[unit]);
}

static char *
sort_key(const char *shown)
{
	struct strbuf syllables = STRBUF_INIT, key = STRBUF_INIT;

	pinyin_of_text(shown, &syllables);
	pinyin_sort_key(shown, syllables.s, &key);
	strbuf_clear(&syllables);
	return strbuf_detach(&key);
}

/* Folders first, then by pinyin, then by their bytes. */
static int
compare(const void *left, const void *right)
{
	const struct folder_item *a = left, *b = right;
	int order;

	if (a->is_folder != b->is_folder)
		return a->is_folder ? -1 : 1;
	order = strcmp(a->key, b->key);
	return order != 0 ? order : strcmp(a->name, b->name);
}

static void
add(const char *path, const char *name, struct folder *folder)
{
	char *whole = file_join(path, name);
	char *shown = file_shown(name);
	struct folder_item item;
	struct stat st;

	if (stat(whole, &st) == 0 &&
		(S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))) {
		item = (struct folder_item){
			.name = xstrdup(name),
			.shown = text_clean(shown, strlen(shown)),
			.is_folder = S_ISDIR(st.st_mode),
			.size = st.st_size,
			.moment = st.st_mtime,
		};
		item.key = sort_key(item.shown);
		vec_push(folder, item);
	}
	free(whole);
	free(shown);
}

enum err_code
folder_read(const char *path, struct folder *folder, struct err *err)
{
	DIR *stream = opendir(path);
	struct dirent *entry;
	int number;

	if (stream == NULL)
		return file_fail(err, path, errno);
	while (errno = 0, (entry = readdir(stream)) != NULL)
		if (entry->d_name[0] != '.')
			add(path, entry->d_name, folder);
	number = errno;
	closedir(stream);
	if (number != 0)
		return file_fail(err, path, number);
	if (folder->n > 0)
		qsort(folder->items, folder->n, sizeof(*folder->items),
			compare);
	return ERR_OK;
}
