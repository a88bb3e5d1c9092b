/*
 * Names of units (单位名称) apart from how they are written: 张庄村委会,
 * 张庄村民委员会 and 经棚镇张庄村民委员会 are one.
 */
#ifndef RECORDS_UNIT_NAME_H
#define RECORDS_UNIT_NAME_H

#include <stdbool.h>

/*
 * The name as text_fold() has it, without brackets and with the long forms of
 * its words made short; on the heap.  The names of regions before it stand in
 * front, ended by '\n': 经棚镇\n张庄村委会; without any it begins with '\n'.
 */
char *
unit_name_parts(const char *name);

/* What stands behind the regions: 张庄村委会; on the heap. */
char *
unit_name_fold(const char *name);

/* True where both are the same but for regions, of which one names more of the
 * same, or none: 张庄村委会 is 经棚镇张庄村委会, 白音镇张庄村委会 is not. */
bool
unit_name_alike(const char *a, const char *b);

#endif
