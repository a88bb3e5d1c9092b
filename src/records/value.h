/*
 * Values: how a thing typed or found in a file becomes the one stored form,
 * and how a stored form is shown.  The form, import and bulk change all go
 * through here; what is shown becomes the same stored form again.
 */
#ifndef RECORDS_VALUE_H
#define RECORDS_VALUE_H

#include "base/err.h"
#include "base/strbuf.h"
#include "records/record.h"

/*
 * Brings typed text to the stored form of the field, appended to out.  Blanks
 * at the ends go; CR LF becomes LF in long text and a space elsewhere;
 * controls go; a leading apostrophe goes except in texts; 无, —, － and /
 * alone are empty except in long text; blanks between the hanzi of a
 * person's name of two or three go.  A FIELD_REF takes the text form of an id
 * only (see find.h for titles).  ERR_INVALID names the field and says what is
 * wrong; nothing is cut.  today is a stored day.
 */
enum err_code
value_normalise(const struct field_type *field, const char *typed,
	const char *today, struct strbuf *out, struct err *err);

/* True where value is what value_normalise() would make of it as it is shown;
 * else err says what is wrong. */
bool
value_is_stored(const struct field_type *field, const char *value,
	const char *today, struct err *err);

/*
 * The stored form in words, appended to out: codes as words, with 、 or a comma
 * between several, money with commas, yes and no.  A FIELD_REF is shown as its
 * id; record_show() of load.h knows its title.  What is no stored form is shown
 * as it stands.
 */
void
value_show(const struct field_type *field, const char *stored,
	struct strbuf *out);

/* The same with a sensitive value masked. */
void
value_show_masked(const struct field_type *field, const char *stored,
	struct strbuf *out);

#endif
