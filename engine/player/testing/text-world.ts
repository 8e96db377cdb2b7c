import type { Observation } from '../../../protocol/observation.ts';
import { buttonBit, type CellClass, cellClasses, type ScreenMode } from '../../../protocol/words.ts';
import { type Direction, directionNames, directions } from '../world/grid.ts';

/**
 * A small game of the same kind, drawn in text, that yields observations without any picture: it lets the
 * player's reasoning be tested apart from its eyes. Legend: `.` floor, `#` wall, `"` grass, `=` ledge,
 * `S` sign, `G` gate, `1`–`9` doors (the same digit on two maps joins them), `P` a person, space = void.
 */
const legend: Record<string, CellClass> = {
  '.': 'floor',
  '#': 'wall',
  '"': 'grass',
  '=': 'ledge',
  S: 'sign',
  G: 'gate',
  P: 'person',
  ' ': 'void',
};

const columns = 10;
const rows = 9;
const framesPerStep = 16;
const pages = 3;

export interface TextMap {
  rows: string[];
  /** What is seen beyond the edge. */
  beyond: ' ' | '#';
}

/** What makes the world harder than it has to be. */
export interface Trouble {
  random: () => number;
  /** Share of cells that are named wrongly in each observation. */
  noise: number;
  /** Share of frames in which some person takes a step. */
  wander: number;
}

export class TextWorld {
  readonly maps: TextMap[];
  readonly #trouble: Trouble | null;
  map = 0;
  x: number;
  y: number;
  facing: Direction = 'down';
  mode: ScreenMode = 'title';
  frame = 0;
  signsRead = 0;
  mapsEntered: number[] = [];
  #walked = 0;
  #stepLength = 1;
  #moving = false;
  #page = 0;
  #waiting = 0;
  #previous = 0;
  #travelled = { x: 0, y: 0 };

  constructor(maps: TextMap[], start: { x: number; y: number }, trouble: Trouble | null = null) {
    this.maps = maps.map(({ rows, beyond }) => ({ rows: [...rows], beyond }));
    this.#trouble = trouble;
    this.x = start.x;
    this.y = start.y;
  }

  #letter(x: number, y: number): string {
    const { rows: text, beyond } = this.maps[this.map]!;
    return text[y]?.[x] ?? beyond;
  }

  /** Runs frames with buttons held, then says what is seen. */
  run(frames: number, buttons: number): Observation {
    this.#travelled = { x: 0, y: 0 };
    for (let i = 0; i < frames; i++) this.#runFrame(buttons);
    return this.#observe();
  }

  #runFrame(buttons: number): void {
    this.frame++;
    const pressed = buttons & ~this.#previous;
    this.#previous = buttons;
    if (this.mode === 'title') {
      if (pressed & buttonBit('start')) this.#go('transition', 20);
      return;
    }
    if (this.mode === 'transition') {
      if (--this.#waiting <= 0) this.mode = 'overworld';
      return;
    }
    if (this.mode === 'dialog') {
      if (pressed & (buttonBit('a') | buttonBit('b')) && ++this.#page >= pages) this.mode = 'overworld';
      return;
    }
    if (this.mode !== 'overworld') return;
    if (this.#trouble && this.#trouble.random() < this.#trouble.wander) this.#wander(this.#trouble.random);
    const direction = directionNames.find((name) => buttons & buttonBit(name));
    if (this.#moving) this.#walk();
    else if (pressed & buttonBit('a')) this.#talk();
    else if (direction) this.#begin(direction);
  }

  #begin(direction: Direction): void {
    this.facing = direction;
    const { x, y } = directions[direction];
    const letter = this.#letter(this.x + x, this.y + y);
    if (letter === '.' || letter === '"' || letter === 'G' || /\d/.test(letter)) this.#stepLength = 1;
    else if (letter === '=' && direction === 'down') this.#stepLength = 2;
    else return;
    this.#moving = true;
    this.#walked = 0;
    this.#walk();
  }

  #walk(): void {
    const { x, y } = directions[this.facing];
    this.#walked++;
    this.#travelled = { x: this.#travelled.x + x, y: this.#travelled.y + y };
    if (this.#walked < framesPerStep * this.#stepLength) return;
    this.#moving = false;
    this.x += x * this.#stepLength;
    this.y += y * this.#stepLength;
    const letter = this.#letter(this.x, this.y);
    if (letter === 'G') this.mode = 'ending';
    if (/\d/.test(letter)) this.#take(letter);
  }

  #take(digit: string): void {
    for (const [index, map] of this.maps.entries()) {
      if (index === this.map) continue;
      for (const [y, row] of map.rows.entries()) {
        const x = row.indexOf(digit);
        if (x < 0) continue;
        this.map = index;
        this.mapsEntered.push(index);
        this.x = x;
        this.y = y;
        this.#go('transition', 24);
        // Out of a door one stands before it, as in games of this kind.
        const free = directionNames.find(
          (name) => this.#letter(x + directions[name].x, y + directions[name].y) === '.',
        );
        if (free) {
          this.x += directions[free].x;
          this.y += directions[free].y;
        }
        return;
      }
    }
  }

  /** One person of this map takes a step onto free floor, never beside the player's way through a door. */
  #wander(random: () => number): void {
    const { rows: text } = this.maps[this.map]!;
    const people = text.flatMap((row, y) =>
      [...row].flatMap((letter, x) => (letter === 'P' ? [{ x, y }] : [])),
    );
    const person = people[Math.floor(random() * people.length)];
    if (!person) return;
    const { x: dx, y: dy } = directions[directionNames[Math.floor(random() * 4)]!];
    const to = { x: person.x + dx, y: person.y + dy };
    const free = this.#letter(to.x, to.y) === '.' && !(to.x === this.x && to.y === this.y);
    if (!free || this.#moving) return;
    const put = (x: number, y: number, letter: string) => {
      text[y] = text[y]!.slice(0, x) + letter + text[y]!.slice(x + 1);
    };
    put(person.x, person.y, '.');
    put(to.x, to.y, 'P');
  }

  #go(mode: ScreenMode, frames: number): void {
    this.mode = mode;
    this.#waiting = frames;
    this.#travelled = { x: 0, y: 0 };
  }

  #talk(): void {
    const { x, y } = directions[this.facing];
    const letter = this.#letter(this.x + x, this.y + y);
    if (letter !== 'S' && letter !== 'P') return;
    if (letter === 'S') this.signsRead++;
    this.mode = 'dialog';
    this.#page = 0;
  }

  #observe(): Observation {
    const cells: number[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const letter = this.#letter(this.x + column - 4, this.y + row - 4);
        const name = column === 4 && row === 4 ? 'player' : /\d/.test(letter) ? 'door' : legend[letter]!;
        const seen = cellClasses.indexOf(this.mode === 'dialog' && row >= 6 ? 'text' : name);
        const wrong = this.#trouble && this.#trouble.random() < this.#trouble.noise;
        cells.push(wrong ? Math.floor(this.#trouble!.random() * cellClasses.length) : seen);
      }
    }
    return {
      frame: this.frame,
      mode: this.mode,
      modeConfidence: 1,
      columns,
      rows,
      cells,
      cellConfidence: cells.map(() => 95),
      aligned: !this.#moving,
      scroll: { dx: this.#travelled.x, dy: this.#travelled.y },
    };
  }
}
