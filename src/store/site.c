#include "store/site.h"

#include <assert.h>
#include <string.h>

#include "store/store_private.h"

#define SITE_MAX 0x7fffffffu
#define SITE_DIGITS 7
#define SERIAL_DIGITS_MAX 7
/* A change may need many numbers: a line this near its end begins no new. */
#define SERIAL_LAST (UINT32_MAX - (1u << 28))

static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void
site_id_to_text(int64_t id, char out[SITE_ID_TEXT_SIZE])
{
	uint32_t site = site_of_id(id), serial = site_serial_of_id(id);
	char text[SERIAL_DIGITS_MAX + 1];
	size_t n = sizeof(text) - 1;

	out[0] = '\0';
	if (id == 0)
		return;
	for (size_t i = SITE_DIGITS; i-- > 0; site >>= 5)
		out[i] = digits[site & 31];
	out[SITE_DIGITS] = '-';
	text[n] = '\0';
	do
		text[--n] = digits[serial & 31];
	while ((serial >>= 5) != 0);
	strcpy(out + SITE_DIGITS + 1, text + n);
}

/* The value of a digit as people write it, or -1. */
static int
digit_value(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = c != '\0' ? strchr(digits, c) : NULL;
	return at != NULL ? (int)(at - digits) : -1;
}

/* Reads 1 to n_max digits; how many, or 0 where the number is too big. */
static size_t
read_digits(const char *text, size_t n_max, uint64_t *number)
{
	size_t n;
	int value;

	*number = 0;
	for (n = 0; (value = digit_value(text[n])) >= 0; n++) {
		if (n == n_max)
			return 0;
		*number = *number << 5 | (uint64_t)value;
	}
	return n;
}

bool
site_id_from_text(const char *text, int64_t *id)
{
	uint64_t site, serial;
	size_t n;

	if (read_digits(text, SITE_DIGITS, &site) != SITE_DIGITS ||
		text[SITE_DIGITS] != '-')
		return false;
	text += SITE_DIGITS + 1;
	n = read_digits(text, SERIAL_DIGITS_MAX, &serial);
	if (n == 0 || text[n] != '\0')
		return false;
	if (site == 0 || site > SITE_MAX || serial == 0 || serial > UINT32_MAX)
		return false;
	*id = site_make_id((uint32_t)site, (uint32_t)serial);
	return true;
}

static void
read_site_hash(const struct stmt *stmt, int column,
	unsigned char out[SEAL_HASH_SIZE])
{
	size_t len;
	const void *hash = stmt_blob(stmt, column, &len);

	memset(out, 0, SEAL_HASH_SIZE);
	if (len == SEAL_HASH_SIZE)
		memcpy(out, hash, SEAL_HASH_SIZE);
}

enum err_code
site_load(struct store *store, struct site_line *out, bool *is_here,
	struct err *err)
{
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*out = (struct site_line){0};
	*is_here = false;
	code = stmt_open(store,
		"SELECT number, serial, hash, machine FROM main.site"
		" WHERE current = 1", &stmt, err);
	if (code != ERR_OK)
		return code;
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row) {
		const char *machine = store->world->machine;

		out->number = (uint32_t)stmt_int(stmt, 0);
		out->serial = (uint32_t)stmt_int(stmt, 1);
		read_site_hash(stmt, 2, out->hash);
		*is_here = *machine != '\0' &&
			strcmp(machine, stmt_text(stmt, 3)) == 0;
	}
	stmt_done(stmt);
	return code;
}

/*
 * Is what this machine has seen of the site a part of the line in this file?
 * The journal row that was the last one then must still have its hash.
 */
static enum err_code
line_holds_seen(struct store *store, const struct site_line *seen,
	bool *holds, struct err *err)
{
	const struct site_line *line = &store->site;
	unsigned char hash[SEAL_HASH_SIZE] = {0};
	struct stmt *stmt;
	enum err_code code;
	bool row;

	*holds = seen->number == 0;
	if (seen->number == 0 || seen->serial > line->serial)
		return ERR_OK;
	code = stmt_open(store,
		"SELECT hash FROM main.journal WHERE id > ? AND id <= ?"
		" ORDER BY id DESC LIMIT 1", &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, site_make_id(line->number, 0));
	stmt_bind_int(stmt, 2, site_make_id(line->number, seen->serial));
	code = stmt_step(stmt, &row, err);
	if (code == ERR_OK && row)
		read_site_hash(stmt, 0, hash);
	stmt_done(stmt);
	*holds = memcmp(hash, seen->hash, SEAL_HASH_SIZE) == 0;
	return code;
}

