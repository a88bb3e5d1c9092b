/*
 * The dictionary (数据字典): a record type is a table of facts, declared once
 * in records/NOUN.c, from which lists, forms, checks, files in and out,
 * search, history and undo all work.
 */
#ifndef RECORDS_RECORD_H
#define RECORDS_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "records/codes.h"
#include "store/store.h"
#include "store/table.h"

/* A word in both languages of the screen; data, not for gettext. */
struct term {
	const char *en;
	const char *zh;
};

/* The word in the language of the screen. */
const char *
term_word(const struct term *term);

/* What a field holds, and its stored form (records/value.h makes it). */
enum field_kind {
	FIELD_TEXT,
	FIELD_LONGTEXT, /* several lines, LF */
	FIELD_DATE,     /* YYYY-MM-DD, YYYY-MM or YYYY */
	FIELD_TIME,     /* YYYY-MM-DD HH:MM */
	FIELD_INT,      /* decimal */
	FIELD_MONEY,    /* integer fen (分), decimal; typed and shown in yuan */
	FIELD_CODE,     /* a code of the list */
	FIELD_REF,      /* id of a record of another type, text form */
	FIELD_BOOL,     /* 1 or 0 */
	FIELD_IDCARD,   /* 公民身份号码, 18 or 15 places */
	FIELD_PHONE,    /* digits and hyphens */
	FIELD_KIND_N,
};

enum field_flags {
	FIELD_REQUIRED = 1 << 0,
	FIELD_UNIQUE = 1 << 1,    /* among records that are not removed */
	FIELD_SEARCH = 1 << 2,    /* found by the search box */
	FIELD_SENSITIVE = 1 << 3, /* masked; reading it is journalled */
	FIELD_READONLY = 1 << 4,  /* filled by the engine; of a saved record
	                             only a step changes it */
	FIELD_PERSON = 1 << 5,    /* a person's name, with surname readings */
	FIELD_INITIALS = 1 << 6,  /* pinyin initials of the title */
	FIELD_SORTED = 1 << 7,    /* its column has an index (name, id) */
	FIELD_SEVERAL = 1 << 8,   /* a FIELD_CODE that holds several of them
	                             (records/code_set.h) */
	FIELD_SIBLING = 1 << 9,   /* FIELD_REF of an owned type to another one:
	                             to a row of the same owner, which need not
	                             be saved yet */
};

struct owned;
struct owned_view;
struct record;

struct field_type {
	const char *name; /* SQL column and English header; a FIELD_REF's ends
	                     in _id, and its title's header is without that */
	struct term term;
	const char *also; /* other headers seen in files, parted by '|' */
	enum field_kind kind;
	int cols;       /* width in a list, columns; 0: by its kind */
	int max;        /* characters at most; 0: by its kind */
	unsigned flags; /* enum field_flags */
	const char *codes; /* FIELD_CODE: name of the list */
	const char *ref;   /* FIELD_REF: name of the type */
	struct term inverse; /* FIELD_REF: what those that refer so are to the
	                        record referred to; else their type's term */
	const char *initial; /* what a new record begins with; "today"; "year":
	                        that of today */
	bool (*when)(const struct record *record); /* NULL: always shown */
	int page;         /* of the form, index into the type's pages */
	const char *help; /* N_() sentence or NULL */
};

/* One way from state to state; the state field changes in no other way. */
struct state_step {
	const char *from; /* "" begins: a new record may have this state */
	const char *to;
	struct term action;
	const char *needs[3]; /* fields that must be filled then */
};

/*
 * What a step takes along (随同): the record that a reference leads to goes by
 * a step of its own, by all its checks and in the same change.  Where that one
 * has come to the state already, nothing is done; where it stands anywhere
 * else than at its beginning, the step is refused.  A type of which records
 * are taken along takes none along.
 */
struct state_effect {
	const char *from; /* the step of the record; "" also: it comes back */
	const char *to;   /* "": it is removed; the other one goes where it
	                     stands at its beginning, and else stays */
	const char *ref; /* FIELD_REF to a type with states */
	const char *other_from; /* the step of the record referred to */
	const char *other_to;
	const char *day; /* a date of the record that goes with it, or NULL, */
	const char *other_day; /* and the field there that gets it */
};

/*
 * The number that a record gets when its state comes to one of some (次数、
 * 文号).  It counts within the year of a date and within references; there are
 * no gaps: a record keeps its number, and cannot be removed but is cancelled.
 */
struct serial_rule {
	const char *field;     /* where the number goes; NULL: no numbering */
	const char *date;      /* the field whose year counts */
	const char *within[3]; /* references within which it counts */
	const char *given_by[4]; /* the states that have it */
	const char *cancelled;   /* the state of one that came to nothing */
};

