#include "screens/tally.h"

void
tally_forget(struct tally *tally)
{
	*tally = (struct tally)TALLY_INIT;
}

void
tally_outdate(struct tally *tally)
{
	tally->is_new = false;
}

bool
tally_set(struct tally *tally, int64_t n)
{
	bool is_other = n != tally->n;

	tally->n = n;
	tally->is_new = true;
	return is_other;
}

bool
tally_count(struct tally *tally, struct store *store,
	const struct query *query)
{
	int64_t n = 0;

	if (tally->is_new ||
		query_count(store, query, 0, &n, NULL) == ERR_CANCELLED)
		return false;
	return tally_set(tally, n);
}

void
tally_show(const struct tally *tally, struct strbuf *out)
{
	if (tally->n < 0)
		strbuf_add(out, "…");
	else
		strbuf_addf(out, "%lld", (long long)tally->n);
}
