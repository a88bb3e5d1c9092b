#include "cli/args.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/cli.h"
#include "records/find.h"
#include "records/load.h"
#include "records/ruling.h"
#include "records/value.h"
#include "store/site.h"

/* Records named in the sentence about a title that several have. */
enum { CANDIDATES_MAX = 5 };

int
args_option(int argc, char **argv, const struct option *options)
{
	return getopt_long(argc, argv, "", options, NULL);
}

enum err_code
args_number(const char *option, const char *text, long max, long *out,
	struct err *err)
{
	char *end;

	*out = strtol(text, &end, 10);
	if (text[0] >= '0' && text[0] <= '9' && *end == '\0' && *out >= 1 &&
		*out <= max)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("%s takes a whole number from 1 to %ld, not “%s”."), option,
		max, text);
}

enum err_code
args_type(const char *name, const struct record_type **out, struct err *err)
{
	char *text = cli_text(name);
	enum err_code code = ERR_OK;

	*out = record_type_find(text);
	if (*out == NULL)
		code = err_set(err, ERR_ABSENT,
			_("There is no record type “%s”; ronghe types lists "
			  "them."), text);
	free(text);
	return code;
}

enum err_code
args_id(const char *text, int64_t *id, struct err *err)
{
	if (site_id_from_text(text, id))
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("“%s” is no id; ids look like 0K3M9QX-1F and stand in front "
		  "of what find and history list."), text);
}

enum err_code
args_encoding(const char *name, enum encoding *out, struct err *err)
{
	*out = name != NULL ? enc_by_name(name) : ENC_UTF8_BOM;
	if (*out == ENC_UTF8 || *out == ENC_UTF8_BOM || *out == ENC_GB18030)
		return ERR_OK;
	return err_set(err, ERR_INVALID,
		_("--encoding takes utf-8-bom, utf-8 or gb18030 here, not "
		  "“%s”."), name);
}

/* By column, either term, or the title's header of a reference. */
static const struct field_type *
find_field(const struct record_type *type, const char *name, size_t len)
{
	char *wanted = xstrndup(name, len);
	char *reference = xasprintf("%s_id", wanted);
	const struct field_type *found = NULL;

	for (size_t i = 0; i < type->n_fields && found == NULL; i++) {
		const struct field_type *field = &type->fields[i];

		if (strcmp(field->name, wanted) == 0 ||
			strcmp(field->name, reference) == 0 ||
			strcmp(field->term.en, wanted) == 0 ||
			strcmp(field->term.zh, wanted) == 0)
			found = field;
	}
	free(reference);
	free(wanted);
	return found;
}

static enum err_code
several(struct store *store, const struct record_type *type,
	const char *title, const struct find_ids *ids, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	enum err_code code;

	find_name_all(store, type, ids, &names);
	code = err_set(err, ERR_INVALID,
		_("Several records are called “%s”; give the id of one: %s."),
		title, names.s);
	strbuf_clear(&names);
	return code;
}

enum err_code
args_survivor(struct store *store, const struct record_type *type, int64_t *id,
	struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	char texts[2][SITE_ID_TEXT_SIZE];
	int64_t survivor = *id;
	enum err_code code = ERR_OK;

	if (type->flags & RECORD_MERGES)
		code = ruling_survivor(store, *id, &survivor, err);
	if (code != ERR_OK || survivor == *id)
		return code;
	record_title_of(store, type, survivor, &title);
	site_id_to_text(*id, texts[0]);
	site_id_to_text(survivor, texts[1]);
	cli_say(_("%s has been merged into %s (%s)."), texts[0], title.s,
		texts[1]);
	strbuf_clear(&title);
	*id = survivor;
	return ERR_OK;
}

/* The one record that a title or id names. */
static enum err_code
find_record(struct store *store, const struct record_type *type,
	const char *title, int64_t *id, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code;

	if (site_id_from_text(title, id))
		return args_survivor(store, type, id, err);
	code = find_by_title(store, type, title, CANDIDATES_MAX, &ids, err);
	if (code == ERR_OK && ids.n == 0)
		code = err_set(err, ERR_ABSENT,
			_("No record of the type %s is called “%s”."),
			term_word(&type->term), title);
	else if (code == ERR_OK && ids.n > 1)
		code = several(store, type, title, &ids, err);
	if (code == ERR_OK)
		*id = ids.items[0];
	find_ids_clear(&ids);
	return code;
}

enum err_code
args_record(struct store *store, const struct record_type *type,
	const char *text, int64_t *id, struct err *err)
{
	char *title = cli_text(text);
	enum err_code code = find_record(store, type, title, id, err);

	free(title);
	return code;
}

enum err_code
args_field(const struct record_type *type, const char *name,
	const struct field_type **field, struct err *err)
{
	char *text = cli_text(name);
	enum err_code code = ERR_OK;

	*field = find_field(type, text, strlen(text));
	if (*field == NULL)
		code = err_set(err, ERR_ABSENT,
			_("The type %s has no field “%s”; ronghe types lists "
			  "them."), term_word(&type->term), text);
	free(text);
	return code;
}

/* Its id in its text form. */
static enum err_code
find_reference(struct store *store, const struct record_type *type,
	const char *title, struct strbuf *out, struct err *err)
{
	char text[SITE_ID_TEXT_SIZE];
	int64_t id;
	enum err_code code = find_record(store, type, title, &id, err);

	if (code == ERR_OK) {
		site_id_to_text(id, text);
		strbuf_add(out, text);
	}
	return code;
}

static enum err_code
add_where(struct store *store, struct query *query, const char *where,
	const char *today, struct err *err)
{
	const char *equals = strchr(where, '=');
	struct strbuf value = STRBUF_INIT;
	const struct field_type *field;
	enum err_code code = ERR_OK;

	if (equals == NULL)
		return err_set(err, ERR_INVALID,
			_("--where takes FIELD=VALUE, not “%s”."), where);
	field = find_field(query->type, where, (size_t)(equals - where));
	if (field == NULL)
		return err_set(err, ERR_ABSENT,
			_("%s has no field “%.*s”; ronghe types %s lists "
			  "them."), term_word(&query->type->term),
			(int)(equals - where), where, query->type->name);
	if (field->kind == FIELD_REF && equals[1] != '\0')
		code = find_reference(store, field_ref(field), equals + 1,
			&value, err);
	else
		code = value_normalise(field, equals + 1, today, &value, err);
	if (code == ERR_OK)
		query_set_filter(query, field->name, value.s);
	strbuf_clear(&value);
	return code;
}

enum err_code
args_where(struct store *store, struct query *query, const char *where,
	const char *today, struct err *err)
{
	char *text = cli_text(where);
	enum err_code code = add_where(store, query, text, today, err);

	free(text);
	return code;
}

enum err_code
args_open(struct app *app, struct err *err)
{
	struct job job;
	enum err_code code;

	cli_job_begin(&job);
	code = app_open_store(app, 0, &job, err);
	cli_job_end(&job);
	if (code == ERR_ABSENT && !file_exists(app->db_path))
		return err_set(err, ERR_ABSENT,
			_("There is no database at %s; ronghe init makes one."),
			err_name(err, app->db_path));
	if (code != ERR_OK)
		return code;
	return app_settle_operator(app, err);
}
