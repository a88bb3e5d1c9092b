/*
 * How well a word fits what was typed to find it, in menus, trees and folders:
 * by its characters, by the initials of its pinyin, by all of that or by any
 * mixture.
 */
#ifndef TUI_FIT_H
#define TUI_FIT_H

enum fit {
	FIT_NONE,   /* not at all */
	FIT_INSIDE, /* somewhere in it */
	FIT_BEGINS, /* it begins so, as everything does where nothing is typed */
	FIT_WHOLE,  /* it is that and no more */
};

static inline enum fit
fit_better(enum fit one, enum fit other)
{
	return one > other ? one : other;
}

/*
 * Both as they stand: they are compared as text_fold() does it.  党员名册 fits
 * 党员, mc, dangyuan, dangym; pinyin spells whole syllables from any on, in
 * every reading of the word.
 */
enum fit
fit_word(const char *word, const char *typed);

#endif
