/* 备份: a copy in a folder or on a stick, read back. */
#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "screens/open.h"
#include "store/backup.h"
#include "tui/progress.h"

static char *
offered_name(const struct ui *ui)
{
	const struct world *world = ui->app->world;
	char minute[TIME_SIZE];

	date_time_of_moment(world->now(world), minute);
	/* A colon has no place in the names of a stick's file system. */
	return xasprintf("ronghe-%.10s-%.2s%.2s.db", minute, minute + 11,
		minute + 14);
}

static void
tell_done(struct ui *ui, const char *path)
{
	struct strbuf text = STRBUF_INIT;
	char *name = file_shown(path);

	strbuf_addf(&text, _("The backup has been written and read back: %s"),
		name);
	free(name);
	strbuf_add_char(&text, '\n');
	if (file_medium_of(path) == FILE_REMOVABLE) {
		strbuf_add(&text, _("The stick can be taken out now."));
		strbuf_add_char(&text, '\n');
	}
	strbuf_add(&text, _("To go back to it one day, press F9 on the "
			    "workbench and choose “Restore a copy”."));
	dialog_tell(&ui->host, _("Backup"), text.s);
	strbuf_clear(&text);
}

void
open_backup(struct ui *ui)
{
	char *name = offered_name(ui);
	char *path = choose_file(ui, _("Where to put the backup?"), name);
	struct progress progress;
	struct err err = ERR_INIT;
	enum err_code code;

	free(name);
	if (path == NULL)
		return;
	progress_init(&progress, &ui->host, _("Backup"));
	code = backup_write(ui->app->store, path, &progress.job, &err);
	progress_clear(&progress);
	if (code == ERR_OK)
		tell_done(ui, path);
	else
		ui_fail(ui, &err);
	free(path);
}
