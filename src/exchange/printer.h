/*
 * The printer of this computer, 打印机: lp(1) of CUPS or of the system, which
 * gets the pages of a document as text.
 */
#ifndef EXCHANGE_PRINTER_H
#define EXCHANGE_PRINTER_H

#include "base/err.h"
#include "base/job.h"
#include "base/strbuf.h"
#include "base/world.h"
#include "exchange/paper.h"

/*
 * Hands the pages to world->printer, without a shell, with constant arguments
 * and an environment of its own, away from the terminal, and waits for it.
 * What it says is appended to answer, cleaned; ERR_FILE, with that, where it
 * does not take them; ERR_CANCELLED where the job was given up.
 */
enum err_code
printer_print(const struct world *world, const struct paper *paper,
	struct job *job, struct strbuf *answer, struct err *err);

#endif
