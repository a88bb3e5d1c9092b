/* How a function says that it could not do what was asked. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * ERR_OK is 0 and the only success.
 *
 * INVALID    the data break a rule of the dictionary or of a format
 * DENIED     not allowed: read-only, frozen, no permission
 * ABSENT     the named thing does not exist
 * STALE      somebody else has saved the record meanwhile
 * BUSY       somebody else holds the lock
 * STORE      the database cannot be used: damaged, not ours, too new, full
 * FILE       a file cannot be read or written
 * SEAL       a hash, signature or sealed text does not verify
 * CANCELLED  the person stopped it; nothing was changed
 */
enum err_code {
	ERR_OK,
	ERR_INVALID,
	ERR_DENIED,
	ERR_ABSENT,
	ERR_STALE,
	ERR_BUSY,
	ERR_STORE,
	ERR_FILE,
	ERR_SEAL,
	ERR_CANCELLED,
};

/*
 * The caller owns the struct: err_init() or ERR_INIT before, err_clear()
 * after.  text is one translated sentence for the person, field the name of
 * the field that the cursor should go to; both may be NULL.  named is what
 * err_name() has read.
 */
struct err {
	enum err_code code;
	char *text;
	char *field;
	char *named;
};

#define ERR_INIT {ERR_OK, (char *)0, (char *)0, (char *)0}

void
err_init(struct err *err);

/* Frees what err owns and makes it ERR_OK again; takes NULL. */
void
err_clear(struct err *err);

/*
 * Puts code and sentence into err (what stood in it is freed) and returns
 * code, so that failing is one line: return err_set(err, ERR_FILE, _("…"), …).
 * err may be NULL where the caller does not want the words.
 */
enum err_code
err_set(struct err *err, enum err_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same, with the name of the field that is wrong. */
enum err_code
err_set_field(struct err *err, enum err_code code, const char *field,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * A file's name as file_shown() reads it, for the one sentence that is put into
 * err next: return err_set(err, ERR_FILE, _("…"), err_name(err, path)).  It is
 * err's, until that is set or cleared or another name is read.
 */
const char *
err_name(struct err *err, const char *path);

/* Moves what from says into to and leaves from empty; returns the code. */
enum err_code
err_move(struct err *to, struct err *from);

#endif
