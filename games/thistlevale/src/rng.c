#include "rng.h"
#include "state.h"

u16 rng_next(u16 state) {
  state ^= (u16)(state << 7);
  state ^= (u16)(state >> 9);
  state ^= (u16)(state << 8);
  return state;
}

u8 random(void) {
  wRng = rng_next(wRng);
  return (u8)(wRng >> 8) ^ (u8)wRng;
}

u16 rng_seeded(u8 salt) {
  u16 state = (u16)(wSeed + (u16)(0x9E37u + ((u16)salt << 8) + salt * 37u));
  if (state == 0) state = 0xA55A;
  /* Neighbouring seeds differ in few bits; a few rounds spread them. */
  state = rng_next(rng_next(state));
  return rng_next(rng_next(state));
}
