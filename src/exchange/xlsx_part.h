/*
 * The parts (部件) of a workbook: XML through expat, out of a zip through
 * libzip, both held to what a workbook may be: no document types, no parts
 * that unpack into more than any sheet holds, no elements without end.
 */
#ifndef EXCHANGE_XLSX_PART_H
#define EXCHANGE_XLSX_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/job.h"

struct xlsx_package;

/* fd stays the caller's and is not needed afterwards; name, what sentences
 * call the file, must live as long as the package.  ERR_FILE where it is no
 * zip, or one that is cut off. */
enum err_code
xlsx_package_open(int fd, const char *name, struct xlsx_package **out,
	struct err *err);

/* Takes NULL. */
void
xlsx_package_close(struct xlsx_package *package);

const char *
xlsx_package_name(const struct xlsx_package *package);

bool
xlsx_package_has(const struct xlsx_package *package, const char *part);

/*
 * What a part holds, in order.  element is the local name, "" for one of
 * another namespace than those of workbooks; attributes are pairs of name and
 * value, NULL behind the last, names of a namespace as URI|local.
 */
struct xlsx_handler {
	enum err_code (*begin)(void *data, const char *element,
		const char *const *attributes, struct err *err);
	enum err_code (*end)(void *data, const char *element, struct err *err);
	enum err_code (*text)(void *data, const char *text, size_t len,
		struct err *err);
};

/*
 * Reads a part to its end and proves its checksum.  ERR_FILE says that it is
 * missing, damaged, protected or too large.  What a function of the handler
 * returns other than ERR_OK stops the reading, which returns it.
 */
enum err_code
xlsx_part_read(struct xlsx_package *package, const char *part,
	const struct xlsx_handler *handler, void *data, struct job *job,
	struct err *err);

/* The value of an attribute, NULL where there is none. */
const char *
xlsx_attribute(const char *const *attributes, const char *name);

/* The sentence for a workbook that is not as it should be. */
enum err_code
xlsx_refuse(const struct xlsx_package *package, const char *part,
	struct err *err);

#endif
