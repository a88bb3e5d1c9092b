#include "screens/areas.h"

#include "base/i18n.h"
#include "records/nouns.h"
#include "screens/open.h"

static void
import_any(struct ui *ui)
{
	open_import(ui, NULL);
}

static void
open_any_calendar(struct ui *ui)
{
	open_calendar(ui, 0);
}

static void
open_whole_board(struct ui *ui)
{
	open_board(ui, 0);
}

static void
open_all_duplicates(struct ui *ui)
{
	open_duplicates(ui, NULL);
}

/* In the order in which a clerk goes to them. */
const struct area areas[] = {
	{.type = &member_type, .on_home = true},
	{.type = &union_org_type, .on_home = true},
	{.type = &meeting_type, .on_home = true},
	{.type = &task_type, .on_home = true},
	{.type = &membership_type, .on_home = true},
	{.type = &unit_type, .on_home = true},
	{.type = &checklist_run_type, .on_home = true},
	{.word = N_("Import a file"), .open = import_any, .writes = true,
		.on_home = true},
	{.word = N_("Changes"), .open = open_changes, .on_home = true},
	{.word = N_("Tree of unions"), .open = open_tree, .on_home = true},
	{.word = N_("Calendar of meetings"), .open = open_any_calendar},
	{.word = N_("Board of checklists"), .open = open_whole_board},
	{.type = &branch_type},
	{.type = &union_unit_type},
	{.type = &leader_type},
	{.type = &rectification_type},
	{.type = &standard_type},
	{.type = &meeting_kind_type},
	{.type = &vote_rule_type},
	{.type = &phrase_type},
	{.word = N_("Likely duplicates"), .open = open_all_duplicates},
	{.type = &ruling_type},
	{.word = N_("Removed records"), .open = open_removed},
	{.word = N_("Backup"), .open = open_backup},
	{.type = &office_type},
	{.type = &operator_type},
	{.word = N_("Settings"), .open = open_settings},
};

const size_t areas_n = sizeof(areas) / sizeof(areas[0]);

const char *
area_word(const struct area *area)
{
	return area->type != NULL ? term_word(&area->type->term)
				  : i18n_text(area->word);
}

const char *
area_english(const struct area *area)
{
	return area->type != NULL ? area->type->term.en : area->word;
}

bool
area_is_open(struct ui *ui, const struct area *area)
{
	const struct store *store = ui->app->store;

	return store != NULL &&
		(!area->writes || store_read_only(store) == NULL);
}

void
area_open(struct ui *ui, const struct area *area)
{
	if (area->type != NULL)
		open_list(ui, area->type, NULL);
	else
		area->open(ui);
}
