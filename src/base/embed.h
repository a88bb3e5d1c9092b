/*
 * Files of the source tree that are compiled into the program: the schema's
 * steps, the code lists, the sample office.  build-aux/embed.awk writes the
 * arrays; whoever uses one declares it:
 *
 *	extern const struct embed_file schema_steps[];
 *	extern const size_t schema_steps_n;
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

/*
 * name is the file's last name ("001-member.sql"), text its bytes as they are
 * in the file and one zero byte, which len does not count.
 */
struct embed_file {
	const char *name;
	const char *text;
	size_t len;
};

#endif
