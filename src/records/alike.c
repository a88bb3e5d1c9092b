#include "records/alike.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/query.h"
#include "records/unit_name.h"
#include "store/stmt.h"

enum {
	OLD_PLACES = 15,
	PLACES = 18,
	BODY = 17,       /* without the check digit */
	FIRST_PART = 10, /* of the body: region and year of birth */
	REGION = 6,
};

/* The first 17 places of an ID number; of an old one as it would be now.  False
 * where it has neither length. */
static bool
number_body(const char *number, char body[BODY + 1])
{
	size_t len = strlen(number);

	body[BODY] = '\0';
	if (len == PLACES) {
		memcpy(body, number, BODY);
		return true;
	}
	if (len != OLD_PLACES)
		return false;
	memcpy(body, number, REGION);
	memcpy(body + REGION, "19", 2);
	memcpy(body + REGION + 2, number + REGION, OLD_PLACES - REGION);
	return true;
}

static size_t
places_that_differ(const char *a, const char *b)
{
	size_t n = 0;

	for (size_t i = 0; i < BODY; i++)
		n += a[i] != b[i];
	return n;
}

/* Are both whole, and not of one person? */
static bool
are_other_numbers(const char *a, const char *b)
{
	return strlen(a) == PLACES && strlen(b) == PLACES && strcmp(a, b) != 0;
}

static char *
sound_of(const struct field_type *field, const char *value)
{
	struct strbuf sound = STRBUF_INIT;

	if (field->flags & FIELD_PERSON)
		pinyin_of_name(value, &sound);
	else
		pinyin_of_text(value, &sound);
	return strbuf_detach(&sound);
}

/* What of a value two records share that are alike by it, appended; false
 * where there is nothing. */
static bool
add_shared(const struct field_type *field, enum alike as, const char *value,
	struct strbuf *out)
{
	size_t before = out->len;
	char body[BODY + 1];
	char *made = NULL;

	switch (as) {
	case ALIKE_VALUE:
		if (field->kind == FIELD_IDCARD && number_body(value, body))
			strbuf_add(out, body);
		else if (field->kind != FIELD_DATE || date_is_day(value))
			strbuf_add(out, value);
		return out->len > before;
	case ALIKE_NAME:
		made = text_fold(value);
		break;
	case ALIKE_SOUND:
		made = sound_of(field, value);
		break;
	case ALIKE_BODY:
		made = unit_name_fold(value);
		break;
	case ALIKE_NOT:
	case ALIKE_PLACE:
	case ALIKE_ALMOST:
	case ALIKE_VAGUE:
		return true;
	}
	strbuf_add(out, made);
	free(made);
	return out->len > before;
}

static bool
share(const struct field_type *field, enum alike as, const char *a,
	const char *b)
{
	struct strbuf one = STRBUF_INIT, other = STRBUF_INIT;
	bool same = add_shared(field, as, a, &one) &&
		add_shared(field, as, b, &other) &&
		strcmp(one.s, other.s) == 0;

	strbuf_clear(&one);
	strbuf_clear(&other);
	return same;
}

/* One character left out, put in or another, of names of two and more. */
static bool
differ_by_one(const char *a, const char *b)
{
	size_t n_a = text_chars(a), n_b = text_chars(b), n;
	const char *end_a = a + strlen(a), *end_b = b + strlen(b);

	if (n_a < 2 || n_b < 2 || (n_a > n_b ? n_a - n_b : n_b - n_a) > 1)
		return false;
	while (*a != '\0' && (n = text_next(a)) == text_next(b) &&
		memcmp(a, b, n) == 0) {
		a += n;
		b += n;
	}
	while (end_a > a && end_b > b) {
		n = text_prev(a, (size_t)(end_a - a));
		if (n != text_prev(b, (size_t)(end_b - b)) ||
			memcmp(end_a - n, end_b - n, n) != 0)
			break;
		end_a -= n;
		end_b -= n;
	}
	return text_next(a) >= (size_t)(end_a - a) &&
		text_next(b) >= (size_t)(end_b - b);
}