/* How two values of a field are alike (近似). */
enum alike {
	ALIKE_NOT,    /* ends a rule's list */
	ALIKE_VALUE,  /* the same: a day, a phone; ID numbers of one person, of 15
	                 places and of 18, are that too */
	ALIKE_PLACE,  /* ID numbers that differ in one place */
	ALIKE_NAME,   /* the same by text_fold() */
	ALIKE_SOUND,  /* read the same */
	ALIKE_ALMOST, /* read the same, or one character is another */
	ALIKE_BODY,   /* the same by unit_name_fold(): 张庄村委会 is
	                 张庄村民委员会 */
	ALIKE_VAGUE,  /* dates that do not contradict each other, of which one
	                 is missing or names no day */
};

enum likelihood {
	LIKELIHOOD_NONE,
	LIKELIHOOD_POSSIBLE, /* 可能 */
	LIKELIHOOD_LIKELY,   /* 很可能 */
	LIKELIHOOD_CERTAIN,  /* 肯定 */
	LIKELIHOOD_N,
};

enum { ALIKE_FIELDS_MAX = 2 };

/* By what two records are taken for one and the same (疑似重复). */
struct alike_rule {
	enum likelihood how;
	struct {
		const char *field; /* filled in both, but for ALIKE_VAGUE */
		enum alike as;
	} on[ALIKE_FIELDS_MAX];
	size_t namesakes; /* where more records share the title it says less, by
	                     one step; 0: however many they are */
	const char *against; /* a FIELD_IDCARD: where both have a whole one and
	                        these differ, it says less by one step; or NULL */
};

struct owned_row;

/* What a check has to say about a record. */
struct note {
	bool blocks; /* else a warning: it may be saved all the same */
	const struct owned_row *row; /* that it is about, of those saved with
	                                the record, or NULL: the record */
	char *field; /* the cursor goes there; "" none; the name of a type of
	                rows that the record owns: to their page */
	char *text;  /* one translated sentence */
};

struct notes {
	struct note *items;
	size_t n;
	size_t size;
};

