#include "records/value.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/idcard.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "records/code_set.h"
#include "store/site.h"

typedef enum err_code (*normalise_fn)(const struct field_type *field,
	char *text, const char *today, struct strbuf *out, struct err *err);

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 ||
		c == 0x3000 || c == 0xfeff;
}

static bool
is_hanzi(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
		(c >= 0x20000 && c <= 0x3fffd);
}

/* Takes blanks off both ends, in place; gives the new beginning. */
static char *
trim(char *s)
{
	size_t n, end = strlen(s);

	while (*s != '\0' && is_blank(text_char(s, &n))) {
		s += n;
		end -= n;
	}
	while (end > 0) {
		size_t begin = end - 1;

		while (begin > 0 && ((unsigned char)s[begin] & 0xc0) == 0x80)
			begin--;
		if (!is_blank(text_char(s + begin, NULL)))
			break;
		end = begin;
	}
	s[end] = '\0';
	return s;
}

/* Line ends as the field takes them, other controls gone; in place. */
static void
clean_controls(char *s, bool lines)
{
	char *to = s;

	for (char *from = s; *from != '\0'; from++) {
		unsigned char c = (unsigned char)*from;

		if (c == '\r' && from[1] == '\n')
			continue;
		if (c == '\n' || c == '\r')
			*to++ = lines ? '\n' : ' ';
		else if (c == '\t')
			*to++ = lines ? '\t' : ' ';
		else if (c == 0xc2 && (unsigned char)from[1] >= 0x80 &&
			(unsigned char)from[1] < 0xa0)
			from++; /* C1 */
		else if (c >= 0x20 && c != 0x7f)
			*to++ = *from;
	}
	*to = '\0';
}

static bool
means_nothing(const char *s)
{
	static const char *const words[] = {"无", "—", "——", "－", "-",
		"/", "／"};
	enum { LONGEST = 6 }; /* bytes of a word */

	if (strnlen(s, LONGEST + 1) > LONGEST)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(s, words[i]) == 0)
			return true;
	return false;
}

/* 张　三: blanks between the hanzi of a name of two or three hanzi go. */
static void
close_up_name(char *s)
{
	struct strbuf closed = STRBUF_INIT;
	size_t n, n_hanzi = 0;

	for (const char *p = s; *p != '\0'; p += n) {
		uint32_t c = text_char(p, &n);

		if (is_hanzi(c)) {
			n_hanzi++;
			strbuf_add_bytes(&closed, p, n);
		} else if (!is_blank(c)) {
			n_hanzi = 0;
			break;
		}
	}
	if (n_hanzi == 2 || n_hanzi == 3)
		memcpy(s, closed.s, closed.len + 1);
	strbuf_clear(&closed);
}

static enum err_code
normalise_text(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	(void)today;
	(void)err;
	if (field->flags & FIELD_PERSON)
		close_up_name(text);
	strbuf_add(out, text);
	return ERR_OK;
}

static enum err_code
normalise_date(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	char date[DATE_SIZE];
	enum err_code code = date_parse(text, today, date, err);

	(void)field;
	if (code == ERR_OK)
		strbuf_add(out, date);
	return code;
}

static enum err_code
normalise_time(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	char time[TIME_SIZE];
	enum err_code code = date_parse_time(text, today, time, err);

	(void)field;
	if (code == ERR_OK)
		strbuf_add(out, time);
	return code;
}

/* Digits before and after the point; a comma stands before three digits. */
static bool
split_number(const char *s, bool *negative, struct strbuf *whole,
	struct strbuf *part)
{
	size_t n_commas = 0, n_behind = 0; /* digits behind the last comma */

