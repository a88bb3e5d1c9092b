#include "exchange/xlsx_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum {
	PARTS_MAX = 4096,      /* that the list of parts names */
	SHEETS_MAX = 1024,
	FORMATS_MAX = 65536,
	STRING_MAX = 128 * 1024, /* bytes; 32767 characters in UTF-16 */
};

/* What one part says of another: /_rels/.rels and the like. */
struct relation {
	char *id;
	char *type; /* the last word of it: worksheet */
	char *target;
};

struct relations {
	const struct xlsx_package *package;
	const char *part;
	const char *folder; /* to which targets are relative, with a slash */
	VEC(struct relation) items;
};

static enum err_code
take_relation(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	struct relations *relations = data;
	const char *id = xlsx_attribute(attributes, "Id");
	const char *type = xlsx_attribute(attributes, "Type");
	const char *target = xlsx_attribute(attributes, "Target");
	struct relation relation;

	if (strcmp(element, "Relationship") != 0)
		return ERR_OK;
	if (id == NULL || type == NULL || target == NULL ||
		relations->items.n == PARTS_MAX)
		return xlsx_refuse(relations->package, relations->part, err);
	relation.id = xstrdup(id);
	relation.type = xstrdup(strrchr(type, '/') != NULL
		? strrchr(type, '/') + 1 : type);
	relation.target = target[0] == '/' ? xstrdup(target + 1)
		: xasprintf("%s%s", relations->folder, target);
	vec_push(&relations->items, relation);
	return ERR_OK;
}

static void
relations_clear(struct relations *relations)
{
	for (size_t i = 0; i < relations->items.n; i++) {
		free(relations->items.items[i].id);
		free(relations->items.items[i].type);
		free(relations->items.items[i].target);
	}
	vec_clear(&relations->items);
}

/* What a part is related to; part "" is the whole. */
static enum err_code
relations_read(struct relations *relations, struct xlsx_package *package,
	const char *part, struct err *err)
{
	static const struct xlsx_handler handler = {.begin = take_relation};
	const char *slash = strrchr(part, '/');
	size_t len = slash != NULL ? (size_t)(slash - part) + 1 : 0;
	char *folder = xstrndup(part, len);
	char *path = xasprintf("%s_rels/%s.rels", folder, part + len);
	enum err_code code;

	*relations = (struct relations){.package = package, .part = path,
		.folder = folder};
	code = xlsx_part_read(package, path, &handler, relations, NULL, err);
	free(folder);
	free(path);
	return code;
}

/* The first of that type, or with that id; NULL none. */
static const struct relation *
find_relation(const struct relations *relations, const char *type,
	const char *id)
{
	for (size_t i = 0; i < relations->items.n; i++) {
		const struct relation *relation = &relations->items.items[i];

		if (strcmp(relation->type, type) == 0 &&
			(id == NULL || strcmp(relation->id, id) == 0))
			return relation;
	}
	return NULL;
}

/* The list of sheets on its way into the book. */
struct listing {
	struct xlsx_book *book;
	const char *part;
	struct relations relations;
	VEC(struct xlsx_sheet) sheets;
};

/* r:id, in either version of its namespace. */
static const char *
relation_id(const char *const *attributes)
{
	static const char ending[] = "/relationships|id";
	size_t end = sizeof(ending) - 1;

	for (; *attributes != NULL; attributes += 2) {
		size_t len = strlen(attributes[0]);

		if (len > end && strcmp(attributes[0] + len - end, ending) == 0)
			return attributes[1];
	}
	return NULL;
}

/* Sheets of other kinds, as those that are one chart, have no rows. */
static enum err_code
list_sheet(struct listing *listing, const char *const *attributes,
	struct err *err)
{
	const char *name = xlsx_attribute(attributes, "name");
	const char *state = xlsx_attribute(attributes, "state");
	const char *id = relation_id(attributes);
	const struct relation *relation;
	struct xlsx_sheet sheet;

	if (name == NULL || id == NULL || listing->sheets.n == SHEETS_MAX)
		return xlsx_refuse(listing->book->package, listing->part, err);
	relation = find_relation(&listing->relations, "worksheet", id);
	if (relation == NULL || (state != NULL && strcmp(state, "visible") != 0))
		return ERR_OK;
	sheet.name = xstrdup(name);
	sheet.part = xstrdup(relation->target);
	vec_push(&listing->sheets, sheet);
	return ERR_OK;
}

