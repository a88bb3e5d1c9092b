/*
 * The unions as a tree, 联合党组织树: under the committees that lead them and
 * under one another, or by district (片区) and landscape route (风景线).
 */
#ifndef RECORDS_UNION_TREE_H
#define RECORDS_UNION_TREE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "store/store.h"

enum union_tree_order {
	UNION_TREE_COMMITTEES,
	UNION_TREE_DISTRICTS,
	UNION_TREE_ORDERS,
};

enum union_node_kind {
	UNION_NODE_UNION,
	UNION_NODE_COMMITTEE, /* a unit; id 0: no leading committee */
	UNION_NODE_DISTRICT,  /* name "": in no district */
	UNION_NODE_ROUTE,
	UNION_NODE_CIRCLE, /* holds unions that stand below one another */
};

enum { UNION_NODE_NONE = -1 };

struct union_node {
	enum union_node_kind kind;
	int64_t id;   /* of the union or committee, 0 none */
	int64_t key;  /* names the node among all, the same after every load */
	char *name;   /* title, or the text of the group; never NULL */
	char *state;  /* of a union, its code; else "" */
	long above;   /* index of the node it stands under, UNION_NODE_NONE */
	int depth;    /* 0 at the top */
	size_t n_below;  /* nodes under it: those that follow it */
	size_t n_unions; /* of these the unions */
};

/* Every node stands before those under it. */
struct union_tree {
	struct union_node *items;
	size_t n;
	size_t size;
};

/*
 * Fills tree (empty before) with every union that is not removed, each once,
 * those at one place in the order of their names.  A union whose upper union is
 * removed stands under its committee.  union_tree_clear() in either case.
 */
enum err_code
union_tree_load(struct store *store, enum union_tree_order order,
	struct union_tree *tree, struct err *err);

void
union_tree_clear(struct union_tree *tree);

/* What hangs on a union now. */
struct union_counts {
	int64_t units;
	int64_t members;
	int64_t leaders;
};

enum err_code
union_count(struct store *store, int64_t union_org_id,
	struct union_counts *counts, struct err *err);

#endif
