import { z } from 'zod';
import { problemSchema } from './errors.ts';
import { attachmentKinds, feedbackKinds, feedbackStates, secretKinds } from './feedback-words.ts';
import { sessionIdSchema } from './sessions.ts';

export const feedbackIdSchema = z.uuidv7();
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A form as it is being written. Wider than what can be sent: a text that is too long is kept, and refused in
 * words when it is to leave (`formFaults`).
 */
const formSchema = z.record(z.string().regex(/^[a-z]{1,32}$/), z.string().max(200_000));

/** Body of `POST /v1/feedback`. */
export const createFeedbackSchema = z.strictObject({
  kind: z.enum(feedbackKinds),
  /** The session that it is about; its last minute and its figures can go along. */
  sessionId: sessionIdSchema.nullable().default(null),
  form: formSchema.default({}),
});
export type CreateFeedback = z.infer<typeof createFeedbackSchema>;

/** Body of `PUT /v1/feedback/:id`. */
export const writeFeedbackSchema = z.strictObject({
  form: formSchema,
  /** Another session that it is about, or none; left out: as before. What can go along is then collected anew. */
  sessionId: sessionIdSchema.nullable().optional(),
});
export type WriteFeedback = z.infer<typeof writeFeedbackSchema>;

/** One secret that was taken out: what stands in its place, and how often. */
export const removalSchema = z.object({
  placeholder: z.string(),
  kind: z.enum(secretKinds),
  times: z.int(),
});
export type Removal = z.infer<typeof removalSchema>;

/** A rectangle in the picture's own pixels. */
const rectangleSchema = z.strictObject({
  x: z.int().min(0).max(8192),
  y: z.int().min(0).max(8192),
  width: z.int().min(1).max(8192),
  height: z.int().min(1).max(8192),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

/** How an attachment was changed from what was collected. */
export const attachmentEditSchema = z.discriminatedUnion('of', [
  /** Text: as it was rewritten. */
  z.strictObject({ of: z.literal('text'), text: z.string().max(900_000) }),
  /** Picture: rectangles painted over, then cut to one. */
  z.strictObject({
    of: z.literal('picture'),
    covers: z.array(rectangleSchema).max(50),
    crop: rectangleSchema.nullable(),
  }),
  /** Replay: frames of the clip that stay, from 0; `to` is the first that does not. */
  z.strictObject({ of: z.literal('replay'), from: z.int().min(0), to: z.int().min(1) }),
]);
export type AttachmentEdit = z.infer<typeof attachmentEditSchema>;

/** Pictures of a replay, one below the other in one picture. */
export const clipSchema = z.object({
  /** Frames of the clip as it was collected. */
  frames: z.int(),
  /** Number of its first frame in the session. */
  firstFrame: z.int(),
  /** Frames from one picture to the next. */
  every: z.int(),
  pictures: z.int(),
  width: z.int(),
  height: z.int(),
});
export type Clip = z.infer<typeof clipSchema>;

export const attachmentSchema = z.object({
  kind: z.enum(attachmentKinds),
  state: z.enum(['collecting', 'ready', 'failed']),
  /** Whether it goes along; off unless it was ticked. */
  included: z.boolean(),
  /** Its file, as it would be sent; empty until it is ready. */
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** What was changed by hand; null: as it was collected. */
  edit: attachmentEditSchema.nullable(),
  /** What scrubbing took out of it. */
  removed: z.array(removalSchema),
  /** Of a replay that is ready. */
  clip: clipSchema.nullable(),
  /** Why it could not be collected. */
  problem: problemSchema.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Body of `PUT /v1/feedback/:id/attachments/:kind`; `edit` null: back to what was collected. */
export const changeAttachmentSchema = z.strictObject({
  included: z.boolean().optional(),
  edit: attachmentEditSchema.nullable().optional(),
});
export type ChangeAttachment = z.infer<typeof changeAttachmentSchema>;

export const feedbackItemSchema = z.object({
  id: feedbackIdSchema,
  kind: z.enum(feedbackKinds),
  state: z.enum(feedbackStates),
  sessionId: sessionIdSchema.nullable(),
  form: z.record(z.string(), z.string()),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** When the hub said that it has it, or when it was saved as a file. */
  doneAt: z.iso.datetime().nullable(),
  /** The address that was agreed to; null before. */
  hub: z.string().nullable(),
  tries: z.int(),
  /** When it is tried next; null: not by itself. */
  nextTryAt: z.iso.datetime().nullable(),
  /** What came of the last try, in words, the hub's own where it gave any. */
  said: z.string().nullable(),
  attachments: z.array(attachmentSchema),
});
export type FeedbackItem = z.infer<typeof feedbackItemSchema>;

/** Answer of `GET /v1/feedback`. */
export const outboxSchema = z.object({
  /** Where items are sent; empty: no hub is set, and they can be saved as files. */
  hub: z.string(),
  /** Newest first. */
  items: z.array(feedbackItemSchema),
});
export type Outbox = z.infer<typeof outboxSchema>;

/** Answer of `GET /v1/feedback/:id/preview`: exactly what would leave, and what to name when agreeing to it. */
export const feedbackPreviewSchema = z.object({
  /** SHA-256 over everything that would be sent. */
  digest: digestSchema,
  hub: z.string(),
  /** The item's own file, byte for byte. */
  item: z.string(),
  /** What was taken out of the form's texts. */
  removed: z.array(removalSchema),
  attachments: z.array(attachmentSchema),
  /** Of the item and all that goes along. */
  bytes: z.int(),
});
export type FeedbackPreview = z.infer<typeof feedbackPreviewSchema>;

/** Body of `POST /v1/feedback/:id/send` and `…/export`: what was previewed, which is all that is agreed to. */
export const consentSchema = z.strictObject({ digest: digestSchema });
