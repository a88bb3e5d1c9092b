/* What is in a folder, as the file chooser shows it. */
#ifndef TUI_FOLDER_H
#define TUI_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"

struct folder_item {
	char *name;    /* bytes of the file system */
	char *shown;   /* file_shown() of it, clean */
	char *key;     /* by which items are sorted */
	bool is_folder;
	int64_t size;  /* bytes, of a file */
	int64_t moment; /* of the last change, seconds since 1970 UTC */
};

struct folder {
	struct folder_item *items;
	size_t n;
	size_t size;
};

/*
 * Appends what can be seen in the folder: folders first, each kind by pinyin;
 * names that begin with a point are left out, and so is what is neither folder
 * nor plain file.  ERR_FILE where it cannot be read.
 */
enum err_code
folder_read(const char *path, struct folder *folder, struct err *err);

void
folder_clear(struct folder *folder);

/* "812", "1.4 MB", on the heap. */
char *
folder_show_size(int64_t n_bytes);

#endif
