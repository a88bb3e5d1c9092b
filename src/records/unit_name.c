#include "records/unit_name.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "base/xalloc.h"

/* Long forms and what offices write for them, the longest first; what was made
 * short is looked at again further down. */
static const struct {
	const char *from;
	const char *to;
} words[] = {
	{"中国共产主义青年团", "共青团"},
	{"中国共产党", ""},
	{"中共", ""},
	{"村民委员会", "村委会"},
	{"居民委员会", "居委会"},
	{"嘎查村委会", "嘎查委会"},
	{"嘎查委员会", "嘎查委会"},
	{"嘎查村民委", "嘎查委会"},
	{"支部委员会", "支部"},
	{"党支部", "支部"},
	{"党总支委员会", "党总支"},
	{"总支部", "总支"},
	{"农民专业合作社", "合作社"},
	{"专业合作社", "合作社"},
	{"有限责任公司", "公司"},
	{"股份有限公司", "公司"},
	{"有限公司", "公司"},
	{"人民政府", "政府"},
	{"街道办事处", "街道办"},
	{"社区卫生服务中心", "卫生服务中心"},
};

/* Words that end the name of a region, which may stand before a unit's own. */
static const char *const regions[] = {"自治区", "自治州", "自治县", "自治旗",
	"省", "盟", "市", "县", "旗", "区", "镇", "乡", "苏木", "街道"};

/* Words that hold one of these and are no region. */
static const char *const others[] = {"社区", "园区", "小区", "校区", "牧区",
	"林区", "厂区", "矿区", "库区", "片区", "景区", "区域", "市场", "市民",
	"市政", "城市", "乡村", "乡镇", "乡贤", "同盟", "联盟", "军旗", "县域",
	"镇长", "村镇"};

enum {
	HANZI_BYTES = 3,
	REGION_CHARS = 2,      /* that a region has before its word at least, */
	REGION_CHARS_MAX = 6,  /* and at most, */
	UNIT_CHARS = 4,        /* and a unit behind it: 委员会 is none */
};

/* Brackets, and what parts the words of a name. */
static bool
is_left_out(const char *s, size_t len)
{
	static const char signs[] = "()[]<>\"'-_/,.，。、（）〔〕［］【】《》〈〉"
		"“”‘’—－";

	for (const char *sign = signs; *sign != '\0'; sign += text_next(sign))
		if (text_next(sign) == len && memcmp(sign, s, len) == 0)
			return true;
	return false;
}

static void
drop_signs(const char *folded, struct strbuf *out)
{
	size_t len;

	for (const char *s = folded; (len = text_next(s)) > 0; s += len)
		if (!is_left_out(s, len))
			strbuf_add_bytes(out, s, len);
}

static void
shorten(struct strbuf *name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		char *at = strstr(name->s, words[i].from);
		struct strbuf made = STRBUF_INIT;

		if (at == NULL)
			continue;
		strbuf_add_bytes(&made, name->s, (size_t)(at - name->s));
		strbuf_add(&made, words[i].to);
		strbuf_add(&made, at + strlen(words[i].from));
		strbuf_clear(name);
		*name = made;
	}
}

/* Is the word of a region at s + end a part of another word? */
static bool
is_other_word(const char *s, size_t end, const char *region)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		const char *within = strstr(others[i], region);
		size_t before;

		if (within == NULL)
			continue;
		before = (size_t)(within - others[i]);
		if (before <= end && strncmp(s + end - before, others[i],
					     strlen(others[i])) == 0)
			return true;
	}
	return false;
}

/* Bytes of the region that this word ends, 0 where it ends none. */
static size_t
region_by(const char *s, const char *region)
{
	size_t len = strlen(region);

	for (const char *at = s; (at = strstr(at, region)) != NULL; at += len) {
		size_t end = (size_t)(at - s);

		if (end / HANZI_BYTES >= REGION_CHARS &&
			end / HANZI_BYTES <= REGION_CHARS_MAX &&
			text_chars(at + len) >= UNIT_CHARS &&
			!is_other_word(s, end, region))
			return end + len;
	}
	return 0;
}

/* Bytes of the region with which s begins, 0 where it begins with none. */
static size_t
region_len(const char *s)
{
	size_t least = 0;

	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++) {
		size_t len = region_by(s, regions[i]);

		if (len > 0 && (least == 0 || len < least))
			least = len;
	}
	return least;
}

char *
unit_name_parts(const char *name)
{
	char *folded = text_fold(name);
	struct strbuf whole = STRBUF_INIT, parts = STRBUF_INIT;
	size_t begin = 0, len;

	drop_signs(folded, &whole);
	shorten(&whole);
	while ((len = region_len(whole.s + begin)) > 0)
		begin += len;
	strbuf_add_bytes(&parts, whole.s, begin);
	strbuf_add_char(&parts, '\n');
	strbuf_add(&parts, whole.s + begin);
	strbuf_clear(&whole);
	free(folded);
	return strbuf_detach(&parts);
}

char *
unit_name_fold(const char *name)
{
	char *parts = unit_name_parts(name);
	char *own = xstrdup(strchr(parts, '\n') + 1);

	free(parts);
	return own;
}

/* Does the shorter of two ends the other one? */
static bool
one_ends_other(const char *a, size_t a_len, const char *b, size_t b_len)
{
	return a_len <= b_len ? memcmp(a, b + b_len - a_len, a_len) == 0
			      : memcmp(a + a_len - b_len, b, b_len) == 0;
}

bool
unit_name_alike(const char *a, const char *b)
{
	char *one = unit_name_parts(a), *other = unit_name_parts(b);
	size_t one_len = strcspn(one, "\n"), other_len = strcspn(other, "\n");
	bool alike = strcmp(one + one_len, other + other_len) == 0 &&
		one_ends_other(one, one_len, other, other_len);

	free(one);
	free(other);
	return alike;
}
