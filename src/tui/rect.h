/* A part of the screen, in cells, counted from 0 at the top left. */
#ifndef TUI_RECT_H
#define TUI_RECT_H

struct rect {
	int row;
	int col;
	int rows;
	int cols;
};

#endif
