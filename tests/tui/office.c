#include "office.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "records/find.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/save.h"
#include "records/value.h"
#include "store/site.h"

enum { FIELDS_MAX = 12 };

/* A record by its fields; a reference is given by the title of what it refers
 * to, a code by its Chinese word. */
struct entry {
	const struct record_type *type;
	struct {
		const char *field;
		const char *text;
	} values[FIELDS_MAX];
};

static const struct entry entries[] = {
	{&office_type, {{"name", "中共敖伦高勒苏木委员会"},
		{"level", "乡镇（苏木）"}, {"region", "159901100"},
		{"upper", "中共哈日图旗委员会"}}},
	{&operator_type, {{"name", "康巧云"}, {"short_name", "kqy"},
		{"post", "党建办干事"}, {"since_on", "2020-03-02"}}},
	{&unit_type, {{"name", "中共敖伦高勒苏木委员会"},
		{"short_name", "苏木党委"}, {"kind", "街道苏木乡镇"},
		{"level", "乡镇（苏木）"}, {"side", "块"}}},
	{&unit_type, {{"name", "敖伦高勒社区"}, {"short_name", "社区"},
		{"kind", "村嘎查社区"}, {"level", "村（嘎查）"},
		{"side", "块"}}},
	{&unit_type, {{"name", "哈日图旗住房和城乡建设局"},
		{"short_name", "旗住建局"}, {"kind", "党政机关"},
		{"level", "县（旗区）"}, {"side", "条"}}},
	{&branch_type, {{"name", "敖伦高勒社区党支部"},
		{"unit_id", "敖伦高勒社区"}}},
	{&branch_type, {{"name", "旗住房和城乡建设局机关党支部"},
		{"unit_id", "哈日图旗住房和城乡建设局"}}},
	{&union_org_type, {{"name", "供销社家属院联合党支部"},
		{"kind", "党支部"}, {"basis", "功能型"},
		{"committee_id", "中共敖伦高勒苏木委员会"},
		{"lead_unit_id", "敖伦高勒社区"},
		{"document_no", "敖党发〔2020〕17号"},
		{"approved_on", "2020-05-08"}, {"founded_on", "2020-05-12"},
		{"state", "运行"}}},
	{&union_unit_type, {{"union_org_id", "供销社家属院联合党支部"},
		{"unit_id", "敖伦高勒社区"}, {"joined_on", "2020-05-12"}}},
	{&union_unit_type, {{"union_org_id", "供销社家属院联合党支部"},
		{"unit_id", "哈日图旗住房和城乡建设局"},
		{"joined_on", "2020-05-12"}}},
	{&member_type, {{"name", "白玉梅"}, {"sex", "女"},
		{"ethnic", "满族"}, {"birth_on", "1979-04-03"},
		{"idno", "159902197904033708"}, {"phone", "15496793256"},
		{"kind", "正式党员"}, {"joined_on", "2003-09-27"},
		{"branch_id", "敖伦高勒社区党支部"}, {"party_post", "书记"},
		{"state", "在册"}}},
	{&member_type, {{"name", "单国栋"}, {"sex", "男"},
		{"ethnic", "汉族"}, {"birth_on", "1952-05-03"},
		{"idno", "159903195205037977"}, {"phone", "15445266482"},
		{"kind", "正式党员"}, {"joined_on", "1976-09"},
		{"branch_id", "敖伦高勒社区党支部"}, {"state", "在册"}}},
	{&member_type, {{"name", "其其格玛"}, {"sex", "女"},
		{"ethnic", "蒙古族"}, {"kind", "正式党员"},
		{"joined_on", "2010-07-01"},
		{"branch_id", "旗住房和城乡建设局机关党支部"},
		{"state", "在册"}}},
	{&member_type, {{"name", "斯琴·巴特尔"}, {"sex", "男"},
		{"ethnic", "蒙古族"}, {"kind", "预备党员"},
		{"joined_on", "2023-06-30"},
		{"branch_id", "旗住房和城乡建设局机关党支部"},
		{"state", "在册"}}},
	{&membership_type, {{"member_id", "白玉梅"},
		{"union_org_id", "供销社家属院联合党支部"},
		{"unit_id", "敖伦高勒社区"}, {"post", "书记"},
		{"origin", "本土"}, {"joined_on", "2020-05-12"}}},
	{&membership_type, {{"member_id", "其其格玛"},
		{"union_org_id", "供销社家属院联合党支部"},
		{"unit_id", "哈日图旗住房和城乡建设局"},
		{"post", "副书记"}, {"origin", "外来"},
		{"joined_on", "2020-05-12"}}},
};

