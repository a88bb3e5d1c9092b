/*
 * A growing array of any type:
 *
 *	VEC(struct note) notes = VEC_INIT;
 *	vec_push(&notes, note);
 *	for (size_t i = 0; i < notes.n; i++) use(&notes.items[i]);
 *	vec_clear(&notes);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#define VEC(type)            \
	struct {             \
		type *items; \
		size_t n;    \
		size_t size; \
	}
#define VEC_INIT {NULL, 0, 0}

/* Appends one item, by value. */
#define vec_push(vec, item)                                                \
	((vec)->items = vec_room((vec)->items, &(vec)->size, (vec)->n + 1, \
		 sizeof(*(vec)->items)),                                   \
		(vec)->items[(vec)->n++] = (item))

/* Frees the array (not what its items own) and makes it empty. */
#define vec_clear(vec)                       \
	(free((vec)->items), (vec)->items = NULL, \
		(vec)->n = (vec)->size = 0)

/* The array with room for n items of item_size bytes; *size is updated. */
void *
vec_room(void *items, size_t *size, size_t n, size_t item_size);

/* A list of strings on the heap, each owned by the list. */
struct strvec {
	char **items;
	size_t n;
	size_t size;
};

/* Appends a copy of s. */
void
strvec_add(struct strvec *vec, const char *s);

/* Frees the strings and the array. */
void
strvec_clear(struct strvec *vec);

#endif
