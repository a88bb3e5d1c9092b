/* What a step of the state takes along (随同): another record, by a step of its
 * own and in the same change. */
#include "records/save_private.h"

#include <string.h>

#include "base/i18n.h"
#include "records/codes.h"
#include "records/load.h"

static const char *
state_word(const struct record *record, const char *state)
{
	const struct code *code = code_find(field_codes(record_field(
		record->type, record->type->state)), state);

	return code != NULL ? code_word(code) : state;
}

static void
note_elsewhere(struct store *store, const struct record *other,
	const struct state_effect *effect, struct notes *notes)
{
	struct strbuf title = STRBUF_INIT;

	record_title(store, other, &title);
	notes_block(notes, effect->ref,
		_("%s stands at “%s”, but this step leads it from “%s” to "
		  "“%s”; put its state right first."), title.s,
		state_word(other, record_get(other, other->type->state)),
		state_word(other, effect->other_from),
		state_word(other, effect->other_to));
	strbuf_clear(&title);
}

/* What the effect does to the other record, which is as the store has it. */
static void
lead(const struct record *record, const struct state_effect *effect,
	struct record *other)
{
	record_set(other, other->type->state, effect->other_to);
	if (effect->day != NULL)
		record_set(other, effect->other_day,
			record_get(record, effect->day));
}

static enum err_code
try(struct store *store, const struct record *other,
	const struct state_effect *effect, struct notes *notes,
	struct err *err)
{
	struct err refused = ERR_INIT;
	struct strbuf title = STRBUF_INIT;
	enum err_code code = record_try(store, other, &refused);

	if (code != ERR_INVALID && code != ERR_DENIED)
		return code == ERR_OK ? ERR_OK : err_move(err, &refused);
	record_title(store, other, &title);
	notes_block(notes, effect->ref, _("%s: %s"), title.s, refused.text);
	strbuf_clear(&title);
	err_clear(&refused);
	return ERR_OK;
}

/* NULL where the record takes nothing along. */
static const struct state_effect *
effect_of(const struct record *record, const struct record *old)
{
	const struct record_type *type = record->type;
	const struct state_effect *effect;

	if (type->n_effects == 0)
		return NULL;
	effect = record_effect(type,
		old != NULL && !old->deleted ? record_get(old, type->state)
					     : "",
		!record->deleted ? record_get(record, type->state) : "");
	return effect != NULL && record_ref(record, effect->ref) != 0 ? effect
								     : NULL;
}

static enum err_code
load_other(struct store *store, const struct record *record,
	const struct state_effect *effect, struct record *other,
	struct err *err)
{
	return record_load(store, field_ref(record_field(record->type,
		effect->ref)), record_ref(record, effect->ref), other, err);
}

static bool
stands_at(const struct record *record, const char *state)
{
	return strcmp(record_get(record, record->type->state), state) == 0;
}

enum err_code
check_follower(struct store *store, const struct record *record,
	const struct record *old, struct notes *notes, struct err *err)
{
	const struct state_effect *effect = effect_of(record, old);
	struct record other;
	enum err_code code = ERR_OK;

	/* of what is not there, check_ref() has said so */
	if (effect == NULL ||
		load_other(store, record, effect, &other, NULL) != ERR_OK)
		return ERR_OK;
	if (stands_at(&other, effect->other_from)) {
		lead(record, effect, &other);
		code = try(store, &other, effect, notes, err);
	} else if (effect->to[0] != '\0' &&
		!stands_at(&other, effect->other_to)) {
		note_elsewhere(store, &other, effect, notes);
	}
	record_clear(&other);
	return code;
}

enum err_code
save_follower(struct change *change, const struct record *record,
	const struct record *old, struct err *err)
{
	const struct state_effect *effect = effect_of(record, old);
	struct record other;
	enum err_code code;

	if (effect == NULL)
		return ERR_OK;
	code = load_other(change_store(change), record, effect, &other, err);
	if (code != ERR_OK)
		return code;
	if (stands_at(&other, effect->other_from)) {
		lead(record, effect, &other);
		code = record_save(change, &other, NULL, NULL, err);
	}
	record_clear(&other);
	return code;
}