static bool
are_almost(const struct field_type *field, const char *a, const char *b)
{
	char *one = text_fold(a), *other = text_fold(b);
	bool alike = one[0] != '\0' && other[0] != '\0' &&
		(differ_by_one(one, other) ||
			share(field, ALIKE_SOUND, a, b));

	free(one);
	free(other);
	return alike;
}

static bool
are_alike(const struct field_type *field, enum alike as, const char *a,
	const char *b)
{
	char one[BODY + 1], other[BODY + 1];

	switch (as) {
	case ALIKE_PLACE:
		return number_body(a, one) && number_body(b, other) &&
			places_that_differ(one, other) == 1;
	case ALIKE_ALMOST:
		return are_almost(field, a, b);
	case ALIKE_VAGUE:
		return (!date_is_day(a) || !date_is_day(b)) &&
			(a[0] == '\0' || b[0] == '\0' ||
				date_compare(a, b) == 0);
	case ALIKE_BODY:
		return unit_name_alike(a, b);
	default:
		return share(field, as, a, b);
	}
}

static bool
rule_holds(const struct alike_rule *rule, const struct record *a,
	const struct record *b)
{
	for (size_t i = 0; i < ALIKE_FIELDS_MAX &&
		rule->on[i].as != ALIKE_NOT; i++) {
		const char *name = rule->on[i].field;

		if (!are_alike(record_field(a->type, name), rule->on[i].as,
			    record_get(a, name), record_get(b, name)))
			return false;
	}
	return true;
}

static enum err_code
count_namesakes(struct store *store, const struct record *record,
	size_t *n, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	enum err_code code = ERR_OK;

	if (*n == 0)
		code = find_by_title(store, record->type,
			record_get(record, record->type->title[0]),
			ALIKE_NAMESAKES_MAX, &ids, err);
	if (*n == 0)
		*n = ids.n;
	find_ids_clear(&ids);
	return code;
}

/* How much a rule that holds says of these two. */
static enum err_code
weigh(struct store *store, const struct alike_rule *rule,
	const struct record *a, const struct record *b, size_t *namesakes,
	enum likelihood *how, struct err *err)
{
	int steps = 0;

	if (rule->namesakes > 0) {
		enum err_code code = count_namesakes(store, a, namesakes, err);

		if (code != ERR_OK)
			return code;
		steps += *namesakes > rule->namesakes;
	}
	if (rule->against != NULL)
		steps += are_other_numbers(record_get(a, rule->against),
			record_get(b, rule->against));
	*how = steps < (int)rule->how ? rule->how - (unsigned)steps
				      : LIKELIHOOD_NONE;
	return ERR_OK;
}

enum err_code
alike_compare(struct store *store, const struct record *a,
	const struct record *b, struct alike_found *found, struct err *err)
{
	const struct record_type *type = a->type;
	enum err_code code = ERR_OK;

	*found = (struct alike_found){.how = LIKELIHOOD_NONE};
	for (size_t i = 0; code == ERR_OK && i < type->n_alike; i++) {
		const struct alike_rule *rule = &type->alike[i];
		enum likelihood how = LIKELIHOOD_NONE;

		if (rule->how > found->how && rule_holds(rule, a, b))
			code = weigh(store, rule, a, b, &found->namesakes,
				&how, err);
		if (how > found->how) {
			found->how = how;
			found->rule = rule;
		}
	}
	return code;
}

const char *
alike_word(enum likelihood how)
{
	static const char *const words[LIKELIHOOD_N] = {
		[LIKELIHOOD_POSSIBLE] = N_("possible"),
		[LIKELIHOOD_LIKELY] = N_("likely"),
		[LIKELIHOOD_CERTAIN] = N_("certain"),
	};

	return _(words[how]);
}

