/*
 * Sites and ids.
 *
 * A site (写入点) is one unbroken line of writing, not a computer: a number of
 * 31 random bits, drawn when a database is made, after every restore, and when
 * the file is opened for writing on another machine or behind what this
 * machine has already seen of that site.  An id names one thing for ever: the
 * site in the upper 31 bits, a counter of that site in the lower 32.  Records,
 * changes and journal rows share the one counter.
 */
#ifndef STORE_SITE_H
#define STORE_SITE_H

#include <stdbool.h>
#include <stdint.h>

#define SITE_ID_TEXT_SIZE 16 /* 7 digits, a hyphen, 7 digits, a zero byte */

static inline int64_t
site_make_id(uint32_t site, uint32_t serial)
{
	return (int64_t)((uint64_t)site << 32 | serial);
}

static inline uint32_t
site_of_id(int64_t id)
{
	return (uint32_t)((uint64_t)id >> 32);
}

static inline uint32_t
site_serial_of_id(int64_t id)
{
	return (uint32_t)id;
}

/*
 * The number that no site has: ids of it name rows of a form that are not
 * saved yet, in that form and its draft alone.
 */
#define SITE_OF_FORMS 0x7fffffffu

/* Nor this one: its ids are those of records with which every database begins
 * (share/meetings), the same in all. */
#define SITE_OF_STOCK 1u

static inline bool
site_id_is_of_form(int64_t id)
{
	return site_of_id(id) == SITE_OF_FORMS;
}

/*
 * The text form (编号): Crockford base 32, the site in seven digits, a hyphen,
 * the counter without leading zeros: "0K3M9QX-1F".  An id of 0 gives "".
 */
void
site_id_to_text(int64_t id, char out[SITE_ID_TEXT_SIZE]);

/*
 * Reads the text form as people write it (small letters, O for 0, I and L for
 * 1).  False where it is no id.
 */
bool
site_id_from_text(const char *text, int64_t *id);

#endif
