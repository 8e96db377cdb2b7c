/**
 * The words and limits of feedback, free of zod so that the page may use them as they are. The forms, their
 * checks, the counters beneath the fields and the documentation of the hub all come from these lists.
 */

/** The four forms. */
export const feedbackKinds = ['rating', 'bug', 'wish', 'performance'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/**
 * The life of an item. `draft`: being written. `waiting`: agreed to and on its way. `sending`: being handed over
 * now. `sent`: the hub has said that it has it. `refused`: the hub has said that it will not have it. `exported`:
 * saved as a file instead.
 */
export const feedbackStates = ['draft', 'waiting', 'sending', 'sent', 'refused', 'exported'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** What can go with an item; nothing does unless it is ticked. */
export const attachmentKinds = ['screenshot', 'replay', 'log', 'settings', 'hardware', 'figures'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What each form offers to take along. */
export const offeredAttachments: Record<FeedbackKind, readonly AttachmentKind[]> = {
  rating: ['screenshot', 'replay'],
  bug: ['screenshot', 'replay', 'log', 'settings', 'hardware'],
  wish: ['screenshot'],
  performance: ['hardware', 'figures', 'settings', 'log'],
};

/** A field to write in, or one to choose from. */
export type FieldRule = { required: boolean } & ({ most: number } | { choices: readonly string[] });

/** The fields of each form, in the order in which they are asked. `most`: characters. */
export const feedbackFields = {
  rating: {
    stars: { required: true, choices: ['1', '2', '3', '4', '5'] },
    good: { required: false, most: 600 },
    bad: { required: false, most: 600 },
  },
  bug: {
    happened: { required: true, most: 2000 },
    expected: { required: false, most: 1000 },
    frequency: { required: true, choices: ['once', 'sometimes', 'often', 'always'] },
    severity: { required: true, choices: ['cosmetic', 'annoying', 'blocking', 'loss'] },
  },
  wish: {
    wish: { required: true, most: 1000 },
    why: { required: false, most: 1000 },
    importance: { required: true, choices: ['nice', 'useful', 'needed'] },
  },
  performance: {
    happened: { required: true, most: 1000 },
    shape: { required: true, choices: ['fine', 'stutters', 'slow', 'heavy'] },
    since: { required: true, choices: ['always', 'update', 'while'] },
  },
} as const satisfies Record<FeedbackKind, Record<string, FieldRule>>;

/** What was written and chosen, by field; a field that is absent is empty. */
export type FeedbackForm = Record<string, string>;

/** Something that keeps a form from being sent. It never keeps it from being kept. */
export interface FormFault {
  field: string;
  fault: 'missing' | 'too-long' | 'unknown';
  /** With `too-long`: how long it is, and may be. */
  length?: number;
  most?: number;
}

/** Length of a text as people count it: an emoji outside the basic plane is one character, not two. */
export const lengthOf = (text: string): number => [...text].length;

const faultOf = (field: string, rule: FieldRule, text: string): FormFault[] => {
  if (text.trim() === '') return rule.required ? [{ field, fault: 'missing' }] : [];
  if ('choices' in rule) return rule.choices.includes(text) ? [] : [{ field, fault: 'unknown' }];
  const length = lengthOf(text);
  return length > rule.most ? [{ field, fault: 'too-long', length, most: rule.most }] : [];
};

/** Everything that keeps this form from being sent, in the order of its fields. */
export const formFaults = (kind: FeedbackKind, form: FeedbackForm): FormFault[] => {
  const rules: Record<string, FieldRule> = feedbackFields[kind];
  const unknown = Object.keys(form).filter((field) => !(field in rules));
  return [
    ...Object.entries(rules).flatMap(([field, rule]) => faultOf(field, rule, form[field] ?? '')),
    ...unknown.map((field): FormFault => ({ field, fault: 'unknown' })),
  ];
};

/** What scrubbing takes out, by what it was. */
export const secretKinds = [
  'name',
  'host',
  'path',
  'email',
  'address',
  'id',
  'token',
  'environment',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Bytes that an item with everything ticked may have; the hub need not take more. */
export const largestItemBytes = 16 * 1024 * 1024;

/** The name of an item's file. Its id begins with the time, so two of one minute differ only towards the end. */
export const feedbackFileName = (id: string): string => `eevee-feedback-${id.slice(-12)}.zip`;
