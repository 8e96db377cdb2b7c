import type { FileState } from '../../../protocol/library.ts';
import type { PlayerKind } from '../../../protocol/words.ts';
import { count } from './count.ts';

/** The words of the library, of the first start, and of files that are dropped. */
export const libraryTexts = {
  title: 'Library',
  intro: 'The AI sees nothing but the screen, and it runs on this machine alone.',
  loading: 'Looking for games …',
  label: 'Games',
  none: 'No game is installed.',
  noneRemedy: 'Run the set-up again, which builds the game that ships with Eevee; or drop a ROM here.',
  search: 'Search games',
  notFound: (words: string) => `No game is called “${words}”.`,
  add: 'Add a game',
  addHint: 'Drop a ROM anywhere on this window, or choose files',
  kinds: '.gb, .gbc, .gba, or a .zip with one of them',

  play: (title: string) => `Play ${title}`,
  goalOf: (goal: string) => `Goal: ${goal}`,
  freely: 'No goal: it explores freely',
  byHand: 'The AI does not know this game: you play',
  randomly: 'The AI does not know this game: random buttons play',
  never: 'Not played yet',
  played: (ago: string, time: string | null) =>
    time === null ? `Played ${ago}` : `Played ${ago} · ${time} in all`,
  minutes: (n: number) => count(n, 'minute', 'minutes'),
  hours: (n: string) => `${n} hours`,
  more: (title: string) => `More for ${title}`,
  options: 'Start with options …',
  rename: 'Rename …',
  resetArt: 'Take a picture from play again',
  remove: 'Remove from the library',
  removed: (title: string) => `${title} was removed from the library.`,
  undo: 'Undo',
  notReady: 'Not built yet',
  files: {
    there: '',
    missing: 'Moved or deleted',
    changed: 'Changed since it was added',
  } satisfies Record<FileState, string>,
  locate: 'Find it …',
  locateLabel: (title: string) => `Find the file of ${title}`,
  useNew: 'Use the new one',
  useNewHint: 'Older saved states will not fit it.',

  renameTitle: 'Rename the game',
  name: 'Name',
  save: 'Save',
  cancel: 'Cancel',

  start: {
    title: (title: string) => `Start ${title}`,
    player: 'Who plays',
    players: {
      eyes: 'The AI, from the screen alone',
      random: 'Random buttons',
      none: 'I do',
    } satisfies Record<PlayerKind, string>,
    unknown: 'The AI does not know this game: it has no guide for it and its eyes were not trained on it.',
    goal: 'Goal',
    freely: 'None: explore freely',
    seed: 'Seed',
    seedHint: 'Same seed, same run',
    speed: 'Speed',
    where: 'Played',
    here: 'Here, by Eevee’s own core',
    inWindow: (title: string) => `In the window “${title}”`,
    whereHint:
      'A window of an emulator in which the game runs already is seen and played like a person would.',
    start: 'Start',
  },

  resume: {
    title: 'Go on where you were',
    from: (frame: number, ago: string) => `at frame ${frame.toLocaleString('en')}, ${ago}`,
    button: 'Resume',
    label: (title: string) => `Resume ${title}`,
    gone: 'Its ROM was moved, deleted or changed: put it right below, then it can go on.',
  },

  welcome: {
    title: 'Watch an AI play',
    words:
      'It looks at the screen like you would, decides what to do, and tells you why. Everything happens on this machine.',
    button: (title: string) => `Watch the AI play ${title}`,
    takeOver: 'Press T at any time to take the buttons yourself.',
    own: 'Or drop a Game Boy ROM of your own on this window.',
    choose: 'Choose a file',
  },

  drop: {
    title: 'Drop to add to the library',
    words: 'Game Boy, Game Boy Color and Game Boy Advance ROMs, or a .zip with one of them',
    results: 'Files that were added',
    sending: (name: string) => `Adding ${name} …`,
    many: (good: number, bad: number) =>
      bad === 0 ? `${count(good, 'file', 'files')} added` : `${good} added, ${bad} not`,
    anyway: 'Use it anyway',
    folder: (name: string) => `${name} is a folder.`,
    folderRemedy: 'Open it and drop the ROM files themselves.',
    tooLarge: (name: string, megabytes: string) => `${name} has ${megabytes} MB, more than any cartridge.`,
    whatToDrop: 'Drop a .gb, .gbc or .gba file, or a .zip with one of them.',
    unreadable: (name: string) => `${name} cannot be read.`,
    unreadableRemedy: 'Look whether it is still there, then drop it again.',
    dismiss: 'Dismiss all',
  },

  pinPicture: 'Use this picture for the game',
  pinned: 'This is the game’s picture now',
} as const;
