#include "base/i18n.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/catalog.h"

static enum language language = LANGUAGE_ZH;

/* Locale names begin with these, up to a '_', '-', '.' or '@'. */
static const struct {
	const char *name;
	enum language language;
} names[] = {
	{"zh", LANGUAGE_ZH},
	{"en", LANGUAGE_EN},
};

void
i18n_set_language(enum language chosen)
{
	language = chosen;
}

enum language
i18n_language(void)
{
	return language;
}

enum language
i18n_language_by_name(const char *name)
{
	size_t n = strcspn(name, "_-.@:");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i].name) == n &&
			strncasecmp(names[i].name, name, n) == 0)
			return names[i].language;
	return LANGUAGE_N;
}

enum language
i18n_language_of(char *(*value)(const char *name))
{
	static const char *const variables[] = {
		"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG",
	};

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *list = value(variables[i]);

		while (list != NULL && *list != '\0') {
			enum language found = i18n_language_by_name(list);

			if (found != LANGUAGE_N)
				return found;
			list += strcspn(list, ":");
			list += *list == ':';
		}
	}
	return LANGUAGE_ZH;
}

/* The Chinese for key, or NULL; "" is the key of the catalogue's own head. */
static const char *
chinese(const char *key)
{
	const char *found;

	if (language != LANGUAGE_ZH || *key == '\0')
		return NULL;
	found = catalog_find(catalog_zh, catalog_zh_size, key);
	return found != NULL && *found != '\0' ? found : NULL;
}

const char *
i18n_text(const char *msgid)
{
	const char *found = chinese(msgid);

	return found != NULL ? found : msgid;
}

const char *
i18n_text_in(const char *key, const char *msgid)
{
	const char *found = chinese(key);

	return found != NULL ? found : msgid;
}

const char *
i18n_plural(const char *one, const char *many, unsigned long n)
{
	const char *found = chinese(one);

	if (found != NULL)
		return found;
	return n == 1 ? one : many;
}
