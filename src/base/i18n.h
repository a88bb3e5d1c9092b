/*
 * The language of the sentences.  msgids are whole English sentences; the
 * Chinese ones come from a catalogue that is compiled in (po/zh_CN.po), so
 * that no locale needs to be installed.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

enum language {
	LANGUAGE_ZH, /* 简体中文 */
	LANGUAGE_EN, /* English */
	LANGUAGE_N,
};

/* Marks a string for the catalogue and gives its translation. */
#define _(msgid) i18n_text(msgid)
/* Marks a string in a constant table; _() it where it is shown. */
#define N_(msgid) msgid
/* A string that needs a context to be understood: C_("verb", "open"). */
#define C_(context, msgid) i18n_text_in(context "\004" msgid, msgid)
/* One sentence for one, another for several. */
#define P_(one, many, n) i18n_plural(one, many, n)

/* Chosen once at start and when the operator changes it; the one state. */
void
i18n_set_language(enum language language);

enum language
i18n_language(void);

/*
 * The language asked for by name ("zh_CN", "zh_CN.UTF-8", "zh", "en"),
 * or LANGUAGE_N where the name is none that we have.
 */
enum language
i18n_language_by_name(const char *name);

/*
 * The language of the environment: LANGUAGE (the first of its list that we
 * have), then LC_ALL, LC_MESSAGES, LANG; Chinese where none says anything (C
 * and POSIX name no language).  value(name) is getenv or a test's own.
 */
enum language
i18n_language_of(char *(*value)(const char *name));

/* What the macros above call.  The strings live as long as the program. */
const char *
i18n_text(const char *msgid) __attribute__((format_arg(1)));

const char *
i18n_text_in(const char *key, const char *msgid) __attribute__((format_arg(2)));

const char *
i18n_plural(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));

#endif