	*negative = *s == '-';
	if (*s == '-' || *s == '+')
		s++;
	for (; *s == ',' || (*s >= '0' && *s <= '9'); s++) {
		if (*s != ',') {
			strbuf_add_char(whole, *s);
			n_behind++;
			continue;
		}
		if (n_commas++ > 0 ? n_behind != 3
				   : n_behind == 0 || n_behind > 3)
			return false;
		n_behind = 0;
	}
	if (whole->len == 0 || (n_commas > 0 && n_behind != 3))
		return false;
	if (*s == '\0')
		return true;
	if (*s++ != '.' || *s == '\0')
		return false;
	for (; *s >= '0' && *s <= '9'; s++)
		strbuf_add_char(part, *s);
	return *s == '\0';
}

/*
 * A decimal number times 10^places as an integer; units that follow it (万, 亿,
 * 元) are counted in.  False where it is no such number or would lose digits.
 */
static bool
read_number(const char *typed, int places, int64_t *number)
{
	struct strbuf whole = STRBUF_INIT, part = STRBUF_INIT;
	char *s = text_halfwidth(typed);
	size_t len = strlen(s);
	bool negative = false, ok;
	static const struct {
		const char *word;
		int places;
	} units[] = {{"元", 0}, {"亿", 8}, {"万", 4}};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		size_t n = strlen(units[i].word);

		if (len >= n && strcmp(s + len - n, units[i].word) == 0) {
			places += units[i].places;
			s[len -= n] = '\0';
		}
	}
	ok = split_number(s, &negative, &whole, &part);
	while (part.len > 0 && part.s[part.len - 1] == '0')
		strbuf_truncate(&part, part.len - 1);
	if (part.len > (size_t)places)
		ok = false;
	strbuf_add(&whole, part.s);
	for (size_t i = part.len; i < (size_t)places; i++)
		strbuf_add_char(&whole, '0');
	if (whole.len > 18)
		ok = false;
	if (ok)
		*number = strtoll(whole.s, NULL, 10) * (negative ? -1 : 1);
	strbuf_clear(&whole);
	strbuf_clear(&part);
	free(s);
	return ok;
}

static enum err_code
normalise_int(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	int64_t number;

	(void)today;
	(void)field;
	if (!read_number(text, 0, &number))
		return err_set(err, ERR_INVALID,
			_("“%s” is no whole number."), text);
	strbuf_addf(out, "%" PRId64, number);
	return ERR_OK;
}

/* Typed and shown in yuan, stored as integer fen. */
static enum err_code
normalise_money(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	int64_t fen;

	(void)today;
	(void)field;
	if (!read_number(text, 2, &fen))
		return err_set(err, ERR_INVALID,
			_("“%s” is no amount of money; write it like 1234.50 "
			  "or 1.2万."), text);
	strbuf_addf(out, "%" PRId64, fen);
	return ERR_OK;
}

static enum err_code
refuse_code(const struct field_type *field, const char *word, struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("“%s” is not one of the words of %s."), word,
		term_word(&field->term));
}

static enum err_code
normalise_codes(const struct field_type *field, const char *text,
	struct strbuf *out, struct err *err)
{
	struct strbuf unknown = STRBUF_INIT;
	enum err_code code = ERR_OK;

	if (!code_set_read(field_codes(field), text, out, &unknown))
		code = refuse_code(field, unknown.s, err);
	strbuf_clear(&unknown);
	return code;
}

static enum err_code
normalise_code(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	const struct code *code;

	(void)today;
	if (field->flags & FIELD_SEVERAL)
		return normalise_codes(field, text, out, err);
	code = code_match(field_codes(field), text);
	if (code == NULL)
		return refuse_code(field, text, err);
	strbuf_add(out, code->code);
	return ERR_OK;
}

static enum err_code
normalise_ref(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	char id_text[SITE_ID_TEXT_SIZE];
	int64_t id;

	(void)today;
	if (!site_id_from_text(text, &id))
		return err_set(err, ERR_INVALID,
			_("“%s” is no number of a %s."), text,
			term_word(&field_ref(field)->term));
	site_id_to_text(id, id_text);
	strbuf_add(out, id_text);
	return ERR_OK;
}

