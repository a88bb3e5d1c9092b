#include "crowd.h"

#include "base/idcard.h"
#include "base/xalloc.h"
#include "records/nouns.h"

#define LONG_NAME \
	"内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府办公室"

static const char *const surnames[] = {"单", "王", "李", "曾", "欧阳", "仇",
	"解", "尉迟", "吕", "包"};
static const char *const given[] = {"晓", "红", "长", "乐", "重", "阳", "志",
	"强", "春", "单", "宝", "音", "龙", "\xf0\xa0\xae\xb7"};
static const char *const whole[] = {"阿拉腾巴根那", "乌兰·其其格",
	"查干 巴拉", "Anna Wang", "单晓红"};

static const char *
any(const char *const *words, size_t n, uint64_t *seed)
{
	return words[bench_random(seed, n)];
}

char *
crowd_name(uint64_t *seed)
{
	const char *first;

	if (bench_random(seed, 6) == 0)
		return xstrdup(any(whole, N_ITEMS(whole), seed));
	first = any(given, N_ITEMS(given), seed);
	return xasprintf("%s%s%s", any(surnames, N_ITEMS(surnames), seed),
		first, bench_random(seed, 4) > 0
			? any(given, N_ITEMS(given), seed) : "");
}

/* Saves a record in the change, clears it and gives its id. */
static int64_t
save(struct change *change, struct record *record)
{
	struct err err = ERR_INIT;
	int64_t id;

	bench_ok(record_save(change, record, NULL, NULL, &err), &err);
	id = record->id;
	record_clear(record);
	return id;
}

static void
fill_units(struct change *change, struct crowd *crowd)
{
	static const char *const names[CROWD_UNITS] = {"白音查干苏木党委",
		"林业和草原局", LONG_NAME, "水利局", "农牧局", "酶制剂有限公司",
		"单家店嘎查", "春光路小学"};
	struct record record;

	for (size_t i = 0; i < CROWD_UNITS; i++) {
		desk_new(&record, &unit_type, "name", names[i], "kind",
			i == 5 ? "22" : "", "parent_id",
			desk_id(i > 2 ? crowd->units[0] : 0).s, "founded_on",
			i == 4 ? "2024-03" : "", "closed_on",
			i == 3 ? "2024-05-20" : i == 4 ? "2024-05" : "", NULL);
		crowd->units[i] = save(change, &record);
	}
	for (size_t i = 0; i < N_ITEMS(crowd->branches); i++) {
		desk_new(&record, &branch_type, "name",
			i == 0 ? "苏木机关党支部"
			       : i == 1 ? "嘎查党支部" : "小学党支部",
			"unit_id", desk_id(i > 0 ? crowd->units[i] : 0).s,
			NULL);
		crowd->branches[i] = save(change, &record);
	}
}

static void
fill_orgs(struct change *change, struct crowd *crowd)
{
	static const char *const names[CROWD_ORGS] = {"景区联合党支部",
		"候鸟迁徙路联合党委", "酶制剂产业链党委", "治污攻坚联合党委",
		"联合体党委"};
	static const char *const years[CROWD_ORGS] = {"", "3", "5", "3", "-1"};
	struct record record;

	for (size_t i = 0; i < CROWD_ORGS; i++) {
		desk_new(&record, &union_org_type, "name", names[i],
			"parent_id", desk_id(i == 1 ? crowd->orgs[0] : 0).s,
			"committee_id", desk_id(crowd->units[0]).s,
			"lead_unit_id", desk_id(crowd->units[i]).s,
			"document_no", i < 2 ? "苏党发〔2024〕3号" : "",
			"term_years", years[i], "founded_on",
			i < 2 ? "2024" : "2023-05-04", NULL);
		crowd->orgs[i] = save(change, &record);
	}
	for (size_t i = 0; i < 20; i++) {
		desk_new(&record, &union_unit_type, "union_org_id",
			desk_id(crowd->orgs[i % CROWD_ORGS]).s, "unit_id",
			desk_id(crowd->units[i % CROWD_UNITS]).s, "joined_on",
			i % 3 == 0 ? "2024-03-05" : "", NULL);
		save(change, &record);
	}
}

/* A number that is right in form, of a region that is not given out. */
static void
make_idno(size_t i, char out[19])
{
	snprintf(out, 19, "1599021979040%04zu", 3000 + i * 7);
	out[17] = idcard_check_digit(out);
	out[18] = '\0';
}

static void
fill_members(struct change *change, struct crowd *crowd)
{
	uint64_t seed = 11;
	struct record record;

	for (size_t i = 0; i < CROWD_MEMBERS; i++) {
		char idno[19] = "", phone[16];
		char *name = crowd_name(&seed);

		if (i % 3 != 0)
			make_idno(i, idno);
		snprintf(phone, sizeof(phone), "138%08zu", i * 7919);
		desk_new(&record, &member_type, "name", name, "idno", idno,
			"phone", i % 4 == 0 ? "" : i == 1 ? "0470-8123456"
							  : phone,
			"sex", i % 5 == 0 ? "" : i % 2 == 0 ? "1" : "2",
			"birth_on", i % 7 == 0 ? "1979" : i % 7 == 1
				? "1979-04" : i % 7 == 2 ? "" : "1979-04-03",
			"branch_id",
			desk_id(i % 4 == 0 ? 0 : crowd->branches[i % 3]).s,
			"work", i % 2 == 0 ? "嘎查党支部书记" : "", NULL);
		free(name);
		crowd->members[i] = save(change, &record);
	}
}

static void
fill_unions(struct change *change, struct crowd *crowd)
{
	struct record record;

	for (size_t i = 0; i < CROWD_MEMBERSHIPS; i++) {
		desk_new(&record, &membership_type, "member_id",
			desk_id(crowd->members[i % 80]).s, "union_org_id",
			desk_id(crowd->orgs[i < 80 ? i % 2 : 2]).s, "unit_id",
			desk_id(i % 3 == 0 ? 0
					   : crowd->units[i % CROWD_UNITS]).s,
			"origin", i % 2 == 0 ? "" : "1", "joined_on",
			i % 4 == 0 ? "" : "2024-03", NULL);
		save(change, &record);
	}
	for (size_t i = 0; i < 25; i++) {
		desk_new(&record, &leader_type, "member_id",
			desk_id(crowd->members[i % 9]).s, "union_org_id",
			desk_id(crowd->orgs[i % CROWD_ORGS]).s, "post",
			i % 2 == 0 ? "" : "2", NULL);
		save(change, &record);
	}
}

void
crowd_fill(struct desk *desk, struct crowd *crowd)
{
	struct change *change = bench_change(desk->store, "import");
	struct record record;

	desk_new(&record, &office_type, "name", "白音查干苏木", NULL);
	save(change, &record);
	desk_new(&record, &operator_type, "name", "单晓红", NULL);
	save(change, &record);
	desk_new(&record, &operator_type, "name", "王强", "post", "干事", NULL);
	save(change, &record);
	fill_units(change, crowd);
	fill_orgs(change, crowd);
	fill_members(change, crowd);
	fill_unions(change, crowd);
	bench_commit(change);
}
