#include "screens/daily_copy.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "store/backup.h"

extern char **environ;

enum { SAID_MAX = 4096 };

/* Out of the terminal's session, so that nothing that happens to that reaches
 * it, and without the terminal itself. */
static bool
spawn(struct daily_copy *copy, const char *program, char *const *argv)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	bool ok;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null",
		O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
		O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&files, copy->said, STDERR_FILENO);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
	ok = posix_spawn(&copy->pid, program, &files, &attributes, argv,
		environ) == 0;
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return ok;
}

/* The day is given, since a person may have set a wrong clock right. */
void
daily_copy_begin(struct daily_copy *copy, const struct app *app)
{
	char today[DATE_SIZE];
	const char *argv[] = {"ronghe", "-d", app->db_path, "--lang",
		i18n_language() == LANGUAGE_ZH ? "zh_CN" : "en", "backup",
		"--today", today, NULL};

	if (copy->pid != 0 || app->program == NULL ||
		!backup_daily_is_due(app->store))
		return;
	world_today(app->world, today);
	copy->said = memfd_create("daily copy", MFD_CLOEXEC);
	if (copy->said < 0)
		return;
	if (!spawn(copy, app->program, (char *const *)argv))
		daily_copy_clear(copy);
}

static void
read_reason(const struct daily_copy *copy, struct strbuf *why)
{
	char said[SAID_MAX];
	ssize_t n = pread(copy->said, said, sizeof(said), 0);
	char *clean;

	while (n > 0 && said[n - 1] == '\n')
		n--;
	if (n <= 0)
		return;
	clean = text_clean(said, (size_t)n);
	strbuf_add(why, clean);
	free(clean);
}

enum daily_copy_state
daily_copy_look(struct daily_copy *copy, const struct app *app,
	struct strbuf *why)
{
	enum daily_copy_state state = DAILY_COPY_NONE;
	int status = 0;
	pid_t pid;

	if (copy->pid == 0)
		return DAILY_COPY_NONE;
	pid = waitpid(copy->pid, &status, WNOHANG);
	if (pid == 0)
		return DAILY_COPY_GOES_ON;
	if (pid > 0 && status != 0) {
		state = DAILY_COPY_FAILED;
		read_reason(copy, why);
	} else if (pid > 0 && !backup_daily_is_due(app->store)) {
		state = DAILY_COPY_MADE;
	}
	daily_copy_clear(copy);
	return state;
}

void
daily_copy_clear(struct daily_copy *copy)
{
	if (copy->said > 0)
		close(copy->said);
	*copy = (struct daily_copy){0};
}