static enum err_code
normalise_bool(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	static const struct {
		const char *word;
		const char *stored;
	} words[] = {{"1", "1"}, {"是", "1"}, {"有", "1"}, {"√", "1"},
		{"yes", "1"}, {"y", "1"}, {"true", "1"}, {"0", "0"},
		{"否", "0"}, {"没有", "0"}, {"不是", "0"}, {"×", "0"},
		{"no", "0"}, {"n", "0"}, {"false", "0"}};
	char *folded = text_fold(text);
	const char *found = NULL;

	(void)today;
	(void)field;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(folded, words[i].word) == 0)
			found = words[i].stored;
	free(folded);
	if (found == NULL)
		return err_set(err, ERR_INVALID,
			_("“%s” is neither yes nor no."), text);
	strbuf_add(out, found);
	return ERR_OK;
}

static enum err_code
normalise_idcard(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	struct idcard card;
	char *sentence;

	(void)field;
	idcard_read(text, today, &card);
	if (card.state == IDCARD_VALID || card.state == IDCARD_UNVERIFIED) {
		strbuf_add(out, card.number);
		return ERR_OK;
	}
	sentence = idcard_sentence(&card);
	err_set(err, ERR_INVALID, "%s", sentence);
	free(sentence);
	return ERR_INVALID;
}

/* Digits, a leading +, and hyphens for blanks and brackets between them. */
static enum err_code
normalise_phone(const struct field_type *field, char *text, const char *today,
	struct strbuf *out, struct err *err)
{
	char *s = text_halfwidth(text);
	size_t begin = out->len, n_digits = 0;
	bool ok = true;

	(void)today;
	(void)field;
	for (const char *p = s; *p != '\0'; p++) {
		if (*p >= '0' && *p <= '9') {
			strbuf_add_char(out, *p);
			n_digits++;
		} else if (*p == '+' && out->len == begin) {
			strbuf_add_char(out, *p);
		} else if (strchr("-() ", *p) == NULL) {
			ok = false;
		} else if (out->len > begin && out->s[out->len - 1] != '-') {
			strbuf_add_char(out, '-');
		}
	}
	free(s);
	if (ok && n_digits >= 5 && out->s[out->len - 1] != '-')
		return ERR_OK;
	strbuf_truncate(out, begin);
	return err_set(err, ERR_INVALID, _("“%s” is no phone number."), text);
}

static const normalise_fn normalisers[FIELD_KIND_N] = {
	[FIELD_TEXT] = normalise_text,
	[FIELD_LONGTEXT] = normalise_text,
	[FIELD_DATE] = normalise_date,
	[FIELD_TIME] = normalise_time,
	[FIELD_INT] = normalise_int,
	[FIELD_MONEY] = normalise_money,
	[FIELD_CODE] = normalise_code,
	[FIELD_REF] = normalise_ref,
	[FIELD_BOOL] = normalise_bool,
	[FIELD_IDCARD] = normalise_idcard,
	[FIELD_PHONE] = normalise_phone,
};

enum err_code
value_normalise(const struct field_type *field, const char *typed,
	const char *today, struct strbuf *out, struct err *err)
{
	bool is_long = field->kind == FIELD_LONGTEXT;
	bool is_text = is_long || field->kind == FIELD_TEXT;
	size_t begin = out->len, len = strlen(typed), n_chars;
	char room[256], *copy, *text; /* the copy of all but long texts */
	enum err_code code = ERR_OK;

	if (!text_valid(typed, len))
		return err_set_field(err, ERR_INVALID, field->name,
			_("%s holds bytes that are no text."),
			term_word(&field->term));
	copy = len < sizeof(room) ? room : xmalloc(len + 1);
	memcpy(copy, typed, len + 1);
	clean_controls(copy, is_long);
	text = trim(copy);
	if (!is_text && text[0] == '\'')
		text = trim(text + 1);
	if (text[0] != '\0' && (is_long || !means_nothing(text)))
		code = normalisers[field->kind](field, text, today, out, err);
	if (copy != room)
		free(copy);
	if (code != ERR_OK) {
		if (err != NULL && err->field == NULL)
			err->field = xstrdup(field->name);
		return code;
	}
	n_chars = text_chars(out->s + begin);
	if (n_chars <= field_max(field))
		return ERR_OK;
	strbuf_truncate(out, begin);
	return err_set_field(err, ERR_INVALID, field->name,
		_("%s has %zu characters; there is room for %zu."),
		term_word(&field->term), n_chars, field_max(field));
}