void
notes_block(struct notes *notes, const char *field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void
notes_warn(struct notes *notes, const char *field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The first that blocks of those from number begin on, or NULL. */
const struct note *
notes_blocking(const struct notes *notes, size_t begin);

void
notes_clear(struct notes *notes);

/* What a type's own check may look at besides the record, and besides rows
 * that it owns or stands among (owned_seen() of records/owned.h). */
struct check_context {
	struct store *store;
	const char *today;
	const struct record *old; /* NULL: the record is new */
	int64_t operator_id; /* who makes the change; 0: unknown, or it is not
	                        made yet */
	struct owned_view *view;
};

enum {
	RECORD_MAX_PATHS = 12,
	RECORD_MAX_KEYS = 3,
	RECORD_MAX_KEY_FIELDS = 5,
	RECORD_MAX_PAGES = 5,
};

/* Flags of a type. */
enum record_flags {
	RECORD_SINGLE = 1, /* the office has one record of it */
	RECORD_ROSTER = 2, /* people belong to it: it has a roster */
	RECORD_AMENDS = 4, /* its rows are added when their owner is frozen, not
	                      before, and nobody changes them (更正) */
	RECORD_MERGES = 8, /* two records of it may turn out to be one and the
	                      same (records/ruling.h); it stands by itself */
};

/*
 * A path names a column of a list: a field ("name") or, through a reference, a
 * field of the record referred to ("member_id.phone").
 */
struct record_type {
	const char *name;
	struct term term;
	int number; /* struct table's; never given to another type */
	unsigned flags; /* enum record_flags */
	const char *help; /* N_() what it is, who fills it in, from where */
	const struct field_type *fields;
	size_t n_fields;
	struct term pages[RECORD_MAX_PAGES];
	const char *title[3]; /* fields whose words name the record */
	const char *list[RECORD_MAX_PATHS]; /* columns of the list */
	const char *order; /* path by which lists sort first; NULL: the title,
	                      by pinyin.  A FIELD_INT of an owned type is the
	                      place of the row among its owner's. */
	bool newest_first; /* lists begin with the last of that order; not for
	                      an owned type */
	/* What identifies a record in a file, best first; a row of an owned
	 * type, the first of which it has every part. */
	const char *key[RECORD_MAX_KEYS][RECORD_MAX_KEY_FIELDS];
	/* Of a type that is RECORD_MERGES: best first (records/alike.h). */
	const struct alike_rule *alike;
	size_t n_alike;
	/* Fills in the fields that are FIELD_READONLY, before each save. */
	void (*fill)(struct record *record,
		const struct check_context *context);
	/* Of a type that owns rows, asked when those are written as well, also
	 * where they alone have changed. */
	void (*check)(const struct record *record,
		const struct check_context *context, struct notes *notes);
	const char *owned_by; /* reference to its owner, in whose form it is
	                         edited, in whose change it is saved, with which
	                         it is copied, removed and frozen
	                         (records/owned.h); NULL: it stands by itself.
	                         An owner has no owner of its own. */
	const char *state; /* the field that holds the state, or NULL */
	const struct state_step *steps;
	size_t n_steps;
	const struct state_effect *effects;
	size_t n_effects;
	const char *frozen[3]; /* states in which nothing may be changed; a step
	                          that leads out of one takes back, by an undo
	                          alone, the one that led there: by who took
	                          it, while nothing was saved of the record
	                          since */
	const char *guarded[2]; /* states in which a record and its rows change
	                           only by a step, and with it what that needs */
	struct serial_rule serial;
	const char *since; /* period in which it holds, or NULL */
	const char *until;
	const char *remove_hint; /* N_() said before removing, or NULL */
};

/* A record in memory.  Values are stored forms, never NULL, "" for nothing;
 * they are set by the functions below alone. */
struct record {
	const struct record_type *type;
	int64_t id;      /* 0: not saved yet */
	int64_t version; /* 0: not saved yet */
	bool deleted;
	char **values; /* type->n_fields */
	const struct owned *among; /* the rows among which it is edited, saved
	                              or not; NULL: it is not a row of a form */
};

/* A new record with every value "". */
void
record_init(struct record *record, const struct record_type *type);

/* The same with the initial values of the fields and the first state. */
void
record_begin(struct record *record, const struct record_type *type,
	const char *today);

/* The same with the values of another, but for what is unique, the state and
 * what the engine fills in. */
void
record_begin_like(struct record *record, const struct record *from,
	const char *today);

void
record_clear(struct record *record);

/* A copy on its own; to is uninitialised. */
void
record_copy(struct record *to, const struct record *from);

/* The value of a field that the type must have. */
const char *
record_get(const struct record *record, const char *field);

void
record_set(struct record *record, const char *field, const char *value);

/* The same by the field's index. */
void
record_put(struct record *record, size_t field, const char *value);

/* The id in a FIELD_REF, 0 where it is empty. */
int64_t
record_ref(const struct record *record, const char *field);

/* Index of a field by its column name; type->n_fields where it has none. */
size_t
record_field_index(const struct record_type *type, const char *name);

const struct field_type *
record_field(const struct record_type *type, const char *name);

/* True where the field is shown and required for this record. */
bool
record_field_applies(const struct record *record,
	const struct field_type *field);

/* The step from state to state, or NULL. */
const struct state_step *
record_step_between(const struct record_type *type, const char *from,
	const char *to);

/* What the step from state to state takes along, or NULL. */
const struct state_effect *
record_effect(const struct record_type *type, const char *from,
	const char *to);

/* True where the record's state is one of the frozen ones. */
bool
record_is_frozen(const struct record *record);

/* True where the record's state is one of the guarded ones. */
bool
record_is_guarded(const struct record *record);

/* True where old, as the store has it, is guarded and the record differs from
 * it otherwise than by a step, or not at all. */
bool
record_breaks_guard(const struct record *record, const struct record *old);

/* The code list of a FIELD_CODE. */
const struct code_list *
field_codes(const struct field_type *field);

/* The type that a FIELD_REF refers to. */
const struct record_type *
field_ref(const struct field_type *field);

/* Characters that a value may have. */
size_t
field_max(const struct field_type *field);

/* Columns that the field takes in a list. */
int
field_cols(const struct field_type *field);

/*
 * All types, in order of reference: what is referred to comes first.  They
 * stand alone in types.c, so that a test of the engine can link a register of
 * its own with an invented type in it.
 */
extern const struct record_type *const record_types[];
extern const size_t record_types_n;

/* By English name or Chinese term; NULL where there is none. */
const struct record_type *
record_type_find(const char *name);

/* The type of what owns records of this one; NULL: they stand by themselves. */
const struct record_type *
record_owner(const struct record_type *type);

/* True where records of this type own rows. */
bool
record_owns(const struct record_type *type);

/* The store's description of a type's table; made once, then constant. */
const struct table *
record_table(const struct record_type *type);

/* Those of all types, record_types_n of them, in their order. */
const struct table *const *
record_tables(void);

/* Hands the tables of all types to an open store. */
void
record_register(struct store *store);

#endif
