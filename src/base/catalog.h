/*
 * The Chinese sentences as they are compiled in: the bytes of a GNU .mo file
 * (gettext manual, "The Format of GNU MO Files"), little endian, that the
 * build makes from po/zh_CN.po.
 */
#ifndef BASE_CATALOG_H
#define BASE_CATALOG_H

#include <stddef.h>

/* An empty catalogue (size 0) is none, and every sentence stays English. */
extern const unsigned char catalog_zh[];
extern const size_t catalog_zh_size;

/*
 * The translation of key in the .mo file of size bytes: a msgid, or
 * "context\004msgid"; the first of a plural entry's (Chinese has no other).
 * NULL where the file has none or is no little-endian .mo file; never reads
 * past its end, whatever stands in it.  The string lies in bytes.
 */
const char *
catalog_find(const unsigned char *bytes, size_t size, const char *key);

#endif