/* Commas between the thousands of the yuan, two places for the fen. */
static void
show_money(const char *stored, struct strbuf *out)
{
	const char *digits = stored + (stored[0] == '-');
	struct strbuf fen = STRBUF_INIT;
	size_t n_yuan;

	if (digits[strspn(digits, "0123456789")] != '\0') {
		strbuf_add(out, stored);
		return;
	}
	for (size_t i = strlen(digits); i < 3; i++)
		strbuf_add_char(&fen, '0');
	strbuf_add(&fen, digits);
	n_yuan = fen.len - 2;
	strbuf_add_bytes(out, stored, (size_t)(digits - stored));
	for (size_t i = 0; i < n_yuan; i++) {
		if (i > 0 && (n_yuan - i) % 3 == 0)
			strbuf_add_char(out, ',');
		strbuf_add_char(out, fen.s[i]);
	}
	strbuf_addf(out, ".%s", fen.s + n_yuan);
	strbuf_clear(&fen);
}

bool
value_is_stored(const struct field_type *field, const char *value,
	const char *today, struct err *err)
{
	struct strbuf shown = STRBUF_INIT, stored = STRBUF_INIT;
	const char *typed = value;
	bool same;

	if (value[0] == '\0')
		return true;
	if (field->kind == FIELD_MONEY) {
		show_money(value, &shown);
		typed = shown.s;
	}
	same = value_normalise(field, typed, today, &stored, err) == ERR_OK;
	if (same && strcmp(stored.s, value) != 0) {
		err_set_field(err, ERR_INVALID, field->name,
			_("%s does not stand in its stored form."),
			term_word(&field->term));
		same = false;
	}
	strbuf_clear(&shown);
	strbuf_clear(&stored);
	return same;
}

static void
show_code(const struct code_list *list, const char *stored, struct strbuf *out)
{
	const struct code *code = code_find(list, stored);

	strbuf_add(out, code != NULL ? code_word(code) : stored);
}

static void
show_codes(const struct code_list *list, const char *stored,
	struct strbuf *out)
{
	struct strbuf code = STRBUF_INIT;

	for (bool first = true; code_set_next(&stored, &code); first = false) {
		if (!first)
			strbuf_add(out, _(", "));
		show_code(list, code.s, out);
	}
	strbuf_clear(&code);
}

void
value_show(const struct field_type *field, const char *stored,
	struct strbuf *out)
{
	if (stored[0] == '\0')
		return;
	switch (field->kind) {
	case FIELD_CODE:
		if (field->flags & FIELD_SEVERAL)
			show_codes(field_codes(field), stored, out);
		else
			show_code(field_codes(field), stored, out);
		break;
	case FIELD_BOOL:
		if (strcmp(stored, "1") == 0)
			stored = C_("value", "yes");
		else if (strcmp(stored, "0") == 0)
			stored = C_("value", "no");
		strbuf_add(out, stored);
		break;
	case FIELD_MONEY:
		show_money(stored, out);
		break;
	default:
		strbuf_add(out, stored);
		break;
	}
}

void
value_show_masked(const struct field_type *field, const char *stored,
	struct strbuf *out)
{
	char *masked;

	if (!(field->flags & FIELD_SENSITIVE) || stored[0] == '\0') {
		value_show(field, stored, out);
		return;
	}
	if (field->kind == FIELD_IDCARD)
		masked = text_mask(stored, 6, 4);
	else if (field->kind == FIELD_PHONE)
		masked = text_mask(stored, 3, 4);
	else
		masked = text_mask(stored, 1, 0);
	strbuf_add(out, masked);
	free(masked);
}
