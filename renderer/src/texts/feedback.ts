import type {
  AttachmentKind,
  FeedbackKind,
  FeedbackState,
  FormFault,
  SecretKind,
} from '../../../protocol/feedback-words.ts';
import { count } from './count.ts';

const secretNames: Record<SecretKind, [one: string, many: string]> = {
  name: ['name', 'names'],
  host: ['host name', 'host names'],
  path: ['path', 'paths'],
  email: ['e-mail address', 'e-mail addresses'],
  address: ['network address', 'network addresses'],
  id: ['serial number', 'serial numbers'],
  token: ['key', 'keys'],
  environment: ['variable', 'variables'],
};

/** The words of the room *Feedback*. */
export const feedbackTexts = {
  title: 'Feedback',
  loading: 'Looking into the outbox …',
  promise: 'Nothing leaves this computer but what you have previewed and agreed to, item by item.',
  goesTo: (hub: string) => `Goes to ${hub}`,
  noHub: 'No hub is set: reports are saved as files.',
  setHub: 'Set an address',
  report: 'Report a problem with this session',

  kinds: {
    rating: { title: 'Rate the play', about: 'Stars, and what was good or bad about how the AI played.' },
    bug: {
      title: 'Report a bug',
      about: 'What happened, with the last minute of play, log and picture if you like.',
    },
    wish: { title: 'Wish for something', about: 'What is missing, and what you would do with it.' },
    performance: {
      title: 'Report performance',
      about: 'How it runs here, with the hardware and the figures.',
    },
  } satisfies Record<FeedbackKind, { title: string; about: string }>,

  fields: {
    stars: {
      label: 'How well did it play?',
      choices: {
        '1': 'got nowhere',
        '2': 'mostly lost',
        '3': 'did its job',
        '4': 'a pleasure to watch',
        '5': 'better than I would have',
      },
    },
    good: { label: 'What was good?', hint: '' },
    bad: { label: 'What was bad?', hint: '' },
    happened: { label: 'What happened?', hint: 'As you would tell a friend.' },
    expected: { label: 'What did you expect?', hint: '' },
    frequency: {
      label: 'How often?',
      choices: { once: 'Once', sometimes: 'Sometimes', often: 'Often', always: 'Always' },
    },
    severity: {
      label: 'How bad is it?',
      choices: {
        cosmetic: 'A blemish',
        annoying: 'Annoying',
        blocking: 'I cannot go on',
        loss: 'Something was lost',
      },
    },
    wish: { label: 'What do you wish for?', hint: '' },
    why: { label: 'What would you do with it?', hint: '' },
    importance: {
      label: 'How much does it matter?',
      choices: { nice: 'Nice to have', useful: 'I would use it', needed: 'I need it' },
    },
    shape: {
      label: 'How does it run?',
      choices: { fine: 'Fine', stutters: 'It stutters', slow: 'Too slow', heavy: 'Too heavy' },
    },
    since: {
      label: 'Since when?',
      choices: { always: 'Always', update: 'Since an update', while: 'After a while of play' },
    },
  } as Record<string, { label: string; hint?: string; choices?: Record<string, string> }>,
  starsSpoken: (stars: string, words: string) => `${stars} of 5: ${words}`,
  characters: (length: number, most: number) =>
    `${length.toLocaleString('en')} of ${most.toLocaleString('en')} characters`,
  fault: ({ fault, length = 0, most = 0 }: FormFault) =>
    fault === 'too-long'
      ? `Too long by ${count(length - most, 'character', 'characters')}. Your text is kept; shorten it to send it.`
      : fault === 'missing'
        ? 'Please fill this in.'
        : 'Please choose one of these.',
  session: 'Session',
  noSession: 'No session in particular',
  sessionOf: (title: string, when: string) => `${title}, ${when}`,

  kept: 'Draft kept',
  keeping: 'Keeping …',
  notKept: 'The engine could not keep the last change. Your text stays here and is tried again.',
  back: 'All feedback',
  preview: 'Preview',
  remove: 'Delete',

  attachments: 'Take along',
  attachmentsHint: 'Each is off until you tick it. Look at it first; what you see is what would be sent.',
  attachmentNames: {
    screenshot: 'Screenshot',
    replay: 'Last minute of play',
    log: 'Log',
    settings: 'Settings',
    hardware: 'Hardware',
    figures: 'Figures of the session',
  } satisfies Record<AttachmentKind, string>,
  collecting: 'Being collected …',
  collect: 'Collect again',
  look: 'Look at it',
  lookAt: (name: string) => `Look at: ${name}`,
  include: (name: string) => `Take along: ${name}`,
  changed: 'changed by you',
  seconds: (seconds: string) => `${seconds} s`,
  removedOf: (kind: SecretKind, n: number) => count(n, ...secretNames[kind]),
  removed: (parts: string) => `${parts} removed`,
  nothingRemoved: 'nothing to remove',
  removedTitle: 'Removed, and what stands in their place',
  times: (n: number) => `${n}×`,
  save: 'Keep changes',
  reset: 'Back to what was collected',
  textLabel: (name: string) => `Text of: ${name}`,

  picture: {
    label: 'The picture as it would be sent',
    hint: 'Draw rectangles on the picture to paint them over, or to cut it.',
    paint: 'Paint over',
    crop: 'Cut to',
    mode: 'A rectangle means',
    undo: 'Undo last',
    numbers: 'Rectangle by numbers',
    x: 'Left',
    y: 'Top',
    width: 'Width',
    height: 'Height',
    add: 'Add',
    size: (width: number, height: number) => `${width} × ${height} pixels`,
  },

  replay: {
    label: 'Picture of the replay',
    frame: 'Frame',
    place: (frame: string, seconds: string) => `Frame ${frame}, second ${seconds}`,
    play: 'Play',
    stop: 'Stop',
    from: 'From second',
    to: 'To second',
    part: (frames: string, seconds: string) => `${frames} frames, ${seconds} s, would be sent.`,
    holds:
      'It holds the state of the game at its start, with what you have named things in it, and the buttons pressed since.',
  },

  previewTitle: 'This is what leaves',
  previewItem: 'What you wrote',
  previewFiles: 'What goes along',
  noFiles: 'No attachment is ticked.',
  total: (size: string) => `${size} in all`,
  send: 'Agree and send',
  export: 'Save as a file',
  change: 'Change something',

  drafts: 'Drafts',
  outbox: 'Outbox',
  history: 'Sent and saved',
  noDrafts: 'Nothing begun.',
  noOutbox: 'Nothing is waiting to be sent.',
  noHistory: 'Nothing sent or saved yet.',
  states: {
    draft: 'Draft',
    waiting: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    refused: 'Refused',
    exported: 'Saved as a file',
  } satisfies Record<FeedbackState, string>,
  tries: (n: number) => count(n, 'try', 'tries'),
  nextTry: (seconds: number) =>
    seconds <= 1
      ? 'next try now'
      : seconds < 90
        ? `next try in ${seconds} s`
        : `next try in ${Math.round(seconds / 60)} min`,
  heldBack: (hub: string) =>
    `You agreed to send this to ${hub}, which is not the hub that is set now. Take it back, preview and send it again, or set the address back.`,
  hubSays: (words: string) => `The hub: “${words}”`,
  open: (title: string) => `Open: ${title}`,
  empty: 'Nothing written yet',
  withdraw: 'Take back and edit',
  retry: 'Try now',
  deleted: 'Deleted.',
  undo: 'Undo',
  sentAt: (when: string) => `Sent ${when}`,
  savedAt: (when: string) => `Saved ${when}`,
} as const;
