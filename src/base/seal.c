#include "base/seal.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <unistd.h>

_Static_assert(SEAL_HASH_SIZE == crypto_generichash_BYTES,
	"BLAKE2b-256 is what libsodium makes by default");

/* Harmless when done again; it fails only where there is no randomness. */
static void
need_sodium(void)
{
	if (sodium_init() < 0)
		abort();
}

void
seal_hash(const struct seal_part *parts, size_t n_parts,
	unsigned char out[SEAL_HASH_SIZE])
{
	crypto_generichash_state hash;

	need_sodium();
	crypto_generichash_init(&hash, NULL, 0, SEAL_HASH_SIZE);
	for (size_t i = 0; i < n_parts; i++)
		crypto_generichash_update(&hash, parts[i].bytes, parts[i].len);
	crypto_generichash_final(&hash, out, SEAL_HASH_SIZE);
}

bool
seal_hash_file(int fd, unsigned char out[SEAL_HASH_SIZE])
{
	crypto_generichash_state hash;
	unsigned char block[1 << 16];
	ssize_t n;

	need_sodium();
	crypto_generichash_init(&hash, NULL, 0, SEAL_HASH_SIZE);
	while ((n = read(fd, block, sizeof(block))) > 0 ||
		(n < 0 && errno == EINTR))
		if (n > 0)
			crypto_generichash_update(&hash, block, (size_t)n);
	crypto_generichash_final(&hash, out, SEAL_HASH_SIZE);
	return n == 0;
}

uint64_t
seal_short_hash(const void *bytes, size_t len)
{
	static const unsigned char key[crypto_shorthash_KEYBYTES];
	unsigned char out[crypto_shorthash_BYTES];

	crypto_shorthash(out, bytes, len, key);
	return seal_get_u64(out);
}

void
seal_put_u64(unsigned char out[8], uint64_t number)
{
	for (size_t i = 8; i-- > 0; number >>= 8)
		out[i] = number & 0xff;
}

uint64_t
seal_get_u64(const unsigned char in[8])
{
	uint64_t number = 0;

	for (size_t i = 0; i < 8; i++)
		number = number << 8 | in[i];
	return number;
}

void
seal_hex(const unsigned char *bytes, size_t len, char *out)
{
	sodium_bin2hex(out, 2 * len + 1, bytes, len);
}

void
seal_random(void *out, size_t len)
{
	need_sodium();
	randombytes_buf(out, len);
}
