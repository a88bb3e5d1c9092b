/* What making a copy and restoring one have in common. */
#ifndef STORE_BACKUP_COPY_H
#define STORE_BACKUP_COPY_H

#include <stddef.h>
#include <stdint.h>

#include "base/embed.h"
#include "base/err.h"
#include "base/job.h"
#include "base/world.h"
#include "store/store.h"
#include "store/table.h"

/* The steps of the schema that this program knows, compiled in. */
extern const struct embed_file schema_steps[];
extern const size_t schema_steps_n;

/*
 * Makes an empty private file (mode 0600) beside path; its name on the heap in
 * *temp and the open descriptor in *fd.
 */
enum err_code
backup_copy_begin(const char *path, char **temp, int *fd, struct err *err);

/*
 * A file at temp, which nobody else knows; name is how the sentences call it.
 * tables are those whose records and search keys it may hold.
 */
struct backup_copy_check {
	const char *temp;
	const char *name;
	const struct world *world;
	const struct table *const *tables;
	size_t n_tables;
};

/*
 * Is it a whole database of ours that this program can read?  SQLite's
 * quick_check, our number and the schema's, which comes back in *schema if not
 * NULL.  ERR_STORE says what it is instead.
 */
enum err_code
backup_copy_check_file(const struct backup_copy_check *check, int *schema,
	struct err *err);

/* Opens it for reading, as if it lay on a stick: nothing is made beside it.
 * The schema must be today's. */
enum err_code
backup_copy_open(const struct backup_copy_check *check, struct store **out,
	struct err *err);

/*
 * Is everything in it as the journal says?  The schema must be today's.  The
 * first fault comes back in *fault as a sentence on the heap, NULL where there
 * is none; ERR_OK means only that the check ran to its end.
 */
enum err_code
backup_copy_check_journal(const struct backup_copy_check *check,
	struct job *job, char **fault, struct err *err);

/* Flushes the file of the descriptor to the disk. */
enum err_code
backup_copy_sync(int fd, const char *name, struct err *err);

/* Gives temp its name where nothing has that name yet. */
enum err_code
backup_copy_publish(const char *temp, const char *path, struct err *err);

/* Removes temp and what was made beside it to read it; frees the name. */
void
backup_copy_end(char *temp);

#endif
