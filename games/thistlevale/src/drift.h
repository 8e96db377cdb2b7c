/* Thistledown that drifts over the title and the ending. */
#ifndef DRIFT_H
#define DRIFT_H
void drift_update(void);
#endif
