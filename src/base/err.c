#include "base/err.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/xalloc.h"

void
err_init(struct err *err)
{
	*err = (struct err)ERR_INIT;
}

void
err_clear(struct err *err)
{
	if (err == NULL)
		return;
	free(err->text);
	free(err->field);
	free(err->named);
	err_init(err);
}

__attribute__((format(printf, 4, 0))) static enum err_code
fill(struct err *err, enum err_code code, const char *field,
	const char *format, va_list args)
{
	struct err old;

	if (err == NULL)
		return code;
	old = *err; /* the arguments may point into it */
	err->code = code;
	err->text = xvasprintf(format, args);
	err->field = field != NULL ? xstrdup(field) : NULL;
	err->named = NULL;
	err_clear(&old);
	return code;
}

enum err_code
err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, NULL, format, args);
	va_end(args);
	return code;
}

enum err_code
err_set_field(struct err *err, enum err_code code, const char *field,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, field, format, args);
	va_end(args);
	return code;
}

const char *
err_name(struct err *err, const char *path)
{
	char *named;

	if (err == NULL)
		return path;
	named = file_shown(path); /* which may be the name read before */
	free(err->named);
	err->named = named;
	return named;
}

enum err_code
err_move(struct err *to, struct err *from)
{
	enum err_code code = from->code;

	if (to == NULL) {
		err_clear(from);
		return code;
	}
	err_clear(to);
	*to = *from;
	err_init(from);
	return code;
}
