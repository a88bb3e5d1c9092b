#include "screens/sample.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "exchange/sample.h"
#include "records/record.h"
#include "screens/open.h"
#include "tui/progress.h"

/* From now on the program shows that file. */
static enum err_code
move_to(struct ui *ui, char *path, struct err *err)
{
	struct app *app = ui->app;
	char *before = app->db_path;
	enum err_code code;

	app_close_store(app);
	app->db_path = path;
	code = app_open_store(app, 0, NULL, err);
	if (code == ERR_OK) {
		free(before);
		(void)drafts_open(app->store, &app->drafts, NULL);
		(void)choose_operator(ui);
		return ERR_OK;
	}
	app->db_path = before;
	free(path);
	(void)app_open_store(app, 0, NULL, NULL);
	return code;
}

static enum err_code
make(struct ui *ui, const char *path, struct err *err)
{
	struct change_info info = ui_change_info(ui, "sample", "");
	struct store *store;
	struct progress progress;
	enum err_code code = store_create(path, ui->app->world, &store, err);

	if (code != ERR_OK)
		return code;
	record_register(store);
	progress_init(&progress, &ui->host, _("Making the sample office"));
	code = sample_fill(store, &info, &progress.job, err);
	progress_clear(&progress);
	store_close(store);
	return code;
}

void
try_sample(struct ui *ui)
{
	char *folder = file_folder(ui->app->db_path);
	char *path = file_join(folder, "sample.db");
	struct err err = ERR_INIT;
	enum err_code code = ERR_OK;

	if (!file_exists(path))
		code = make(ui, path, &err);
	if (code == ERR_OK)
		code = move_to(ui, path, &err);
	else
		free(path);
	if (code != ERR_OK)
		dialog_tell(&ui->host, _("Sample office"), err.text);
	else
		dialog_tell(&ui->host, _("Sample office"),
			_("This is the sample office, in a file of its own: "
			  "nothing here is real, and nothing here touches your "
			  "records. Leave the program and start it again to be "
			  "back in your own office."));
	err_clear(&err);
	free(folder);
}
