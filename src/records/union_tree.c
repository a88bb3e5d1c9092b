#include "records/union_tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/id_set.h"
#include "base/pinyin.h"
#include "base/xalloc.h"
#include "records/load.h"
#include "records/nouns.h"
#include "records/query.h"
#include "store/site.h"

/* A union as it is read. */
struct org {
	int64_t id;
	int64_t parent_id;
	int64_t committee_id;
	int64_t above; /* the union or committee that it goes under, 0 none */
	size_t rank;   /* in the order of names */
	char *name;
	char *state;
	char *district;
	char *route;
	char *district_key; /* the pinyin by which groups are sorted */
	char *route_key;
	bool placed;
};

struct builder {
	struct store *store;
	struct union_tree *tree;
	VEC(struct org) orgs;
};

void
union_tree_clear(struct union_tree *tree)
{
	for (size_t i = 0; i < tree->n; i++) {
		free(tree->items[i].name);
		free(tree->items[i].state);
	}
	vec_clear(tree);
}

static char *
pinyin_key(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	pinyin_of_text(text, &key);
	strbuf_add_char(&key, ' ');
	strbuf_add(&key, text);
	return strbuf_detach(&key);
}

static enum err_code
read_org(void *data, const struct record *record, struct err *err)
{
	struct builder *builder = data;
	struct org org = {
		.id = record->id,
		.parent_id = record_ref(record, "parent_id"),
		.committee_id = record_ref(record, "committee_id"),
		.rank = builder->orgs.n,
		.name = xstrdup(record_get(record, "name")),
		.state = xstrdup(record_get(record, "state")),
		.district = xstrdup(record_get(record, "district")),
		.route = xstrdup(record_get(record, "route")),
	};

	(void)err;
	org.district_key = pinyin_key(org.district);
	org.route_key = pinyin_key(org.route);
	vec_push(&builder->orgs, org);
	return ERR_OK;
}

static void
builder_clear(struct builder *builder)
{
	for (size_t i = 0; i < builder->orgs.n; i++) {
		struct org *org = &builder->orgs.items[i];

		free(org->name);
		free(org->state);
		free(org->district);
		free(org->route);
		free(org->district_key);
		free(org->route_key);
	}
	vec_clear(&builder->orgs);
}

/* FNV-1a, negative: ids of records are positive. */
static int64_t
key_of_text(enum union_node_kind kind, const char *text, const char *more)
{
	uint64_t hash = 14695981039346656037u + (uint64_t)kind;

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	for (hash *= 1099511628211u; *more != '\0'; more++)
		hash = (hash ^ (unsigned char)*more) * 1099511628211u;
	return -(int64_t)(hash >> 1) - 1;
}

static long
add_node(struct builder *builder, long above, const struct union_node *like)
{
	struct union_tree *tree = builder->tree;
	struct union_node node = *like;

	node.name = xstrdup(like->name);
	node.state = xstrdup(like->state != NULL ? like->state : "");
	node.above = above;
	node.depth = above == UNION_NODE_NONE
		? 0 : tree->items[above].depth + 1;
	vec_push(tree, node);
	return (long)tree->n - 1;
}

static long
add_union(struct builder *builder, struct org *org, long above)
{
	org->placed = true;
	return add_node(builder, above, &(struct union_node){
		.kind = UNION_NODE_UNION, .id = org->id, .key = org->id,
		.name = org->name, .state = org->state});
}

/* Of what goes under the same, the order of names. */
static int
compare_above(const void *a, const void *b)
{
	const struct org *left = a, *right = b;

	if (left->above != right->above)
		return left->above < right->above ? -1 : 1;
	return (left->rank > right->rank) - (left->rank < right->rank);
}

/* Nothing said comes last. */
static int
compare_keys(const char *a, const char *b)
{
	bool a_said = a[0] != ' ', b_said = b[0] != ' ';

	return a_said != b_said ? (a_said ? -1 : 1) : strcmp(a, b);
}

static int
compare_groups(const void *a, const void *b)
{
	const struct org *left = a, *right = b;
	int order = compare_keys(left->district_key, right->district_key);

	if (order == 0)
		order = compare_keys(left->route_key, right->route_key);
	return order != 0 ? order : compare_above(a, b);
}