/* Goes on with the line of this file, or draws a new site. */
static enum err_code
go_on(struct store *store, struct err *err)
{
	enum err_code code;
	bool goes_on;

	code = site_load(store, &store->site, &goes_on, err);
	if (code != ERR_OK)
		return code;
	if (goes_on && store->site.serial <= SERIAL_LAST) {
		seen_load(store->world, store->site.number, &store->seen);
		code = line_holds_seen(store, &store->seen, &goes_on, err);
		if (code != ERR_OK)
			return code;
		if (goes_on)
			return ERR_OK;
	}
	return site_draw(store, err);
}

enum err_code
site_take(struct store *store, struct err *err)
{
	enum err_code code = go_on(store, err);
	int64_t first = 0;

	if (code == ERR_OK)
		code = stmt_one_int(store,
			"SELECT number FROM main.site WHERE first = 1", &first,
			err);
	store->first_site = (uint32_t)first;
	return code;
}

/* A number that neither this database nor this machine knows. */
static enum err_code
draw_number(struct store *store, uint32_t *number, struct err *err)
{
	struct site_line seen;
	struct stmt *stmt;
	enum err_code code;
	bool known = true;

	code = stmt_open(store, "SELECT 1 FROM main.site WHERE number = ?",
		&stmt, err);
	while (code == ERR_OK && known) {
		store->world->random(store->world, number, sizeof(*number));
		*number &= SITE_MAX;
		if (*number == 0 || *number == SITE_OF_STOCK ||
			*number == SITE_OF_FORMS)
			continue;
		stmt_reset(stmt);
		stmt_bind_int(stmt, 1, *number);
		code = stmt_step(stmt, &known, err);
		seen_load(store->world, *number, &seen);
		known = known || seen.number != 0;
	}
	if (code == ERR_OK)
		stmt_done(stmt);
	return code;
}

static enum err_code
insert_site(struct store *store, uint32_t number, struct err *err)
{
	static const unsigned char nothing[SEAL_HASH_SIZE];
	const struct world *world = store->world;
	const struct touch touch = {TOUCH_OWN, "site", 0, number, 0};
	struct stmt *stmt;
	enum err_code code;

	code = stmt_open_as(store, GUARD_GATE,
		"INSERT INTO main.site"
		" (number, machine, made_at, serial, hash, current, first)"
		" VALUES (?, ?, ?, 0, ?, 1,"
		"  NOT EXISTS (SELECT 1 FROM main.site))", &stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, number);
	stmt_bind_text(stmt, 2, world->machine);
	stmt_bind_int(stmt, 3, world->now(world));
	stmt_lend_blob(stmt, 4, nothing, sizeof(nothing));
	code = guard_run(store, stmt, &touch, err);
	stmt_done(stmt);
	return code;
}

enum err_code
site_draw(struct store *store, struct err *err)
{
	const struct touch any = {TOUCH_OWN, "site", SQLITE_UPDATE, 0, 0};
	struct stmt *stmt;
	uint32_t number = 0;
	enum err_code code;

	code = stmt_open_as(store, GUARD_GATE,
		"UPDATE main.site SET current = 0 WHERE current = 1", &stmt,
		err);
	if (code != ERR_OK)
		return code;
	code = guard_run(store, stmt, &any, err);
	stmt_done(stmt);
	if (code == ERR_OK)
		code = draw_number(store, &number, err);
	if (code == ERR_OK)
		code = insert_site(store, number, err);
	store->site = (struct site_line){.number = number};
	store->seen = (struct site_line){0};
	return code;
}

enum err_code
site_put(struct store *store, struct err *err)
{
	const struct site_line *line = &store->site;
	const struct touch touch = {
		TOUCH_OWN, "site", SQLITE_UPDATE, line->number, 0};
	struct stmt *stmt;
	enum err_code code;

	code = stmt_open_as(store, GUARD_GATE,
		"UPDATE main.site SET serial = ?, hash = ? WHERE number = ?",
		&stmt, err);
	if (code != ERR_OK)
		return code;
	stmt_bind_int(stmt, 1, line->serial);
	stmt_lend_blob(stmt, 2, line->hash, sizeof(line->hash));
	stmt_bind_int(stmt, 3, line->number);
	code = guard_run(store, stmt, &touch, err);
	stmt_done(stmt);
	if (code != ERR_OK)
		return code;
	if (!seen_save(store->world, &store->seen, line))
		return err_set(err, ERR_BUSY,
			_("A second copy of this database is being written on "
			  "this computer; nothing was saved.  Save again."));
	return ERR_OK;
}

enum err_code
site_forget(sqlite3 *db, struct err *err)
{
	if (sqlite3_exec(db, "UPDATE site SET current = 0", NULL, NULL,
		    NULL) != SQLITE_OK)
		return store_sql_error(db, err);
	return ERR_OK;
}
