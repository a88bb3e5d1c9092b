/* For tests of what is printed: documents, and what they hold as RTF. */
#ifndef TESTS_UNIT_EXCHANGE_PRINTED_H
#define TESTS_UNIT_EXCHANGE_PRINTED_H

#include "office.h"

#include "exchange/print.h"
#include "rtf.h"

/* The document of that kind; paper_clear() it. */
static inline void
printed_make(struct office *office, const char *kind, int64_t id,
	struct paper *paper)
{
	const struct print_request request = {
		office->store, id, "", "2025-01-01"};
	struct err err = ERR_INIT;

	if (print_make(print_kind_find(kind), &request, paper, &err) != ERR_OK)
		fail_msg("%s", err.text);
}

/* What RTF says in its body and above its odd pages; no character is lost. */
static inline void
printed_assert(const struct paper *paper, const char *body, const char *head)
{
	struct strbuf bytes = STRBUF_INIT;
	const char *wrong;
	struct rtf rtf;

	paper_to_rtf(paper, &bytes);
	wrong = rtf_read(bytes.s, bytes.len, &rtf);
	if (wrong != NULL)
		fail_msg("%s", wrong);
	assert_string_equal(rtf.texts[RTF_BODY].s, body);
	assert_string_equal(rtf.texts[RTF_HEAD_ODD].s, head);
	rtf_clear(&rtf);
	strbuf_clear(&bytes);
}

#endif
