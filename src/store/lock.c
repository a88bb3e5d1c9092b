/* The lock for writing, and what those that wait for it are told. */
#include <stdlib.h>
#include <time.h>

#include "base/date.h"
#include "store/store_private.h"

void
store_wait_with(struct store *store, const struct store_waiter *waiter)
{
	store->waiter = *waiter;
}

/* One that waits for the lock. */
struct wait {
	struct store *store;
	int64_t since; /* milliseconds */
};

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool
waits_on(void *data)
{
	const struct wait *wait = data;
	const struct store_waiter *waiter = &wait->store->waiter;
	int waited_ms = (int)(now_ms() - wait->since);
	struct holder holder;
	bool go_on;

	if (waiter->go_on == NULL)
		return waited_ms < wait->store->lock_wait_ms;
	holder_read(&holder, wait->store->lock);
	go_on = waiter->go_on(waiter->data, &holder, waited_ms);
	holder_clear(&holder);
	return go_on;
}

static enum err_code
name_holder(struct store *store, struct err *err)
{
	struct holder holder;
	char since[TIME_SIZE], *name;
	enum err_code code;

	holder_read(&holder, store->lock);
	name = holder_name(&holder);
	date_time_of_moment(holder.since, since);
	if (name[0] != '\0')
		code = err_set(err, ERR_BUSY,
			/* TRANSLATORS: name (account@computer), date, time */
			_("Somebody else is writing: %s, %s.  Try again in a "
			  "moment."), name, since);
	else
		code = err_set(err, ERR_BUSY,
			_("Somebody else is writing; try again in a moment."));
	free(name);
	holder_clear(&holder);
	return code;
}

/* What became of waiting for the lock. */
static enum err_code
end_wait(struct store *store, enum err_code code, struct err *err)
{
	const struct store_waiter *waiter = &store->waiter;

	if (waiter->over != NULL)
		waiter->over(waiter->data);
	if (code != ERR_BUSY)
		return code;
	if (waiter->go_on == NULL)
		return name_holder(store, err);
	return err_set(err, ERR_CANCELLED,
		_("Called off while somebody else was writing; nothing was "
		  "saved."));
}

enum err_code
store_lock(struct store *store, const char *writer, const char *action,
	struct err *err)
{
	struct wait wait = {store, now_ms()};
	enum err_code code = ERR_OK;
	char *path;

	if (store->lock == NULL) {
		path = store_beside(store->path, "-lock");
		code = file_lock_open(path, store->path, &store->lock, err);
		free(path);
	}
	if (code != ERR_OK)
		return code;
	code = end_wait(store, file_lock_wait(store->lock, waits_on, &wait,
		err), err);
	if (code != ERR_OK)
		return code;
	holder_init(&store->holder, store->world, writer, action);
	holder_sign(&store->holder, store->lock);
	store->told_at = store->holder.since;
	return ERR_OK;
}

void
store_unlock(struct store *store)
{
	file_lock_release(store->lock);
	holder_clear(&store->holder);
}

void
store_tell(struct store *store, uint64_t done, uint64_t total)
{
	struct holder *holder = &store->holder;
	int64_t now = store->world->now(store->world);
	int64_t took = now - holder->since;

	if (now == store->told_at && total > 0)
		return;
	store->told_at = now;
	holder->left = HOLDER_LEFT_UNKNOWN;
	if (took > 0 && done > 0 && done <= total)
		holder->left = (int64_t)((double)took *
			(double)(total - done) / (double)done);
	holder_sign(holder, store->lock);
}