/* What is alike in one field; the caller frees. */
static char *
say_alike(const struct field_type *field, enum alike as)
{
	const char *word = term_word(&field->term);

	switch (as) {
	case ALIKE_PLACE:
		return xasprintf(_("%s differs in one place"), word);
	case ALIKE_SOUND:
		return xasprintf(_("%s read the same"), word);
	case ALIKE_ALMOST:
		return xasprintf(_("%s almost the same"), word);
	case ALIKE_BODY:
		return xasprintf(_("%s the same but for how it is written"),
			word);
	case ALIKE_VAGUE:
		return xasprintf(_("%s not known whole"), word);
	default:
		return xasprintf(_("%s the same"), word);
	}
}

void
alike_reason(const struct record_type *type, const struct alike_found *found,
	struct strbuf *out)
{
	const struct alike_rule *rule = found->rule;

	for (size_t i = 0; rule != NULL && i < ALIKE_FIELDS_MAX &&
		rule->on[i].as != ALIKE_NOT; i++) {
		char *part = say_alike(record_field(type, rule->on[i].field),
			rule->on[i].as);

		strbuf_addf(out, "%s%s", i > 0 ? _(", ") : "", part);
		free(part);
	}
	if (found->namesakes > 2)
		strbuf_addf(out, P_("; %lu of this name", "; %lu of this name",
				    (unsigned long)found->namesakes),
			(unsigned long)found->namesakes);
}

/* The two parts of a number of which one is the same where it differs in one
 * place, and all of it as the hint. */
static size_t
number_keys(const char *number, struct alike_key keys[ALIKE_KEYS_MAX])
{
	char body[BODY + 1];

	if (!number_body(number, body))
		return 0;
	strbuf_add_bytes(&keys[1].text, keys[0].text.s, keys[0].text.len);
	strbuf_add(&keys[0].text, "\n1");
	strbuf_add_bytes(&keys[0].text, body, FIRST_PART);
	strbuf_add(&keys[1].text, "\n2");
	strbuf_add(&keys[1].text, body + FIRST_PART);
	keys[0].hint = keys[1].hint = strtoull(body, NULL, 10);
	return 2;
}

size_t
alike_keys(const struct record *record, const struct alike_rule *rule,
	struct alike_key keys[ALIKE_KEYS_MAX])
{
	size_t n = 1;

	for (size_t i = 0; i < ALIKE_KEYS_MAX; i++) {
		strbuf_reset(&keys[i].text);
		keys[i].hint = 0;
	}
	for (size_t i = 0; n > 0 && i < ALIKE_FIELDS_MAX &&
		rule->on[i].as != ALIKE_NOT; i++) {
		const char *name = rule->on[i].field;
		const char *value = record_get(record, name);
		enum alike as = rule->on[i].as;

		if (i > 0)
			strbuf_add_char(&keys[0].text, '\n');
		if (as == ALIKE_PLACE)
			n = number_keys(value, keys);
		else if (as == ALIKE_VAGUE)
			keys[0].hint = !date_is_day(value);
		else if (!add_shared(record_field(record->type, name), as,
				 value, &keys[0].text))
			n = 0;
	}
	return n;
}

/* Do the decimal digits of two numbers differ in one place? */
static bool
hints_differ_once(uint64_t a, uint64_t b)
{
	int n = 0;

	for (; a != b; a /= 10, b /= 10)
		n += a % 10 != b % 10;
	return n == 1;
}

bool
alike_hints_fit(const struct alike_rule *rule, uint64_t a, uint64_t b)
{
	for (size_t i = 0; i < ALIKE_FIELDS_MAX; i++) {
		if (rule->on[i].as == ALIKE_PLACE)
			return hints_differ_once(a, b);
		if (rule->on[i].as == ALIKE_VAGUE)
			return a != 0 || b != 0;
	}
	return true;
}

