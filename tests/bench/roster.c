/*
 * Makes a roster of invented members as CSV, for measuring.
 *
 *	roster members N [SEED]
 *	roster branches
 *
 * The same seed gives the same roster.  ID numbers have right check digits and
 * regions that GB/T 2260 gives to nobody, phones a beginning that no carrier
 * has, as in share/sample; every number stands once, up to 90 million rows.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/idcard.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

enum {
	N_BRANCHES = 200,
	N_DAYS = 20000, /* of birth, from 1945-01-01 on */
	N_ORDERS = 990, /* of one day in one region, none that ends in 00 */
};

static const char *const regions[] = {"159901", "159902", "159903", "419901"};

/* The commonest first: a quarter of all have one of the first five. */
static const char *const surnames[] = {
	"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙",
	"胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢",
	"韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅",
	"沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛",
	"叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜",
	"范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔",
	"白", "崔", "康", "毛", "邱", "秦", "江", "史", "单", "仇", "查", "解",
	"盖", "尉迟", "欧阳", "呼延", "白音", "包",
};

static const char *const given[] = {
	"伟", "芳", "娜", "秀", "敏", "静", "丽", "强", "磊", "军", "洋", "勇",
	"艳", "杰", "娟", "涛", "明", "超", "兰", "霞", "平", "刚", "桂", "英",
	"文", "国", "栋", "玉", "梅", "红", "晓", "建", "华", "志", "春", "海",
	"云", "峰", "龙", "凤", "琴", "荣", "福", "生", "德", "永", "新", "力",
	"佳", "慧", "子", "轩", "雨", "宇", "浩", "然", "欣", "怡", "思", "源",
};

static const char *const mongolian[] = {
	"阿拉", "巴特", "乌兰", "其木", "苏日", "斯琴", "那仁", "呼格", "额尔",
	"敖敦", "宝音", "朝格", "达楞", "格日", "哈斯", "图雅", "腾格", "吉力",
};

static const char *const endings[] = {
	"尔", "格", "图", "娜", "高娃", "花", "其其格", "巴图", "勒", "苏荣",
};

static const char *const educations[] = {
	"初中毕业", "普通高中毕业", "中等专科毕业", "大学专科毕业", "大学本科毕业",
};

static const char *const works[] = {
	"牧民", "退休职工", "嘎查委员会委员", "供销社售货员", "小学教师",
	"卫生院医生", "合作社理事长", "个体工商户", "网格员", "兽医",
};

/* splitmix64 */
static uint64_t
below(uint64_t *seed, uint64_t limit)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return (z ^ (z >> 31)) % limit;
}

static const char *
pick(uint64_t *seed, const char *const *words, size_t n)
{
	return words[below(seed, n)];
}

#define PICK(seed, words) pick(seed, words, N_ITEMS(words))

static void
print_name(uint64_t *seed)
{
	size_t n = N_ITEMS(surnames);

	if (below(seed, 4) == 0) {
		printf("%s", PICK(seed, mongolian));
		printf("%s", PICK(seed, endings));
		return;
	}
	n = below(seed, 4) == 0 ? 5 : below(seed, 2) == 0 ? 20 : n;
	printf("%s", pick(seed, surnames, n));
	printf("%s", PICK(seed, given));
	if (below(seed, 4) > 0)
		printf("%s", PICK(seed, given));
}

static void
print_branch(uint64_t number)
{
	printf("第%llu嘎查党支部", (unsigned long long)number + 1);
}

/* Every serial gives another number: the step has no divisor in common with
 * how many there are. */
static void
make_idno(uint64_t serial, char birth[DATE_SIZE], char idno[19])
{
	uint64_t n_regions = N_ITEMS(regions);
	uint64_t place = serial * 104729 % (n_regions * N_DAYS * N_ORDERS);
	uint64_t order = place % N_ORDERS;

	order += 1 + order / 99;
	date_add_days("1945-01-01", (int)(place / N_ORDERS % N_DAYS), birth);
	snprintf(idno, 19, "%s%.4s%.2s%.2s%03d",
		regions[place / N_ORDERS / N_DAYS], birth, birth + 5,
		birth + 8, (int)order);
	idno[17] = idcard_check_digit(idno);
	idno[18] = '\0';
}

static void
print_member(uint64_t serial, uint64_t *seed)
{
	char birth[DATE_SIZE], joined[DATE_SIZE], confirmed[DATE_SIZE];
	char idno[19];

	make_idno(serial, birth, idno);
	date_add_days(birth, (int)(7000 + below(seed, 700)), joined);
	date_add_months(joined, 12, confirmed);
	print_name(seed);
	printf(",%s,", (idno[16] - '0') % 2 ? "男" : "女");
	printf("%s,", below(seed, 3) == 0 ? "蒙古族" : "汉族");
	printf("%s,%s,", birth, idno);
	printf("154%08d,", (int)(serial % 100000000));
	printf("%s,", PICK(seed, educations));
	printf("%s,%s,%s,", PICK(seed, works), joined, confirmed);
	print_branch(below(seed, N_BRANCHES));
	printf(",正式党员\r\n");
}

static int
print_members(const char *n_rows, const char *seed_text)
{
	uint64_t n = strtoull(n_rows, NULL, 10);
	uint64_t seed = strtoull(seed_text, NULL, 10);

	printf("姓名,性别,民族,出生日期,公民身份号码,联系电话,学历,工作单位及职务,"
	       "入党日期,转正日期,所在党支部,人员类别\r\n");
	for (uint64_t serial = 1; serial <= n; serial++)
		print_member(serial, &seed);
	return fflush(stdout) == 0 ? 0 : 1;
}

static int
print_branches(void)
{
	printf("党支部名称\r\n");
	for (uint64_t number = 0; number < N_BRANCHES; number++) {
		print_branch(number);
		printf("\r\n");
	}
	return fflush(stdout) == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	if (argc >= 3 && strcmp(argv[1], "members") == 0)
		return print_members(argv[2], argc > 3 ? argv[3] : "1");
	if (argc == 2 && strcmp(argv[1], "branches") == 0)
		return print_branches();
	fputs("usage: roster members N [SEED] | roster branches\n", stderr);
	return 2;
}
