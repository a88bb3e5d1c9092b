/*
 * Waiting for the turn to write (等待写入): the frame says who is writing, what
 * and for how long yet, and Esc calls the saving off.
 */
#ifndef SCREENS_WAIT_H
#define SCREENS_WAIT_H

#include "store/store.h"

struct ui;

/* For store_wait_with(); ui must live as long as the store. */
struct store_waiter
wait_on_screen(struct ui *ui);

#endif