static bool
is_true(const char *value)
{
	return value != NULL && (strcmp(value, "1") == 0 ||
		strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

static enum err_code
take_listed(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	struct listing *listing = data;

	if (strcmp(element, "sheet") == 0)
		return list_sheet(listing, attributes, err);
	if (strcmp(element, "workbookPr") == 0)
		listing->book->from_1904 =
			is_true(xlsx_attribute(attributes, "date1904"));
	return ERR_OK;
}

static char *
part_of(const struct relations *relations, const char *type)
{
	const struct relation *relation = find_relation(relations, type, NULL);

	return relation != NULL ? xstrdup(relation->target) : NULL;
}

static enum err_code
read_listing(struct xlsx_book *book, const char *part, struct err *err)
{
	static const struct xlsx_handler handler = {.begin = take_listed};
	struct listing listing = {.book = book, .part = part};
	enum err_code code = relations_read(&listing.relations, book->package,
		part, err);

	if (code == ERR_OK)
		code = xlsx_part_read(book->package, part, &handler, &listing,
			NULL, err);
	book->strings_part = part_of(&listing.relations, "sharedStrings");
	book->styles_part = part_of(&listing.relations, "styles");
	book->sheets = listing.sheets.items;
	book->n_sheets = listing.sheets.n;
	relations_clear(&listing.relations);
	return code;
}

/* Other documents that are zips as well, by a part that they have. */
static enum err_code
refuse_other(const struct xlsx_package *package, struct err *err)
{
	const char *name = xlsx_package_name(package);

	if (xlsx_package_has(package, "content.xml"))
		return err_set(err, ERR_FILE,
			_("%s is an OpenDocument file (.ods); open it in WPS "
			  "or Excel and save it as a workbook (.xlsx)."),
			err_name(err, name));
	if (xlsx_package_has(package, "xl/workbook.bin"))
		return err_set(err, ERR_FILE,
			_("%s is a binary workbook (.xlsb); open it in WPS or "
			  "Excel and save it as a workbook (.xlsx)."),
			err_name(err, name));
	return err_set(err, ERR_FILE,
		_("%s is no workbook; open it in the program that made it and "
		  "save the table as a workbook (.xlsx) or as CSV."),
		err_name(err, name));
}

static enum err_code
read_book(struct xlsx_book *book, struct err *err)
{
	struct xlsx_package *package = book->package;
	struct relations relations;
	enum err_code code;
	char *part;

	if (xlsx_package_has(package, "content.xml") ||
		xlsx_package_has(package, "xl/workbook.bin") ||
		!xlsx_package_has(package, "_rels/.rels"))
		return refuse_other(package, err);
	code = relations_read(&relations, package, "", err);
	part = code == ERR_OK ? part_of(&relations, "officeDocument") : NULL;
	relations_clear(&relations);
	if (code != ERR_OK)
		return code;
	if (part == NULL || strstr(part, "workbook") == NULL)
		code = refuse_other(package, err);
	else
		code = read_listing(book, part, err);
	free(part);
	return code;
}

enum err_code
xlsx_book_open(int fd, const char *name, struct xlsx_book **out,
	struct err *err)
{
	struct xlsx_book *book = xcalloc(1, sizeof(*book));
	enum err_code code = xlsx_package_open(fd, name, &book->package, err);

	if (code == ERR_OK)
		code = read_book(book, err);
	if (code != ERR_OK) {
		xlsx_book_close(book);
		book = NULL;
	}
	*out = book;
	return code;
}

void
xlsx_book_unload(struct xlsx_book *book)
{
	xlsx_strings_free(book->strings);
	book->strings = NULL;
	free(book->formats);
	book->formats = NULL;
	book->n_formats = 0;
}

void
xlsx_book_close(struct xlsx_book *book)
{
	if (book == NULL)
		return;
	xlsx_book_unload(book);
	for (size_t i = 0; i < book->n_sheets; i++) {
		free(book->sheets[i].name);
		free(book->sheets[i].part);
	}
	free(book->sheets);
	free(book->strings_part);
	free(book->styles_part);
	xlsx_package_close(book->package);
	free(book);
}

/* The number of _xHHHH_ at s, -1 where it is none. */
static long
escaped(const char *s)
{
	char digits[5] = "";

	if (s[0] != '_' || s[1] != 'x')
		return -1;
	snprintf(digits, sizeof(digits), "%.4s", s + 2);
	if (strspn(digits, "0123456789ABCDEFabcdef") != 4 || s[6] != '_')
		return -1;
	return strtol(digits, NULL, 16);
}

/* A character of several bytes; those beyond FFFF are two escapes. */
static void
add_character(unsigned long c, struct strbuf *out)
{
	static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
	int n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	strbuf_add_char(out, (char)(marks[n > 1 ? n : 0] |
		(c >> (6 * (n - 1)))));
	for (int i = n - 2; i >= 0; i--)
		strbuf_add_char(out, (char)(0x80 | ((c >> (6 * i)) & 0x3f)));
}

void
xlsx_unescape(const char *text, struct strbuf *out)
{
	enum { LEN = 7 };

	for (const char *s = text; *s != '\0';) {
		long c = escaped(s);
		long low = c >= 0xd800 && c < 0xdc00 ? escaped(s + LEN) : -1;

		if (low >= 0xdc00 && low < 0xe000) {
			add_character(0x10000 + ((unsigned long)(c - 0xd800)
				<< 10) + (unsigned long)(low - 0xdc00), out);
			s += 2 * LEN;
		} else if (c <= 0 || (c >= 0xd800 && c < 0xe000)) {
			strbuf_add_char(out, *s++);
		} else {
			add_character((unsigned long)c, out);
			s += LEN;
		}
	}
}

/* The strings on their way into the book. */
struct stringing {
	struct xlsx_book *book;
	bool in_text; /* of the string, not of its reading (注音) */
	size_t in_phonetic;
	struct strbuf text;
	struct strbuf plain;
};

static enum err_code
string_begin(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	struct stringing *stringing = data;

	(void)attributes;
	(void)err;
	if (strcmp(element, "si") == 0)
		strbuf_reset(&stringing->text);
	else if (strcmp(element, "rPh") == 0)
		stringing->in_phonetic++;
	else if (strcmp(element, "t") == 0)
		stringing->in_text = stringing->in_phonetic == 0;
	return ERR_OK;
}

static enum err_code
string_text(void *data, const char *text, size_t len, struct err *err)
{
	struct stringing *stringing = data;

	if (stringing->in_text)
		strbuf_add_bytes(&stringing->text, text, len);
	if (stringing->text.len <= STRING_MAX)
		return ERR_OK;
	return xlsx_refuse(stringing->book->package,
		stringing->book->strings_part, err);
}

static enum err_code
string_end(void *data, const char *element, struct err *err)
{
	struct stringing *stringing = data;

	if (strcmp(element, "rPh") == 0)
		stringing->in_phonetic--;
	else if (strcmp(element, "t") == 0)
		stringing->in_text = false;
	if (strcmp(element, "si") != 0)
		return ERR_OK;
	strbuf_reset(&stringing->plain);
	xlsx_unescape(stringing->text.s, &stringing->plain);
	return xlsx_strings_add(stringing->book->strings, stringing->plain.s,
		err);
}

static enum err_code
load_strings(struct xlsx_book *book, struct job *job, struct err *err)
{
	static const struct xlsx_handler handler = {string_begin, string_end,
		string_text};
	struct stringing stringing = {.book = book, .text = STRBUF_INIT,
		.plain = STRBUF_INIT};
	enum err_code code = ERR_OK;

	book->strings = xlsx_strings_new();
	if (book->strings_part != NULL)
		code = xlsx_part_read(book->package, book->strings_part,
			&handler, &stringing, job, err);
	strbuf_clear(&stringing.text);
	strbuf_clear(&stringing.plain);
	return code;
}

struct spelt_format {
	unsigned long id;
	struct xlsx_format format;
};

/* The formats on their way into the book. */
struct formatting {
	struct xlsx_book *book;
	VEC(struct spelt_format) spelt;
	VEC(struct xlsx_format) formats;
	bool in_cells;
};

static struct xlsx_format
find_format(const struct formatting *formatting, unsigned long id)
{
	for (size_t i = 0; i < formatting->spelt.n; i++)
		if (formatting->spelt.items[i].id == id)
			return formatting->spelt.items[i].format;
	return xlsx_format_known(id);
}

static enum err_code
take_format(struct formatting *formatting, const char *const *attributes,
	struct err *err)
{
	const char *id = xlsx_attribute(attributes, "numFmtId");
	const char *spelt = xlsx_attribute(attributes, "formatCode");
	struct spelt_format format;

	if (id == NULL || spelt == NULL || formatting->spelt.n == PARTS_MAX)
		return xlsx_refuse(formatting->book->package,
			formatting->book->styles_part, err);
	format.id = strtoul(id, NULL, 10);
	format.format = xlsx_format_spelt(spelt);
	vec_push(&formatting->spelt, format);
	return ERR_OK;
}

static enum err_code
format_begin(void *data, const char *element, const char *const *attributes,
	struct err *err)
{
	struct formatting *formatting = data;
	const char *id;

	if (strcmp(element, "numFmt") == 0 && formatting->formats.n == 0)
		return take_format(formatting, attributes, err);
	if (strcmp(element, "cellXfs") == 0)
		formatting->in_cells = true;
	if (strcmp(element, "xf") != 0 || !formatting->in_cells)
		return ERR_OK;
	if (formatting->formats.n == FORMATS_MAX)
		return xlsx_refuse(formatting->book->package,
			formatting->book->styles_part, err);
	id = xlsx_attribute(attributes, "numFmtId");
	vec_push(&formatting->formats, find_format(formatting,
		id != NULL ? strtoul(id, NULL, 10) : 0));
	return ERR_OK;
}

static enum err_code
format_end(void *data, const char *element, struct err *err)
{
	struct formatting *formatting = data;

	(void)err;
	if (strcmp(element, "cellXfs") == 0)
		formatting->in_cells = false;
	return ERR_OK;
}

static enum err_code
load_formats(struct xlsx_book *book, struct err *err)
{
	static const struct xlsx_handler handler = {format_begin, format_end,
		NULL};
	struct formatting formatting = {.book = book};
	enum err_code code = ERR_OK;

	if (book->styles_part != NULL)
		code = xlsx_part_read(book->package, book->styles_part,
			&handler, &formatting, NULL, err);
	book->formats = formatting.formats.items;
	book->n_formats = formatting.formats.n;
	vec_clear(&formatting.spelt);
	return code;
}

enum err_code
xlsx_book_load(struct xlsx_book *book, struct job *job, struct err *err)
{
	enum err_code code;

	xlsx_book_unload(book);
	code = load_formats(book, err);
	if (code == ERR_OK)
		code = load_strings(book, job, err);
	return code;
}
