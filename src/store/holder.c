#include "store/holder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum {
	LEFT_MAX = 24 * 60 * 60,
	WORD_MAX = 200, /* bytes of a name that are read */
	PART_SINCE = 0, /* of a line, parted by tabs */
	PART_LEFT,
	PART_ACTION,
	PART_OPERATOR,
	PART_ACCOUNT,
	PARTS_N,
};

static char *
cleaned(const char *text)
{
	return text_clean(text, strlen(text));
}

void
holder_init(struct holder *holder, const struct world *world,
	const char *operator_name, const char *action)
{
	char *account = xasprintf("%s@%s", world->account, world->host);

	*holder = (struct holder){
		.operator_name = cleaned(operator_name),
		.account = cleaned(account),
		.action = cleaned(action),
		.since = world->now(world),
		.left = HOLDER_LEFT_UNKNOWN,
	};
	free(account);
}

/* A word that the line has, no longer than one would show it. */
static char *
read_word(const char *part)
{
	return text_clean(part, strnlen(part, WORD_MAX));
}

/* HOLDER_LEFT_UNKNOWN unless it is a sensible number and nothing else. */
static int64_t
read_left(const char *part)
{
	char *end;
	int64_t left = strtoll(part, &end, 10);

	return end == part || *end != '\0' || left < 0 || left > LEFT_MAX
		? HOLDER_LEFT_UNKNOWN : left;
}

void
holder_read(struct holder *holder, struct file_lock *lock)
{
	char *line = file_lock_read_sign(lock), *rest = line;
	const char *parts[PARTS_N] = {"", "", "", "", ""};

	for (size_t i = 0; i < PARTS_N && rest != NULL; i++)
		parts[i] = strsep(&rest, "\t");
	*holder = (struct holder){
		.operator_name = read_word(parts[PART_OPERATOR]),
		.account = read_word(parts[PART_ACCOUNT]),
		.action = read_word(parts[PART_ACTION]),
		.since = strtoll(parts[PART_SINCE], NULL, 10),
		.left = read_left(parts[PART_LEFT]),
	};
	free(line);
}

void
holder_clear(struct holder *holder)
{
	free(holder->operator_name);
	free(holder->account);
	free(holder->action);
	*holder = (struct holder){.operator_name = NULL};
}

void
holder_sign(const struct holder *holder, struct file_lock *lock)
{
	char *line = xasprintf("%" PRId64 "\t%" PRId64 "\t%s\t%s\t%s",
		holder->since, holder->left, holder->action,
		holder->operator_name, holder->account);

	file_lock_sign(lock, line);
	free(line);
}

char *
holder_name(const struct holder *holder)
{
	if (holder->operator_name[0] == '\0')
		return xstrdup(holder->account);
	return xasprintf("%s (%s)", holder->operator_name, holder->account);
}
