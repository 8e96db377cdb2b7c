/* All about one member of the party, on two pages. */
#ifndef SUMMARY_H
#define SUMMARY_H
#include "types.h"
/* Up and down show the others, A turns the page, B leaves. Returns the member seen last. */
u8 summary_run(u8 place);
#endif
