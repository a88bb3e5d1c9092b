#include "base/world.h"

#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/seal.h"
#include "base/xalloc.h"

/* Set before the machine-id, which its manual asks not to be shown bare. */
static const char machine_salt[] = "ronghe machine";

#define MACHINE_ID_SIZE 64
#define HOST_SIZE 256

static int64_t
system_now(const struct world *world)
{
	return time(NULL) + world->shift;
}

static void
system_random(const struct world *world, void *out, size_t len)
{
	(void)world;
	seal_random(out, len);
}

static char *
host_name(void)
{
	char name[HOST_SIZE];

	if (gethostname(name, sizeof(name)) != 0)
		return xstrdup("");
	name[sizeof(name) - 1] = '\0';
	return xstrdup(name);
}

/* Reads the first line of the machine-id into id; false where there is none. */
static bool
read_machine_id(char id[MACHINE_ID_SIZE])
{
	FILE *file = fopen("/etc/machine-id", "re");
	bool found;

	if (file == NULL)
		return false;
	found = fgets(id, MACHINE_ID_SIZE, file) != NULL;
	fclose(file);
	if (!found)
		return false;
	id[strcspn(id, "\r\n")] = '\0';
	return *id != '\0' && strcmp(id, "uninitialized") != 0;
}

static char *
machine_hash(void)
{
	unsigned char hash[SEAL_HASH_SIZE];
	char id[MACHINE_ID_SIZE];
	char *hex;
	struct seal_part parts[] = {
		{machine_salt, sizeof(machine_salt)},
		{id, 0},
	};

	if (!read_machine_id(id))
		return xstrdup("");
	parts[1].len = strlen(id);
	seal_hash(parts, 2, hash);
	hex = xmalloc(2 * sizeof(hash) + 1);
	seal_hex(hash, sizeof(hash), hex);
	return hex;
}

/*
 * The folder that variable names, which must be absolute (XDG Base Directory
 * Specification), or the one below home, and ours in it.
 */
static char *
our_folder(const char *variable, const char *home, const char *below)
{
	const char *base = getenv(variable);

	if (base != NULL && *base == '/')
		return xasprintf("%s/ronghe", base);
	return xasprintf("%s/%s/ronghe", home, below);
}

/* Where systems have it; $PATH is anybody's. */
static char *
find_printer(void)
{
	static const char *const places[] = {"/usr/bin/lp", "/bin/lp",
		"/usr/local/bin/lp"};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (access(places[i], X_OK) == 0)
			return xstrdup(places[i]);
	return NULL;
}

void
world_init(struct world *world)
{
	const struct passwd *user = getpwuid(getuid());
	const char *home = getenv("HOME");

	if (home == NULL || *home == '\0')
		home = user != NULL ? user->pw_dir : "/";
	*world = (struct world){
		.now = system_now,
		.random = system_random,
		.host = host_name(),
		.account = user != NULL ? xstrdup(user->pw_name) :
			xasprintf("%ju", (uintmax_t)getuid()),
		.machine = machine_hash(),
		.data_home = our_folder("XDG_DATA_HOME", home, ".local/share"),
		.state_home = our_folder("XDG_STATE_HOME", home,
			".local/state"),
		.config_home = our_folder("XDG_CONFIG_HOME", home, ".config"),
		.home = xstrdup(home),
		.printer = find_printer(),
	};
}

void
world_clear(struct world *world)
{
	free(world->host);
	free(world->account);
	free(world->machine);
	free(world->data_home);
	free(world->state_home);
	free(world->config_home);
	free(world->home);
	free(world->printer);
	*world = (struct world){0};
}

void
world_today(const struct world *world, char out[DATE_SIZE])
{
	date_of_moment(world->now(world), out);
}
