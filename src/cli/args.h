/* What commands are given, and the database that they work on. */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include <getopt.h>
#include <stdint.h>

#include "app.h"
#include "base/enc.h"
#include "base/err.h"
#include "records/query.h"
#include "records/record.h"

/*
 * The next option of a command by getopt_long(3): its val, -1 behind the last,
 * '?' for one that cli_usage() must explain.  options end with zeros.
 */
int
args_option(int argc, char **argv, const struct option *options);

/* A whole number from 1 to max, ERR_INVALID with the option's name. */
enum err_code
args_number(const char *option, const char *text, long max, long *out,
	struct err *err);

/* The type of that name or term; ERR_ABSENT says where they are listed. */
enum err_code
args_type(const char *name, const struct record_type **out, struct err *err);

/* The id (编号) that text spells; ERR_INVALID where it spells none. */
enum err_code
args_id(const char *text, int64_t *id, struct err *err);

/* The encoding of a file to be written; name NULL: the usual one.  ERR_INVALID
 * names those that there are. */
enum err_code
args_encoding(const char *name, enum encoding *out, struct err *err);

/* The field that name names by column or term; ERR_ABSENT where there is none. */
enum err_code
args_field(const struct record_type *type, const char *name,
	const struct field_type **field, struct err *err);

/* Puts the survivor's in place of the id of a record that was merged, and says
 * so. */
enum err_code
args_survivor(struct store *store, const struct record_type *type, int64_t *id,
	struct err *err);

/* The record of the type that text names by id or title, as it was typed;
 * ERR_ABSENT or ERR_INVALID where it is none, or not one alone. */
enum err_code
args_record(struct store *store, const struct record_type *type,
	const char *text, int64_t *id, struct err *err);

/* Adds FIELD=VALUE to the query; a reference is given by id or title. */
enum err_code
args_where(struct store *store, struct query *query, const char *where,
	const char *today, struct err *err);

/* Opens the database of app, showing progress, and settles who types. */
enum err_code
args_open(struct app *app, struct err *err);

#endif