bool
alike_is_drowned(const struct alike_rule *rule, size_t n)
{
	return rule->how == LIKELIHOOD_POSSIBLE && rule->namesakes > 0 &&
		rule->on[0].as == ALIKE_NAME &&
		rule->on[1].as == ALIKE_VAGUE && n > rule->namesakes;
}

/* All of the type whose names are read: what is written otherwise has no
 * index, and there are few units and branches. */
static enum err_code
find_by_body(struct store *store, const struct record *record,
	const char *field, size_t limit, struct find_ids *ids, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct stmt *stmt;
	enum err_code code;
	bool row;

	strbuf_addf(&sql, "SELECT id, %s FROM %s WHERE deleted = 0", field,
		record->type->name);
	code = stmt_open(store, sql.s, &stmt, err);
	strbuf_clear(&sql);
	if (code != ERR_OK)
		return code;
	while (ids->n < limit &&
		(code = stmt_step(stmt, &row, err)) == ERR_OK && row)
		if (unit_name_alike(record_get(record, field),
			    stmt_text(stmt, 1)))
			vec_push(ids, stmt_int(stmt, 0));
	stmt_done(stmt);
	return code;
}

/* Numbers have no index of their own where they are only searched for. */
static enum err_code
find_by_words(struct store *store, const struct record *record,
	const char *value, size_t limit, struct find_ids *ids,
	struct err *err)
{
	struct query query;
	struct query_page page;
	enum err_code code;

	query_init(&query, record->type);
	query_set_words(&query, value);
	code = query_load(store, &query, NULL, 0, NULL, 0, false, limit, &page,
		err);
	for (size_t i = 0; code == ERR_OK && i < page.n; i++)
		vec_push(ids, page.rows[i].id);
	if (code == ERR_OK)
		query_page_clear(&page);
	query_clear(&query);
	return code;
}

/* Those that fit one of a rule's fields; false where that field finds none
 * without reading them all. */
static bool
find_by_field(struct store *store, const struct record *record,
	const char *name, enum alike as, size_t limit, struct find_ids *ids,
	enum err_code *code, struct err *err)
{
	const struct record_type *type = record->type;
	const struct field_type *field = record_field(type, name);
	const char *value = record_get(record, name);
	const unsigned indexed = FIELD_SORTED | FIELD_UNIQUE;

	*code = ERR_OK;
	if (as == ALIKE_NAME && strcmp(name, type->title[0]) == 0)
		*code = value[0] == '\0' ? ERR_OK : find_by_title(store, type,
			value, limit, ids, err);
	else if (as == ALIKE_BODY)
		*code = find_by_body(store, record, name, limit, ids, err);
	else if (as != ALIKE_VALUE)
		return false;
	else if (value[0] == '\0')
		return true;
	else if (field->kind != FIELD_IDCARD && field->flags & indexed)
		*code = find_by_value(store, type, name, value, limit, ids,
			err);
	else if (field->flags & FIELD_SEARCH)
		*code = find_by_words(store, record, value, limit, ids, err);
	else
		return false;
	return true;
}

static void
keep_new(const struct find_ids *found, int64_t self, struct find_ids *ids)
{
	for (size_t i = 0; i < found->n; i++) {
		size_t at = 0;

		while (at < ids->n && ids->items[at] != found->items[i])
			at++;
		if (at == ids->n && found->items[i] != self)
			vec_push(ids, found->items[i]);
	}
}

enum err_code
alike_candidates(struct store *store, const struct record *record,
	size_t limit, struct find_ids *ids, struct err *err)
{
	const struct record_type *type = record->type;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < type->n_alike; i++) {
		struct find_ids found = VEC_INIT;

		for (size_t j = 0; j < ALIKE_FIELDS_MAX &&
			type->alike[i].on[j].as != ALIKE_NOT; j++)
			if (find_by_field(store, record,
				    type->alike[i].on[j].field,
				    type->alike[i].on[j].as, limit, &found,
				    &code, err))
				break;
		keep_new(&found, record->id, ids);
		find_ids_clear(&found);
	}
	return code;
}
