/* Tunes: pairs of note and length (in beats of the tune); LOOP begins again. Composed for this game. */
#include "tunes.h"

/* Frequency words of the square channels, C3 upwards. */
const u16 note_frequencies[48] = {
    1046, 1102, 1155, 1205, 1253, 1297, 1339, 1379, 1417, 1452, 1486, 1517,
    1547, 1575, 1602, 1627, 1650, 1673, 1694, 1714, 1732, 1750, 1767, 1783,
    1798, 1812, 1825, 1837, 1849, 1860, 1871, 1881, 1890, 1899, 1907, 1915,
    1923, 1930, 1936, 1943, 1949, 1954, 1959, 1964, 1969, 1974, 1978, 1982,
};

/* clang-format off */
enum note { REST, C3 = 1, Cs3, D3, Ds3, E3, F3, Fs3, G3, Gs3, A3, As3, B3, C4, Cs4, D4, Ds4, E4, F4, Fs4, G4, Gs4, A4, As4, B4, C5, Cs5, D5, Ds5, E5, F5, Fs5, G5, Gs5, A5, As5, B5, C6, Cs6, D6, Ds6, E6, F6, Fs6, G6, Gs6, A6, As6, B6 };
/* Walking in the vale */
static const u8 vale_melody[] = {
  G4, 2, B4, 2, D5, 3, E5, 1,
  D5, 2, B4, 2, A4, 4,
  G4, 2, A4, 2, B4, 3, D5, 1,
  A4, 6, REST, 2,
  G4, 2, B4, 2, D5, 3, E5, 1,
  G5, 2, E5, 2, D5, 4,
  B4, 2, D5, 1, B4, 1, A4, 2, Fs4, 2,
  G4, 6, REST, 2,
  E5, 2, E5, 1, G5, 1, E5, 2, D5, 2,
  B4, 2, D5, 2, A4, 4,
  C5, 2, C5, 1, E5, 1, D5, 2, B4, 2,
  A4, 4, D5, 4,
  E5, 2, E5, 1, G5, 1, E5, 2, D5, 2,
  G5, 2, Fs5, 2, E5, 4,
  D5, 2, B4, 2, A4, 2, Fs4, 2,
  G4, 6, REST, 2,
  LOOP
};
/* and what goes along below */
static const u8 vale_bass[] = {
  G3, 2, D4, 2, B3, 2, D4, 2,
  G3, 2, D4, 2, Fs3, 2, D4, 2,
  E3, 2, B3, 2, G3, 2, B3, 2,
  D3, 2, A3, 2, Fs3, 2, A3, 2,
  G3, 2, D4, 2, B3, 2, D4, 2,
  E3, 2, B3, 2, G3, 2, B3, 2,
  D3, 2, A3, 2, D3, 2, Fs3, 2,
  G3, 2, D4, 2, G3, 4,
  C3, 2, G3, 2, E3, 2, G3, 2,
  G3, 2, D4, 2, Fs3, 2, D4, 2,
  C3, 2, G3, 2, G3, 2, D4, 2,
  D3, 2, A3, 2, Fs3, 2, A3, 2,
  C3, 2, G3, 2, E3, 2, G3, 2,
  E3, 2, B3, 2, G3, 2, B3, 2,
  D3, 2, A3, 2, D3, 2, Fs3, 2,
  G3, 2, D4, 2, G3, 4,
  LOOP
};
/* A waltz for the title */
static const u8 title_melody[] = {
  D5, 3, B4, 1, G4, 2,
  A4, 3, B4, 1, D5, 2,
  E5, 3, D5, 1, B4, 2,
  A4, 6,
  D5, 3, B4, 1, G4, 2,
  A4, 3, B4, 1, E5, 2,
  D5, 3, B4, 1, A4, 2,
  G4, 6,
  E5, 2, G5, 2, Fs5, 2,
  E5, 2, D5, 2, B4, 2,
  C5, 2, E5, 2, D5, 2,
  B4, 2, A4, 4,
  D5, 3, B4, 1, G4, 2,
  A4, 3, B4, 1, E5, 2,
  D5, 3, Fs4, 1, A4, 2,
  G4, 6,
  LOOP
};
static const u8 title_bass[] = {
  G3, 2, D4, 2, D4, 2,
  D3, 2, A3, 2, A3, 2,
  C3, 2, G3, 2, G3, 2,
  D3, 2, A3, 2, A3, 2,
  G3, 2, D4, 2, D4, 2,
  E3, 2, B3, 2, B3, 2,
  D3, 2, A3, 2, A3, 2,
  G3, 2, D4, 2, D4, 2,
  C3, 2, G3, 2, G3, 2,
  G3, 2, D4, 2, D4, 2,
  C3, 2, G3, 2, G3, 2,
  D3, 2, A3, 2, A3, 2,
  G3, 2, D4, 2, D4, 2,
  E3, 2, B3, 2, B3, 2,
  D3, 2, A3, 2, D3, 2,
  G3, 2, D4, 2, D4, 2,
  LOOP
};
/* The gate is open */
static const u8 ending_melody[] = {
  D5, 1, D5, 1, D5, 2, G5, 4,
  Fs5, 2, E5, 2, D5, 4,
  E5, 1, E5, 1, E5, 2, A5, 4,
  G5, 2, Fs5, 2, G5, 4,
  B5, 2, A5, 2, G5, 2, E5, 2,
  D5, 2, G5, 2, Fs5, 2, D5, 2,
  E5, 2, Fs5, 2, G5, 2, A5, 2,
  G5, 6, REST, 2,
  LOOP
};
static const u8 ending_bass[] = {
  G3, 2, D4, 2, B3, 2, D4, 2,
  D3, 2, A3, 2, Fs3, 2, A3, 2,
  C3, 2, G3, 2, C3, 2, E3, 2,
  D3, 2, A3, 2, G3, 2, D4, 2,
  E3, 2, B3, 2, C3, 2, G3, 2,
  G3, 2, D4, 2, D3, 2, A3, 2,
  C3, 2, G3, 2, D3, 2, A3, 2,
  G3, 2, D4, 2, G3, 4,
  LOOP
};
/* A battle: in E minor, and in a hurry */
static const u8 battle_melody[] = {
  E4, 1, E4, 1, G4, 1, E4, 1, B4, 2, A4, 2,
  G4, 1, G4, 1, A4, 1, G4, 1, D5, 2, B4, 2,
  E5, 2, D5, 1, B4, 1, C5, 2, A4, 2,
  B4, 1, A4, 1, Fs4, 1, Ds4, 1, E4, 2, REST, 2,
  E4, 1, E4, 1, G4, 1, E4, 1, B4, 2, A4, 2,
  G4, 1, A4, 1, B4, 1, D5, 1, E5, 2, G5, 2,
  Fs5, 2, E5, 1, D5, 1, B4, 2, D5, 2,
  E5, 6, REST, 2,
  C5, 2, E5, 2, D5, 1, C5, 1, B4, 2,
  A4, 2, C5, 2, B4, 1, A4, 1, G4, 2,
  Fs4, 1, G4, 1, A4, 1, B4, 1, C5, 2, B4, 2,
  Ds5, 4, Fs5, 4,
  LOOP
};
static const u8 battle_bass[] = {
  E3, 1, E3, 1, B3, 1, E3, 1, E3, 1, E3, 1, B3, 1, E3, 1,
  G3, 1, G3, 1, D4, 1, G3, 1, G3, 1, G3, 1, D4, 1, G3, 1,
  A3, 1, A3, 1, E4, 1, A3, 1, A3, 1, A3, 1, E4, 1, A3, 1,
  B3, 1, B3, 1, Fs4, 1, B3, 1, E3, 2, REST, 2,
  E3, 1, E3, 1, B3, 1, E3, 1, E3, 1, E3, 1, B3, 1, E3, 1,
  C4, 1, C4, 1, G3, 1, C4, 1, C4, 1, C4, 1, G3, 1, C4, 1,
  D4, 1, D4, 1, A3, 1, D4, 1, D4, 1, D4, 1, A3, 1, D4, 1,
  E3, 2, B3, 2, E4, 2, REST, 2,
  C3, 2, G3, 2, C4, 2, G3, 2,
  A3, 2, E4, 2, A3, 2, E4, 2,
  D3, 2, A3, 2, D4, 2, A3, 2,
  B3, 1, B3, 1, B3, 1, B3, 1, B3, 4,
  LOOP
};
/* A battle that is won */
static const u8 victory_melody[] = {
  D5, 1, D5, 1, D5, 1, G5, 3, E5, 2,
  Fs5, 2, D5, 2, G5, 4,
  B4, 2, C5, 2, D5, 2, B4, 2,
  A4, 2, B4, 2, G4, 4,
  LOOP
};
static const u8 victory_bass[] = {
  G3, 3, D4, 3, C4, 2,
  D4, 4, G3, 4,
  G3, 2, E3, 2, G3, 2, D4, 2,
  D3, 4, G3, 4,
  LOOP
};
/* clang-format on */

const struct tune tunes[] = {
    {title_melody, title_bass, 14},
    {vale_melody, vale_bass, 11},
    {ending_melody, ending_bass, 9},
    {battle_melody, battle_bass, 6},
    {victory_melody, victory_bass, 8},
};
