#include "exchange/xlsx_part.h"

#include <expat.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/xalloc.h"

enum {
	PIECE = 64 * 1024,
	DEPTH_MAX = 64,
	RATIO_MAX = 256, /* of what is unpacked to what it was packed in */
};

static const uint64_t free_of_ratio = (uint64_t)64 << 20;
static const uint64_t part_max = (uint64_t)4 << 30;
static const uint64_t token_max = (uint64_t)4 << 20; /* one tag, one comment */

struct xlsx_package {
	zip_t *zip;
	const char *name;
};

/* A part on its way through expat. */
struct parsing {
	const struct xlsx_package *package;
	const char *part;
	const struct xlsx_handler *handler;
	void *data;
	XML_Parser parser;
	size_t depth;
	enum err_code code; /* of the handler */
	struct err *err;
};

enum err_code
xlsx_refuse(const struct xlsx_package *package, const char *part,
	struct err *err)
{
	return err_set(err, ERR_FILE,
		_("%s is damaged (%s cannot be read); get the file anew, or "
		  "open it in WPS or Excel and save it again."),
		err_name(err, package->name), part);
}

enum err_code
xlsx_package_open(int fd, const char *name, struct xlsx_package **out,
	struct err *err)
{
	struct xlsx_package *package;
	int own = dup(fd); /* libzip closes it */
	zip_t *zip = own < 0 ? NULL : zip_fdopen(own, 0, NULL);

	*out = NULL;
	if (zip == NULL) {
		if (own >= 0)
			close(own);
		return err_set(err, ERR_FILE,
			_("%s is a damaged workbook, or only a part of one; "
			  "copy or download it anew."), err_name(err, name));
	}
	package = xcalloc(1, sizeof(*package));
	package->zip = zip;
	package->name = name;
	*out = package;
	return ERR_OK;
}

void
xlsx_package_close(struct xlsx_package *package)
{
	if (package == NULL)
		return;
	zip_discard(package->zip);
	free(package);
}

const char *
xlsx_package_name(const struct xlsx_package *package)
{
	return package->name;
}

bool
xlsx_package_has(const struct xlsx_package *package, const char *part)
{
	return zip_name_locate(package->zip, part, ZIP_FL_NOCASE) >= 0;
}

const char *
xlsx_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

/* The main namespace in its two versions, and that of relationships. */
static const char *
local_name(const char *element)
{
	static const char *const spaces[] = {
		"http://schemas.openxmlformats.org/spreadsheetml/2006/main|",
		"http://purl.oclc.org/ooxml/spreadsheetml/main|",
		"http://schemas.openxmlformats.org/package/2006/relationships|",
	};

	for (size_t i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++) {
		size_t len = strlen(spaces[i]);

		if (strncmp(element, spaces[i], len) == 0)
			return element + len;
	}
	return "";
}

static void
settle(struct parsing *parsing, enum err_code code)
{
	parsing->code = code;
	if (code != ERR_OK)
		XML_StopParser(parsing->parser, XML_FALSE);
}

/* expat may still call after it was stopped. */
static void XMLCALL
begin_element(void *data, const char *element, const char **attributes)
{
	struct parsing *parsing = data;

	if (parsing->code != ERR_OK)
		return;
	settle(parsing, ++parsing->depth > DEPTH_MAX
		? xlsx_refuse(parsing->package, parsing->part, parsing->err)
		: parsing->handler->begin(parsing->data, local_name(element),
			(const char *const *)attributes, parsing->err));
}

static void XMLCALL
end_element(void *data, const char *element)
{
	struct parsing *parsing = data;

	parsing->depth--;
	if (parsing->code == ERR_OK && parsing->handler->end != NULL)
		settle(parsing, parsing->handler->end(parsing->data,
			local_name(element), parsing->err));
}

static void XMLCALL
take_text(void *data, const char *text, int len)
{
	struct parsing *parsing = data;

	if (parsing->code == ERR_OK && parsing->handler->text != NULL)
		settle(parsing, parsing->handler->text(parsing->data, text,
			(size_t)len, parsing->err));
}

