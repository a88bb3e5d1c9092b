/*
 * Long work reports here and never prints: how far it is, what is worth
 * saying, and whether the person wants it to stop.
 */
#ifndef BASE_JOB_H
#define BASE_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A caller fills in what it wants to hear; every callback may be NULL.
 * total is 0 where it is not known.  step names the part that is running, a
 * translated word or two ("checking", "writing").
 */
struct job {
	void (*progress)(struct job *job, const char *step, uint64_t done,
		uint64_t total);
	void (*warn)(struct job *job, const char *sentence);
	bool (*cancelled)(struct job *job);
	void *data;
};

/* The three calls below take NULL for a job that nobody listens to. */
static inline void
job_progress(struct job *job, const char *step, uint64_t done, uint64_t total)
{
	if (job != NULL && job->progress != NULL)
		job->progress(job, step, done, total);
}

static inline void
job_warn(struct job *job, const char *sentence)
{
	if (job != NULL && job->warn != NULL)
		job->warn(job, sentence);
}

static inline bool
job_cancelled(struct job *job)
{
	return job != NULL && job->cancelled != NULL && job->cancelled(job);
}

#endif
