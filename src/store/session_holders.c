#include "store/session_holders.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strbuf.h"

#define LINE_SIZE 256

/* The process of a line of /proc/locks that is a flock(2) lock on the file;
 * 0 for any other line. */
static long
holder_of(const char *line, const struct stat *file)
{
	unsigned major_number, minor_number;
	unsigned long long inode;
	long pid;

	if (sscanf(line, "%*d: FLOCK %*s %*s %ld %x:%x:%llu", &pid,
		    &major_number, &minor_number, &inode) != 4)
		return 0;
	return makedev(major_number, minor_number) == file->st_dev &&
			inode == file->st_ino && pid > 0 && pid != getpid()
		? pid
		: 0;
}

static void
add_holder(struct strbuf *out, long pid)
{
	char proc[32];
	struct stat st;
	const struct passwd *account = NULL;

	snprintf(proc, sizeof(proc), "/proc/%ld", pid);
	if (stat(proc, &st) == 0)
		account = getpwuid(st.st_uid);
	if (out->len > 0)
		strbuf_add(out, ", ");
	/* TRANSLATORS: an account of the system and the number of a process */
	strbuf_addf(out, _("%s (process %ld)"),
		account != NULL ? account->pw_name : "?", pid);
}

char *
session_holders(const char *path)
{
	struct strbuf out = STRBUF_INIT;
	char line[LINE_SIZE];
	struct stat file;
	FILE *locks;
	long pid;

	locks = stat(path, &file) == 0 ? fopen("/proc/locks", "re") : NULL;
	if (locks == NULL)
		return strbuf_detach(&out);
	while (fgets(line, sizeof(line), locks) != NULL) {
		pid = holder_of(line, &file);
		if (pid != 0)
			add_holder(&out, pid);
	}
	fclose(locks);
	return strbuf_detach(&out);
}