enum { ENTRIES_N = sizeof(entries) / sizeof(entries[0]) };

/* The text form of the id of what is called so. */
static enum err_code
refer(struct store *store, const struct field_type *field, const char *title,
	struct strbuf *out, struct err *err)
{
	struct find_ids ids = VEC_INIT;
	char text[SITE_ID_TEXT_SIZE];
	enum err_code code = find_by_title(store, field_ref(field), title, 2,
		&ids, err);

	if (code == ERR_OK && ids.n != 1)
		code = err_set(err, ERR_ABSENT, "%s: %s", field->name, title);
	if (code == ERR_OK) {
		site_id_to_text(ids.items[0], text);
		strbuf_add(out, text);
	}
	find_ids_clear(&ids);
	return code;
}

static enum err_code
save(struct change *change, const struct entry *entry, struct err *err)
{
	struct store *store = change_store(change);
	struct strbuf value = STRBUF_INIT;
	struct record record;
	enum err_code code = ERR_OK;
	char today[DATE_SIZE];

	world_today(store_world(store), today);
	record_begin(&record, entry->type, today);
	for (size_t i = 0; code == ERR_OK && i < FIELDS_MAX &&
		entry->values[i].field != NULL; i++) {
		const struct field_type *field =
			record_field(entry->type, entry->values[i].field);

		assert(field != NULL);
		strbuf_reset(&value);
		code = field->kind == FIELD_REF
			? refer(store, field, entry->values[i].text, &value,
				  err)
			: value_normalise(field, entry->values[i].text, today,
				  &value, err);
		record_set(&record, field->name, value.s);
	}
	if (code == ERR_OK)
		code = record_save(change, &record, NULL, NULL, err);
	record_clear(&record);
	strbuf_clear(&value);
	return code;
}

enum err_code
office_fill(struct store *store, struct err *err)
{
	const struct change_info info = {
		.operator_name = "康巧云", .action = "init", .reason = ""};
	struct change *change = NULL;
	enum err_code code = ERR_OK;

	for (size_t i = 0; code == ERR_OK && i < ENTRIES_N; i++) {
		if (change == NULL)
			code = change_begin(store, &info, &change, err);
		if (code == ERR_OK)
			code = save(change, &entries[i], err);
		if (code != ERR_OK) {
			change_abandon(change);
		} else if (i + 1 == ENTRIES_N ||
			entries[i + 1].type != entries[i].type) {
			code = change_commit(change, err);
			change = NULL;
		}
	}
	return code;
}

/* field NULL: removes it. */
static enum err_code
save_value(struct store *store, const struct record_type *type, int64_t id,
	const char *field, const char *value, struct err *err)
{
	const struct change_info info = {
		.operator_name = "胡斯冷", .action = "form", .reason = ""};
	struct record record;
	struct change *change;
	enum err_code code = change_begin(store, &info, &change, err);

	if (code != ERR_OK)
		return code;
	if (field == NULL)
		return change_end(change, record_remove(change, type, id, err),
			err);
	code = record_load(store, type, id, &record, err);
	if (code == ERR_OK) {
		record_set(&record, field, value);
		code = record_save(change, &record, NULL, NULL, err);
		record_clear(&record);
	}
	return change_end(change, code, err);
}

enum err_code
office_save_elsewhere(const struct app *app, const struct record_type *type,
	const char *title, const char *field, const char *value,
	struct err *err)
{
	struct find_ids ids = VEC_INIT;
	struct store *store;
	enum err_code code = store_open(app->db_path, app->world, 0, NULL,
		&store, err);

	if (code != ERR_OK)
		return code;
	record_register(store);
	code = find_by_title(store, type, title, 1, &ids, err);
	if (code == ERR_OK && ids.n == 0)
		code = err_set(err, ERR_ABSENT, "%s", title);
	if (code == ERR_OK)
		code = save_value(store, type, ids.items[0], field, value,
			err);
	find_ids_clear(&ids);
	store_close(store);
	return code;
}

enum err_code
office_remove_elsewhere(const struct app *app, const struct record_type *type,
	const char *title, struct err *err)
{
	return office_save_elsewhere(app, type, title, NULL, NULL, err);
}
