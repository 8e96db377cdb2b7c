import type { Clock, ScenarioKind, SuitePlayer } from '../../../protocol/words.ts';
import { benchmarkResultTexts } from './benchmark-result.ts';
import { count } from './count.ts';

/** The words of the room *Benchmarks*. */
export const benchmarkTexts = {
  title: 'Benchmarks',
  loading: 'Looking for benchmark runs …',

  kinds: {
    navigation: 'Finding the way',
    battle: 'Battles',
    menu: 'Menus',
    catching: 'Catching',
    training: 'Training',
    exploration: 'Exploring',
    story: 'Story',
    'whole-story': 'Whole story',
  } satisfies Record<ScenarioKind, string>,
  kindsAbout: {
    navigation: 'Get from one place to another: roads, mazes, doors.',
    battle: 'Win, get away or hold out, with what the team has.',
    menu: 'Buy, sell, sort and set things without taking a wrong turn.',
    catching: 'Weaken a wild one and catch it with the orbs at hand.',
    training: 'Earn experience and money; decide which moves are learnt.',
    exploration: 'Find what lies hidden in places never seen before.',
    story: 'One step of the story, from being told to having done it.',
    'whole-story': 'From the title to the credits; takes as long as all the others together.',
  } satisfies Record<ScenarioKind, string>,

  players: {
    ai: 'The AI',
    oracle: 'Reference player',
    random: 'Random buttons',
    mash: 'A, pressed again and again',
  } satisfies Record<SuitePlayer, string>,
  playersAbout: {
    ai: 'Plays from the picture alone, as it does in the room Play.',
    oracle: 'Reads the game’s memory and knows the maps: what could be reached at best.',
    random: 'Pure chance: what is reached by luck.',
    mash: 'Whoever presses A all the time. Anything that plays should beat it.',
  } satisfies Record<SuitePlayer, string>,

  clocks: { lockstep: 'As fast as it goes', 'real-time': 'Real time' } satisfies Record<Clock, string>,
  clocksAbout: {
    lockstep: 'The game waits for the player. The same seeds give exactly the same play.',
    'real-time':
      'The game does not wait, as when you watch. Only this measures whether the AI keeps its time.',
  } satisfies Record<Clock, string>,

  start: {
    title: 'New benchmark',
    about:
      'Plays the same tasks again and again and counts how often the goal is reached. It runs in the background.',
    player: 'Who plays',
    kinds: 'What is played',
    all: 'All',
    none: 'None',
    showTypes: 'Choose single tasks',
    typesOf: (kind: string) => `Tasks: ${kind}`,
    unknownGoal: 'The AI has not been taught this goal',
    noGoals: (unknown: number, all: number) =>
      `The AI has not been taught ${unknown} of these ${count(all, 'task', 'tasks')} yet: it is not told what to do there, and will mostly miss them.`,
    onlyKnown: 'Only those that it has been taught',
    seeds: 'How thoroughly',
    seedsHint: 'A seed is one version of a task: other people, other mazes. More seeds, surer figures.',
    quick: 'Quick',
    usual: 'Thorough',
    own: 'Own range',
    seedCount: (seeds: number) => count(seeds, 'seed', 'seeds'),
    first: 'First seed',
    last: 'Last seed',
    judging: 'Seeds from 1,000,000 on are reserved for judging and cannot be chosen.',
    tooMany: (most: number) => `At most ${most.toLocaleString('en')} seeds in one run.`,
    backwards: 'The last seed comes before the first.',
    more: 'Clock and pace',
    clock: 'Clock',
    onlyAi: 'Real time is for the AI only: the others take no time to think.',
    jobs: 'At the same time',
    jobsAuto: 'Automatic',
    jobsHint: 'Episodes played at once. Fewer while you watch a game.',
    episodes: (episodes: number) => `${count(episodes, 'episode', 'episodes')}`,
    episodesAbout: (tasks: number, seeds: number) =>
      `${count(tasks, 'task', 'tasks')} × ${count(seeds, 'seed', 'seeds')}`,
    start: 'Start',
    busy: 'Another run is being played. It has to end first.',
    nothing: 'Choose at least one task.',
    open: 'Open a run file',
    openHint: 'result.json of a run that was made elsewhere or on the command line',
    tooLarge: (name: string, most: number) =>
      `“${name}” has more than ${most / 1024 ** 2} MB: it is no result of a run.`,
    unreadable: (name: string) => `“${name}” cannot be read: it was moved, deleted or is locked.`,
    noResultRemedy: 'Choose the file result.json of a run.',
  },

  list: {
    title: 'Runs',
    none: 'No run yet. Start one above; a quick one takes a few minutes.',
    baseline: 'Baseline',
    imported: 'Opened from a file',
    history: 'Goals reached, run by run',
    historyHint: 'Runs that played the same as the chosen one, oldest first.',
  },

  states: { running: 'Running', interrupted: 'Interrupted', finished: 'Finished' },
  what1: (kind: string, tasks: number, seeds: number) =>
    `${kind}, ${count(tasks, 'task', 'tasks')}, ${count(seeds, 'seed', 'seeds')}`,
  what: (kinds: number, tasks: number, seeds: number) =>
    `${count(kinds, 'kind', 'kinds')}, ${count(tasks, 'task', 'tasks')}, ${count(seeds, 'seed', 'seeds')}`,
  reached: (share: string) => `${share} reached`,
  empty: 'Choose a run to see its figures, or start one.',

  progress: {
    label: 'Progress of the benchmark',
    header: (percent: string) => `Benchmark ${percent}`,
    headerLabel: (done: number, all: number) => `A benchmark is running: ${done} of ${all} episodes. Show it`,
    done: (done: number, all: number) =>
      `${done.toLocaleString('en')} of ${count(all, 'episode', 'episodes')}`,
    left: (time: string) => `about ${time} left`,
    leftUnknown: 'time left is not known yet',
    jobs: (jobs: number) => `${jobs} at a time`,
    missed: (missed: number) => `${missed} missed`,
    errors: (errors: number) => count(errors, 'error', 'errors'),
    cancel: 'Stop',
    resume: 'Resume',
    background: 'You can leave this room: the run goes on, and you are told when it is finished.',
  },
  time: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },

  stoppedEarly: (why: string) => `Stopped early: ${why}.`,

  actions: {
    label: 'What to do with this run',
    makeBaseline: 'Make it the baseline',
    noBaseline: 'No baseline any more',
    madeBaseline: 'This is the baseline now',
    unmadeBaseline: 'It is no baseline any more',
    export: 'Export',
    json: 'Everything (JSON)',
    csv: 'Episodes (CSV, for spreadsheets)',
    html: 'Report (HTML)',
    report: 'Report',
    reportTitle: 'Report of the run',
    reportLoading: 'Opening the report …',
    delete: 'Delete',
    deleteTitle: 'Delete this run?',
    deleteAbout: 'Its figures and replays are gone for good.',
    deleteBaseline: 'It is the baseline: later runs can no longer be compared with it.',
    deleteDo: 'Delete the run',
    keep: 'Keep it',
    saved: (name: string) => `Saved as ${name}`,
  },

  ...benchmarkResultTexts,
} as const;
