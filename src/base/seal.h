/* Hashes and random bytes: libsodium's (BLAKE2b, RFC 7693). */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEAL_HASH_SIZE 32 /* BLAKE2b-256 */
#define SEAL_SALT_SIZE 16

/* Bytes to be hashed one after another. */
struct seal_part {
	const void *bytes;
	size_t len;
};

/* BLAKE2b-256, no key, of the parts one after another. */
void
seal_hash(const struct seal_part *parts, size_t n_parts,
	unsigned char out[SEAL_HASH_SIZE]);

/* The same of all that can be read from fd on; false with errno where it
 * cannot be read. */
bool
seal_hash_file(int fd, unsigned char out[SEAL_HASH_SIZE]);

/* A number by which equal bytes are brought together, SipHash-2-4: no secret,
 * and different bytes may have the same. */
uint64_t
seal_short_hash(const void *bytes, size_t len);

/* Writes number big-endian into 8 bytes. */
void
seal_put_u64(unsigned char out[8], uint64_t number);

uint64_t
seal_get_u64(const unsigned char in[8]);

/* len bytes as 2 * len small hex digits and a zero byte. */
void
seal_hex(const unsigned char *bytes, size_t len, char *out);

/* Random bytes of the system. */
void
seal_random(void *out, size_t len);

#endif
