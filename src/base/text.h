/*
 * Text as people see it: UTF-8 (RFC 3629), the columns it takes, where it may
 * be cut, how two names are compared, and what may reach a terminal.
 * Characters and their properties are libunistring's.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Strings are valid UTF-8, unless it is said that they need not be; a byte
 * that is not counts as one U+FFFD.
 */

/* True where the len bytes are valid UTF-8 without a zero byte. */
bool
text_valid(const char *s, size_t len);

/*
 * Where the first byte stands that is zero or of no valid UTF-8; len where all
 * is well.
 */
size_t
text_first_bad(const char *s, size_t len);

/* The code point at s (not at its end); *n_bytes, if not NULL, gets its
 * length. */
uint32_t
text_char(const char *s, size_t *n_bytes);

/* Appends a code point's UTF-8 to out (4 bytes at most) and returns how many
 * bytes it took, 0 for a surrogate or a number past U+10FFFF. */
size_t
text_put_char(uint32_t c, char out[4]);

/*
 * Reads the number of a character as people write it, of four to six
 * hexadecimal digits, in any case: U+20BB7, u20bb7, 20BB7.  False for anything
 * else, for controls and for what is no character.
 */
bool
text_code_point(const char *s, uint32_t *c);

/*
 * Columns of one code point on the terminal: 0 (combining, joiners, format
 * and other characters without a cell, and U+0000), 1 or 2; -1 for controls
 * and for what is no character.  East Asian Wide and Fullwidth take 2,
 * unassigned code points of the ideographic planes (U+20000 to U+3FFFD) too;
 * Ambiguous 1, or 2 after text_set_ambiguous_wide(true).
 */
int
text_char_cols(uint32_t c);

/* The terminal's way with characters of ambiguous width; the one state here,
 * since ncurses asks through wcwidth(), which this module defines. */
void
text_set_ambiguous_wide(bool wide);

bool
text_ambiguous_wide(void);

/* Columns of a whole string, controls counting 0. */
size_t
text_cols(const char *s);

/* Columns of the first len bytes. */
size_t
text_cols_n(const char *s, size_t len);

/* Code points in a string. */
size_t
text_chars(const char *s);

/*
 * Bytes of the cluster that begins at s: a character with the combining marks,
 * variation selectors and joiners that follow it (UAX #29 extended grapheme
 * cluster, and also what has no cell of its own, as the Mongolian vowel
 * separator: a cursor could not stand on it); 0 at the end of the string.
 */
size_t
text_next(const char *s);

/* Bytes of the cluster that ends at byte position at (at most the length of
 * s); 0 when at is 0. */
size_t
text_prev(const char *s, size_t at);

/*
 * How many leading bytes of s fit into cols columns without cutting a
 * cluster; *used, if not NULL, gets the columns that they take.
 */
size_t
text_fit(const char *s, size_t cols, size_t *used);

/*
 * Where a line may end in text without line feeds, by UAX #14 with the habits
 * of Chinese print (GB/T 15834): may_end[i], for i < len, is 1 where one may
 * end before byte i, else 0.  Chinese quotation marks count as brackets; what
 * stands in ASCII is parted at blanks alone.  Bytes need not be UTF-8.
 */
void
text_breaks(const char *s, size_t len, char *may_end);

/*
 * The key by which names are compared, on the heap: full-width forms made
 * half-width, letters made small, blanks and every middle dot (· • ・ ‧ ⸱ ∙)
 * left out, traditional characters made simplified where Unihan names one
 * simplified form.  Two names are the same name where their keys are equal.
 */
char *
text_fold(const char *s);

/* Full-width ASCII forms and the ideographic space as their half-width ones;
 * all else unchanged; on the heap. */
char *
text_halfwidth(const char *s);

/*
 * What may be shown on a terminal, on the heap: bytes that are not UTF-8,
 * C0, C1 and DEL become U+FFFD, line ends and tabs a space, and the
 * characters that change the direction of a line (U+061C, U+200E, U+200F,
 * U+202A..U+202E, U+2066..U+2069) U+FFFD as well.  Mongolian format
 * characters, joiners and variation selectors stay.
 */
char *
text_clean(const char *s, size_t len);

/* Columns that text_clean() of it takes. */
size_t
text_clean_cols(const char *s, size_t len);

/* text_clean() that leaves line feeds: for text of several lines. */
char *
text_clean_lines(const char *s, size_t len);

/*
 * Shows the first head and the last tail code points and a * for each one
 * between; a string that is not longer than head + tail is starred whole.
 */
char *
text_mask(const char *s, size_t head, size_t tail);

/* Compares as memcmp does, by code points; for sorting and bsearch. */
int
text_compare(const char *a, const char *b);

#endif
