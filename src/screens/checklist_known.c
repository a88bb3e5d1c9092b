#include "screens/checklist_known.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "records/checklist.h"
#include "records/codes.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"

static const struct owned_rows *
items_of(const struct checklist_known *known)
{
	return owned_of(&known->yardstick, &standard_item_type);
}

static void
forget_answers(struct checklist_known *known)
{
	for (size_t i = 0; i < items_of(known)->n; i++)
		if (known->answers[i].asked)
			probe_answer_clear(&known->answers[i].told);
	free(known->answers);
	known->answers = NULL;
}

static void
forget_standard(struct checklist_known *known)
{
	forget_answers(known);
	owned_clear(&known->yardstick);
	record_clear(&known->standard);
	free(known->about);
	known->about = NULL;
}

/* Without a standard nothing is known of it. */
static void
read_standard(struct store *store, int64_t id, struct checklist_known *known)
{
	owned_init(&known->yardstick, &standard_type);
	if (id == 0 || record_load(store, &standard_type, id, &known->standard,
			NULL) != ERR_OK)
		record_init(&known->standard, &standard_type);
	else
		(void)owned_load(store, &known->yardstick, id, NULL);
	known->answers = xcalloc(items_of(known)->n + 1,
		sizeof(*known->answers));
}

struct checklist_known *
checklist_known(struct ui *ui, struct form_state *run)
{
	int64_t id = record_ref(&run->record, "standard_id");
	struct checklist_known *known = run->known;

	if (known == NULL) {
		known = run->known = xcalloc(1, sizeof(*known));
		owned_init(&known->before, &checklist_run_type);
		read_standard(ui->app->store, id, known);
	} else if (known->standard.id != id) {
		forget_standard(known);
		read_standard(ui->app->store, id, known);
	}
	return known;
}

void
checklist_known_clear(struct form_state *run)
{
	struct checklist_known *known = run->known;

	if (known == NULL)
		return;
	forget_standard(known);
	owned_clear(&known->before);
	vec_clear(&known->evidence);
	free(known);
	run->known = NULL;
}

void
checklist_known_stale(struct form_state *run)
{
	struct checklist_known *known = run->known;

	if (known == NULL)
		return;
	free(known->about);
	known->about = NULL;
}

/* Behind the screen */

/* The run as a save would leave it; its period is what the records are asked
 * about. */
static void
fill_run(struct ui *ui, const struct form_state *run, struct record *filled)
{
	record_copy(filled, &run->record);
	(void)record_fill(ui->app->store, filled, NULL, NULL);
}

static bool
is_whole(const struct record *run)
{
	return record_ref(run, "union_org_id") != 0 &&
		record_ref(run, "standard_id") != 0 &&
		record_get(run, "until_on")[0] != '\0';
}

/* True where it is about something else than before. */
static bool
is_other(struct checklist_known *known, const struct record *run)
{
	static const char *const fields[] = {"union_org_id", "standard_id",
		"from_on", "until_on"};
	struct strbuf about = STRBUF_INIT;

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		strbuf_addf(&about, "%s ", record_get(run, fields[i]));
	if (known->about != NULL && strcmp(known->about, about.s) == 0) {
		strbuf_clear(&about);
		return false;
	}
	free(known->about);
	known->about = strbuf_detach(&about);
	return true;
}

/* False where a key has come, or it cannot be read. */
static bool
look_before(struct store *store, struct checklist_known *known,
	const struct record *run)
{
	int64_t id;

	if (checklist_previous(store, run, &id, NULL) != ERR_OK ||
		(id != 0 && owned_load(store, &known->before, id, NULL) !=
			ERR_OK))
		return false;
	known->looked = true;
	return true;
}

static bool
ask(const struct form_state *run, struct store *store, const char *probe,
	const struct record *about, struct checklist_answer *answer)
{
	const struct probe_request request = {
		.store = store,
		.union_org_id = record_ref(about, "union_org_id"),
		.from_on = record_get(about, "from_on"),
		.until_on = record_get(about, "until_on"),
		.today = run->today,
	};

	answer->asked = probe_ask(probe, &request, &answer->told, NULL) ==
		ERR_OK;
	if (!answer->asked)
		probe_answer_clear(&answer->told);
	return answer->asked;
}

/* True where anything was asked that had not been. */
static bool
ask_all(struct form_state *run, struct store *store,
	struct checklist_known *known, const struct record *about)
{
	const struct owned_rows *items = items_of(known);
	bool any = false;

	for (size_t i = 0; i < items->n; i++) {
		const char *probe = record_get(&items->items[i]->now, "probe");

		if (known->answers[i].asked || probe[0] == '\0')
			continue;
		if (!ask(run, store, probe, about, &known->answers[i]))
			break;
		any = true;
	}
	return any;
}

bool
checklist_known_work(struct ui *ui, struct form_state *run)
{
	struct checklist_known *known = checklist_known(ui, run);
	struct record about;
	bool any = false;

	fill_run(ui, run, &about);
	if (is_whole(&about)) {
		if (is_other(known, &about)) {
			forget_answers(known);
			known->answers = xcalloc(items_of(known)->n + 1,
				sizeof(*known->answers));
			owned_clear(&known->before);
			owned_init(&known->before, &checklist_run_type);
			known->looked = false;
		}
		any = !known->looked &&
			look_before(ui->app->store, known, &about);
		if (run->writable && ask_all(run, ui->app->store, known,
				&about))
			any = true;
	}
	record_clear(&about);
	return any;
}

/* Of one result */

const struct record *
checklist_known_item(const struct checklist_known *known,
	const struct record *result)
{
	const struct owned_row *row = owned_find(items_of(known),
		record_ref(result, "item_id"));

	return row != NULL ? &row->now : NULL;
}

const struct record *
checklist_known_group(const struct checklist_known *known,
	const struct record *result)
{
	const struct record *item = checklist_known_item(known, result);
	const struct owned_row *row = item == NULL ? NULL
		: owned_find(owned_of(&known->yardstick, &standard_group_type),
			record_ref(item, "group_id"));

	return row != NULL ? &row->now : NULL;
}

const struct probe_answer *
checklist_known_answer(const struct checklist_known *known,
	const struct record *result)
{
	const struct owned_rows *items = items_of(known);
	int64_t id = record_ref(result, "item_id");

	for (size_t i = 0; i < items->n; i++)
		if (items->items[i]->now.id == id && known->answers[i].asked)
			return &known->answers[i].told;
	return NULL;
}

const struct record *
checklist_known_before(const struct checklist_known *known,
	const struct record *result)
{
	const struct owned_rows *rows = owned_of(&known->before,
		&checklist_result_type);

	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(record_get(&rows->items[i]->now, "code"),
			    record_get(result, "code")) == 0)
			return &rows->items[i]->now;
	return NULL;
}

const char *
checklist_known_word(const struct checklist_known *known,
	const struct record *result, const char *verdict)
{
	static const char *const words[] = {"word_met", "word_partly",
		"word_unmet"};
	const struct record *group = checklist_known_group(known, result);
	const struct code *code = code_find(field_codes(record_field(
		&checklist_result_type, "verdict")), verdict);
	size_t i = (size_t)(verdict[0] - '1');
	const char *word = "";

	if (group != NULL && verdict[0] >= '1' &&
		i < sizeof(words) / sizeof(words[0]))
		word = record_get(group, words[i]);
	if (word[0] == '\0' && code != NULL)
		word = code_word(code);
	return word;
}