/* The first of those that go under it. */
static size_t
first_under(const struct builder *builder, int64_t above)
{
	size_t low = 0, high = builder->orgs.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (builder->orgs.items[middle].above < above)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
place_under(struct builder *builder, int64_t id, long above)
{
	for (size_t i = first_under(builder, id); i < builder->orgs.n &&
		builder->orgs.items[i].above == id; i++) {
		struct org *org = &builder->orgs.items[i];

		if (!org->placed)
			place_under(builder, org->id,
				add_union(builder, org, above));
	}
}

/* Where each goes: under its upper union if that is there. */
static void
settle_above(struct builder *builder)
{
	struct id_set ids = {0};

	for (size_t i = 0; i < builder->orgs.n; i++)
		vec_push(&ids, builder->orgs.items[i].id);
	id_set_put_all(&ids, NULL, 0);
	for (size_t i = 0; i < builder->orgs.n; i++) {
		struct org *org = &builder->orgs.items[i];

		org->above = id_set_has(&ids, org->parent_id)
			? org->parent_id : org->committee_id;
	}
	id_set_clear(&ids);
	if (builder->orgs.n > 0)
		qsort(builder->orgs.items, builder->orgs.n,
			sizeof(*builder->orgs.items), compare_above);
}

static void
place_committee(struct builder *builder, int64_t id, const char *name)
{
	long node = add_node(builder, UNION_NODE_NONE, &(struct union_node){
		.kind = UNION_NODE_COMMITTEE, .id = id,
		.key = id != 0 ? id : key_of_text(UNION_NODE_COMMITTEE, "", ""),
		.name = (char *)name});

	place_under(builder, id, node);
}

static enum err_code
place_unit(void *data, const struct query_row *row, struct err *err)
{
	struct builder *builder = data;
	size_t i = first_under(builder, row->id);

	(void)err;
	if (i < builder->orgs.n && builder->orgs.items[i].above == row->id)
		place_committee(builder, row->id, row->cells[0]);
	return ERR_OK;
}

/* Committees that are removed, and unions that no committee leads. */
static void
place_rest(struct builder *builder)
{
	for (size_t i = 0; i < builder->orgs.n; i++) {
		const struct org *org = &builder->orgs.items[i];
		struct strbuf name = STRBUF_INIT;

		if (org->placed || org->above == 0 ||
			org->above != org->committee_id)
			continue;
		record_title_of(builder->store, &unit_type, org->above, &name);
		place_committee(builder, org->above, name.s);
		strbuf_clear(&name);
	}
	if (builder->orgs.n > 0 && builder->orgs.items[0].above == 0)
		place_committee(builder, 0, "");
}

/* Whom no way from the top leads to: they stand below one another. */
static void
place_circles(struct builder *builder)
{
	long node = UNION_NODE_NONE;

	for (size_t i = 0; i < builder->orgs.n; i++) {
		struct org *org = &builder->orgs.items[i];

		if (org->placed)
			continue;
		if (node == UNION_NODE_NONE)
			node = add_node(builder, UNION_NODE_NONE,
				&(struct union_node){
					.kind = UNION_NODE_CIRCLE,
					.key = key_of_text(UNION_NODE_CIRCLE,
						"", ""),
					.name = (char *)""});
		place_under(builder, org->id, add_union(builder, org, node));
	}
}

static enum err_code
place_by_committee(struct builder *builder, struct err *err)
{
	static const char *const paths[] = {"name"};
	struct query units;
	enum err_code code;

	settle_above(builder);
	query_init(&units, &unit_type);
	code = query_each_row(builder->store, &units, paths, 1, place_unit,
		builder, err);
	query_clear(&units);
	place_rest(builder);
	place_circles(builder);
	return code;
}

static void
place_by_district(struct builder *builder)
{
	const struct org *before = NULL;
	long district = UNION_NODE_NONE, group = UNION_NODE_NONE;

	if (builder->orgs.n > 0)
		qsort(builder->orgs.items, builder->orgs.n,
			sizeof(*builder->orgs.items), compare_groups);
	for (size_t i = 0; i < builder->orgs.n; i++) {
		struct org *org = &builder->orgs.items[i];
		bool other = before == NULL ||
			strcmp(before->district, org->district) != 0;

		if (other)
			group = district = add_node(builder, UNION_NODE_NONE,
				&(struct union_node){
					.kind = UNION_NODE_DISTRICT,
					.key = key_of_text(UNION_NODE_DISTRICT,
						org->district, ""),
					.name = org->district});
		if (other || strcmp(before->route, org->route) != 0)
			group = org->route[0] == '\0' ? district
				: add_node(builder, district,
					&(struct union_node){
					.kind = UNION_NODE_ROUTE,
					.key = key_of_text(UNION_NODE_ROUTE,
						org->district, org->route),
					.name = org->route});
		add_union(builder, org, group);
		before = org;
	}
}

static void
sum_up(struct union_tree *tree)
{
	for (size_t i = tree->n; i-- > 0;) {
		const struct union_node *node = &tree->items[i];
		struct union_node *above = node->above == UNION_NODE_NONE
			? NULL : &tree->items[node->above];

		if (above == NULL)
			continue;
		above->n_below += 1 + node->n_below;
		above->n_unions += (node->kind == UNION_NODE_UNION) +
			node->n_unions;
	}
}

enum err_code
union_tree_load(struct store *store, enum union_tree_order order,
	struct union_tree *tree, struct err *err)
{
	struct builder builder = {.store = store, .tree = tree};
	struct query query;
	enum err_code code;

	query_init(&query, &union_org_type);
	code = query_each(store, &query, read_org, &builder, err);
	query_clear(&query);
	if (code == ERR_OK && order == UNION_TREE_COMMITTEES)
		code = place_by_committee(&builder, err);
	else if (code == ERR_OK)
		place_by_district(&builder);
	sum_up(tree);
	builder_clear(&builder);
	return code;
}

static enum err_code
count(struct store *store, const struct record_type *type, const char *id,
	const char *end, int64_t *n, struct err *err)
{
	struct query query;
	enum err_code code;

	query_init(&query, type);
	query_set_filter(&query, "union_org_id", id);
	query_set_filter(&query, end, "");
	code = query_count(store, &query, 0, n, err);
	query_clear(&query);
	return code;
}

enum err_code
union_count(struct store *store, int64_t union_org_id,
	struct union_counts *counts, struct err *err)
{
	char id[SITE_ID_TEXT_SIZE];
	enum err_code code;

	site_id_to_text(union_org_id, id);
	*counts = (struct union_counts){0};
	code = count(store, &union_unit_type, id, "left_on", &counts->units,
		err);
	if (code == ERR_OK)
		code = count(store, &membership_type, id, "left_on",
			&counts->members, err);
	if (code == ERR_OK)
		code = count(store, &leader_type, id, "until_on",
			&counts->leaders, err);
	return code;
}
