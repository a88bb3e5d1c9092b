#include <string.h>

#include "store/change_private.h"

/* RFC 8259: only quotes, backslashes and C0 need escaping. */
static void
add_string(struct strbuf *out, const char *s)
{
	const char *plain = s;

	strbuf_add_char(out, '"');
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		strbuf_add_bytes(out, plain, (size_t)(s - plain));
		plain = s + 1;
		if (c < 0x20)
			strbuf_addf(out, "\\u%04x", c);
		else
			strbuf_addf(out, "\\%c", c);
	}
	strbuf_add_bytes(out, plain, (size_t)(s - plain));
	strbuf_add_char(out, '"');
}

static void
begin_member(struct strbuf *out, size_t begin, const char *name)
{
	strbuf_add(out, out->len == begin ? "{" : ",");
	add_string(out, name);
	strbuf_add_char(out, ':');
}

static void
end_object(struct strbuf *out, size_t begin)
{
	strbuf_add(out, out->len == begin ? "{}" : "}");
}

void
fields_of_new(const struct change_row *row, struct strbuf *out)
{
	const struct table *table = row->table;
	size_t begin = out->len;

	for (size_t i = 0; i < table->n_columns; i++) {
		if (*row->values[i] == '\0')
			continue;
		begin_member(out, begin, table->columns[i].name);
		add_string(out, row->values[i]);
	}
	if (row->deleted) {
		begin_member(out, begin, "deleted");
		add_string(out, "1");
	}
	end_object(out, begin);
}

static void
add_old(struct strbuf *out, enum column_kind kind, const char *value)
{
	char hash[2 * SEAL_HASH_SIZE + 1];

	if (kind != COLUMN_LONGTEXT || *value == '\0') {
		add_string(out, value);
		return;
	}
	journal_hash_text(value, hash);
	strbuf_add(out, "{\"hash\":");
	add_string(out, hash);
	strbuf_add_char(out, '}');
}

static void
add_pair(struct strbuf *out, enum column_kind kind, const char *old,
	const char *new)
{
	strbuf_add_char(out, '[');
	add_old(out, kind, old);
	strbuf_add_char(out, ',');
	add_string(out, new);
	strbuf_add_char(out, ']');
}

bool
fields_of_change(const struct gate *gate, const struct change_row *row,
	struct strbuf *out)
{
	const struct table *table = gate->table;
	size_t begin = out->len;

	for (size_t i = 0; i < table->n_columns; i++) {
		if (strcmp(gate->old_values[i], row->values[i]) == 0)
			continue;
		begin_member(out, begin, table->columns[i].name);
		add_pair(out, table->columns[i].kind, gate->old_values[i],
			row->values[i]);
	}
	if (gate->old_deleted != row->deleted) {
		begin_member(out, begin, "deleted");
		add_pair(out, COLUMN_INT, gate->old_deleted ? "1" : "0",
			row->deleted ? "1" : "0");
	}
	if (out->len == begin)
		return false;
	end_object(out, begin);
	return true;
}

void
fields_of_one(const char *name, const char *value, struct strbuf *out)
{
	size_t begin = out->len;

	begin_member(out, begin, name);
	add_string(out, value);
	end_object(out, begin);
}
