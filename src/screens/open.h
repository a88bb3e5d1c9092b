/*
 * The doors: how one screen opens another.  Each function puts its screen on
 * top of the stack, or says on the message line why it cannot.
 */
#ifndef SCREENS_OPEN_H
#define SCREENS_OPEN_H

#include <stdint.h>

#include "base/date.h"
#include "records/query.h"
#include "records/record.h"
#include "screens/ui.h"

/* 工作台: what is due, the menu of areas, the search box. */
void
open_home(struct ui *ui);

/* 列表 of a type; filters may be NULL, else they are copied: those of the
 * query stay for as long as the list is open (a union's roster). */
void
open_list(struct ui *ui, const struct record_type *type,
	const struct query *filters);

/* 查找 in the records of every type, beginning with what was typed, or "". */
void
open_search(struct ui *ui, const char *begin);

/* 表单 of a record; id 0 is a new one, whose values begin is copied from (may
 * be NULL: the initial ones).  A row that a record owns is shown above the form
 * of its owner, which is asked for where a new row names none. */
void
open_form(struct ui *ui, const struct record_type *type, int64_t id,
	const struct record *begin);

/* The form of a new record like that one, with rows of its own like those. */
void
open_copy(struct ui *ui, const struct record_type *type, int64_t id);

/* The form of a new record that begins as given, of a type that stands by
 * itself, with rows of its own like those of the record id. */
void
open_like(struct ui *ui, const struct record *begin, int64_t id);

/* The form of a new record, of a type that stands by itself, until it is left;
 * runs its own loop.  The id of the record, or 0 where it was not saved. */
int64_t
enter_record(struct ui *ui, const struct record_type *type,
	const struct record *begin);

/* The form of a record with today as the end of its period, not yet saved. */
void
open_form_ending(struct ui *ui, const struct record_type *type, int64_t id);

/* The form on a draft, where it was left. */
void
open_draft(struct ui *ui, int64_t number);

/* 应召开而未召开的会议 of all unions, by the cycles of their kinds. */
void
open_meetings_due(struct ui *ui);

/* 会议年历 of a union and this year; 0 asks for the union. */
void
open_calendar(struct ui *ui, int64_t union_org_id);

/* 对标检查总览: unions by the items of the standard in force; of those that a
 * committee leads, 0: all. */
void
open_board(struct ui *ui, int64_t committee_id);

/* The form of a new meeting of that union and kind, which begins at that
 * moment; "" nobody knows when. */
void
open_new_meeting(struct ui *ui, int64_t union_org_id, int64_t kind_id,
	const char *begin_at);

/* 花名册 of a union, with the counts at its foot. */
void
open_roster(struct ui *ui, int64_t union_org_id);

/* 联合党组织树: all unions under their committees, or by district. */
void
open_tree(struct ui *ui);

/* 导入 into a type (NULL: asks which): asks for the file first. */
void
open_import(struct ui *ui, const struct record_type *type);

/* 导出 of what a list shows: asks for the file. */
void
open_export(struct ui *ui, const struct query *query);

/* 打印: asks which of the documents of such a record, where there are several;
 * day is that of the roster, "" as it is now. */
void
open_print(struct ui *ui, const struct record_type *type, int64_t id,
	const char *day);

/* 变更记录 of the office. */
void
open_changes(struct ui *ui);

/* One change: what it did to which records. */
void
open_change(struct ui *ui, int64_t change);

/* 已移除的记录 of all types. */
void
open_removed(struct ui *ui);

/* 合并: two records of a type that is RECORD_MERGES, side by side; merges them,
 * or notes that they are not the same. */
void
open_merging(struct ui *ui, const struct record_type *type, int64_t one,
	int64_t other);

/* 疑似重复 of a type that is RECORD_MERGES, or of all of them: NULL. */
void
open_duplicates(struct ui *ui, const struct record_type *type);

/* Those alone that came with a change (an import), after asking; nothing where
 * there are none. */
void
open_duplicates_of_change(struct ui *ui, const struct record_type *type,
	int64_t change);

/* 历史 of one record. */
void
open_history(struct ui *ui, const struct record_type *type, int64_t id);

/* 帮助: the keys that work on the screen below, and what the thing is. */
void
open_help(struct ui *ui);

/* 设置: the office's, the operator's, the terminal's. */
void
open_settings(struct ui *ui);

/* 备份 into a folder or on a stick. */
void
open_backup(struct ui *ui);

/* 恢复: the copies beside the database, and any other; what one holds is shown
 * before it is put in place. */
void
open_restore(struct ui *ui);

/*
 * What the copy at from holds, beside the database at to, whose place it can
 * take; the program then goes on with it.  It has been said why not where the
 * copy is not one.
 */
void
open_restore_of(struct ui *ui, const char *from, const char *to);

/*
 * A database on a medium where it cannot be worked with: takes a copy of it to
 * this computer, to the usual place or, where that is of the same kind, to one
 * that is asked for.
 */
void
open_restore_here(struct ui *ui);

/*
 * Asks for a file: an existing one, or (save_as not NULL: the name offered) a
 * folder and a name for a new one.  Runs its own loop.  The path, on the heap,
 * or NULL where the person went back.
 */
char *
choose_file(struct ui *ui, const char *title, const char *save_as);

/* Asks for one record of the type (search box, "new …"), beginning with what
 * was typed, or "".  Runs its own loop; 0 where the person went back. */
int64_t
choose_record(struct ui *ui, const struct record_type *type,
	const char *typed);

/*
 * Asks for a day; day holds the one offered, or "", and then the stored form of
 * the one typed.  False where the person went back.
 */
bool
choose_day(struct ui *ui, const char *title, const char *text,
	char day[DATE_SIZE]);

/* Asks 谁在用？; false where the person went back. */
bool
choose_operator(struct ui *ui);

/*
 * 撤销 of a change (0: the newest that this operator has saved since the
 * start): done at once, or after a question, where everything goes back by
 * itself; else what does not is shown, to be left or taken.
 */
void
undo_with_question(struct ui *ui, int64_t change);

/* The same for what the change did to one record. */
void
undo_part_with_question(struct ui *ui, int64_t change,
	const struct record_type *type, int64_t record);

/* 重做 of a change that was taken back. */
void
redo_with_question(struct ui *ui, int64_t change);

#endif
