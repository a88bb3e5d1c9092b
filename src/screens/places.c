#include "screens/places.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum { USER_DIRS_MAX = 65536 };

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Takes path over; forgets it where it is no folder or already there. */
static void
add(struct places *places, const char *name, char *path)
{
	struct chooser_place place = {NULL, path};

	for (size_t i = 0; i < places->n; i++)
		if (strcmp(places->items[i].path, path) == 0) {
			free(path);
			return;
		}
	if (!is_folder(path)) {
		free(path);
		return;
	}
	place.name = xstrdup(name);
	vec_push(places, place);
}

/*
 * The folder of KEY="$HOME/…" or KEY="/…" in the text of user-dirs.dirs
 * (xdg-user-dirs); on the heap, NULL where it names none.
 */
static char *
named_folder(const char *text, const char *key, const char *home)
{
	size_t len = strlen(key);
	struct strbuf path = STRBUF_INIT;

	for (const char *line = text; line != NULL;
		line = strchr(line, '\n')) {
		line += strspn(line, "\n\t ");
		if (strncmp(line, key, len) != 0 ||
			strncmp(line + len, "=\"", 2) != 0)
			continue;
		line += len + 2;
		if (strncmp(line, "$HOME", 5) == 0) {
			strbuf_add(&path, home);
			line += 5;
		}
		for (; *line != '\0' && *line != '"' && *line != '\n';
			line++) {
			if (*line == '\\' && line[1] != '\0')
				line++;
			strbuf_add_char(&path, *line);
		}
		return strbuf_detach(&path);
	}
	return NULL;
}

static void
add_known(struct places *places, const struct world *world, const char *text)
{
	static const struct {
		const char *key;
		const char *name;
		const char *usual[2];
	} known[] = {
		{"XDG_DESKTOP_DIR", N_("Desktop"), {"桌面", "Desktop"}},
		{"XDG_DOWNLOAD_DIR", N_("Downloads"), {"下载", "Downloads"}},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		char *path = named_folder(text, known[i].key, world->home);

		if (path != NULL)
			add(places, _(known[i].name), path);
		for (size_t j = 0; path == NULL && j < 2; j++)
			add(places, _(known[i].name),
				file_join(world->home, known[i].usual[j]));
	}
}

static void
add_mounted(struct places *places, const char *media, const char *account)
{
	char *folder = file_join(media, account);
	struct dirent **entries;
	int n = scandir(folder, &entries, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		const char *name = entries[i]->d_name;

		if (name[0] != '.') {
			char *word = xasprintf(_("Stick %s"), name);

			add(places, word, file_join(folder, name));
			free(word);
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	free(folder);
}

void
places_init(struct places *places, const struct world *world,
	const char *last, const char *const *media)
{
	char *config = file_folder(world->config_home);
	char *path = file_join(config, "user-dirs.dirs");
	struct strbuf text = STRBUF_INIT;

	*places = (struct places)VEC_INIT;
	(void)file_read(path, USER_DIRS_MAX, &text, NULL);
	if (*last != '\0')
		add(places, _("The last folder"), xstrdup(last));
	add_known(places, world, text.s);
	for (; *media != NULL; media++)
		add_mounted(places, *media, world->account);
	add(places, _("Home folder"), xstrdup(world->home));
	strbuf_clear(&text);
	free(path);
	free(config);
}

void
places_clear(struct places *places)
{
	for (size_t i = 0; i < places->n; i++) {
		free((char *)places->items[i].name);
		free((char *)places->items[i].path);
	}
	vec_clear(places);
}