/* No program writes one into a workbook, and entities could be built of it. */
static void XMLCALL
refuse_doctype(void *data, const char *name, const char *system,
	const char *public, int internal)
{
	struct parsing *parsing = data;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	settle(parsing, xlsx_refuse(parsing->package, parsing->part,
		parsing->err));
}

static enum err_code
check_size(const struct parsing *parsing, uint64_t done, uint64_t packed,
	struct err *err)
{
	if (done <= part_max &&
		(done <= free_of_ratio || done / RATIO_MAX <= packed))
		return ERR_OK;
	return err_set(err, ERR_FILE,
		_("%s unpacks into more than any sheet holds (%s); it was not "
		  "read.  Save the sheet again in WPS or Excel."),
		err_name(err, parsing->package->name), parsing->part);
}

/* Hands one piece on; len 0 is the end. */
static enum err_code
parse_piece(struct parsing *parsing, size_t len, uint64_t done,
	struct err *err)
{
	enum XML_Status status = XML_ParseBuffer(parsing->parser, (int)len,
		len == 0);
	XML_Index at = XML_GetCurrentByteIndex(parsing->parser);

	if (parsing->code != ERR_OK)
		return parsing->code;
	if (status != XML_STATUS_OK ||
		(at >= 0 && done - (uint64_t)at > token_max))
		return xlsx_refuse(parsing->package, parsing->part, err);
	return ERR_OK;
}

static enum err_code
parse_pieces(struct parsing *parsing, zip_file_t *file, const zip_stat_t *stat,
	struct job *job, struct err *err)
{
	enum err_code code = ERR_OK;
	uint64_t done = 0;
	zip_int64_t n = 1;

	while (code == ERR_OK && n > 0) {
		void *bytes = XML_GetBuffer(parsing->parser, PIECE);

		if (job_cancelled(job))
			return err_set(err, ERR_CANCELLED,
				_("Stopped; nothing was changed."));
		n = bytes == NULL ? -1 : zip_fread(file, bytes, PIECE);
		if (n < 0)
			return xlsx_refuse(parsing->package, parsing->part,
				err);
		done += (uint64_t)n;
		code = check_size(parsing, done, stat->comp_size, err);
		if (code == ERR_OK)
			code = parse_piece(parsing, (size_t)n, done, err);
		job_progress(job, _("reading"), done, stat->size);
	}
	return code;
}

static void *
grow(void *old, size_t size)
{
	return xreallocarray(old, size, 1);
}

static void
prepare(struct parsing *parsing)
{
	static const XML_Memory_Handling_Suite memory = {xmalloc, grow, free};

	parsing->parser = XML_ParserCreate_MM(NULL, &memory, "|");
	XML_SetUserData(parsing->parser, parsing);
	XML_SetElementHandler(parsing->parser, begin_element, end_element);
	XML_SetCharacterDataHandler(parsing->parser, take_text);
	XML_SetStartDoctypeDeclHandler(parsing->parser, refuse_doctype);
}

enum err_code
xlsx_part_read(struct xlsx_package *package, const char *part,
	const struct xlsx_handler *handler, void *data, struct job *job,
	struct err *err)
{
	struct parsing parsing = {.package = package, .part = part,
		.handler = handler, .data = data, .err = err};
	zip_int64_t at = zip_name_locate(package->zip, part, ZIP_FL_NOCASE);
	zip_stat_t stat;
	zip_file_t *file;
	enum err_code code;

	if (at < 0 || zip_stat_index(package->zip, (zip_uint64_t)at, 0,
			      &stat) != 0)
		return xlsx_refuse(package, part, err);
	if (stat.encryption_method != ZIP_EM_NONE)
		return err_set(err, ERR_FILE,
			_("%s is protected with a password; open it in WPS or "
			  "Excel, take the password off and save it."),
			err_name(err, package->name));
	file = zip_fopen_index(package->zip, (zip_uint64_t)at, 0);
	if (file == NULL)
		return xlsx_refuse(package, part, err);
	prepare(&parsing);
	code = parse_pieces(&parsing, file, &stat, job, err);
	XML_ParserFree(parsing.parser);
	zip_fclose(file);
	return code;
}
