import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import * as benchmarks from '../../protocol/benchmarks.ts';
import { caseSchema, ratingSchema } from '../../protocol/cases.ts';
import { problemSchema } from '../../protocol/errors.ts';
import * as feedback from '../../protocol/feedback.ts';
import { hardwareSchema } from '../../protocol/hardware.ts';
import { addedSchema, libraryEntrySchema } from '../../protocol/library.ts';
import { decisionSchema, observationSchema } from '../../protocol/observation.ts';
import * as protocol from '../../protocol/sessions.ts';
import { settingSchema, settingsSchema } from '../../protocol/settings.ts';
import { storageSchema } from '../../protocol/storage.ts';
import { timelineSchema } from '../../protocol/timeline.ts';

export const idParams = z.object({ id: protocol.sessionIdSchema });
export const stateParams = z.object({ id: protocol.sessionIdSchema, name: protocol.stateNameSchema });
export const runParams = z.object({ id: benchmarks.runIdSchema });

/** `?limit=`: how many of the newest entries. */
export const limitQuery = (initial: number) =>
  z.object({ limit: z.coerce.number().int().min(1).max(1000).default(initial) });

/** Answers of a route: its own on success, a problem on anything else. */
export const answers = <Success extends z.ZodType>(success: Success, status: 200 | 201 = 200) => ({
  [status]: success,
  '4xx': problemSchema,
  '5xx': problemSchema,
});

/** Schema parts of a route that answers with a picture. */
export const pngAnswer = {
  produces: ['image/png'],
  response: answers(z.string().meta({ format: 'binary' })),
};

/** Sends a PNG file, which the route's schema knows as text in a format of its own. */
export const sendPng = (reply: FastifyReply, png: Buffer): never =>
  reply.type('image/png').serializer(String).send(png) as never;

/** Schemas that the documentation names instead of repeating them. */
const named: Record<string, z.ZodType> = {
  Problem: problemSchema,
  Session: protocol.sessionSchema,
  CreateSession: protocol.createSessionSchema,
  Metrics: protocol.metricsSchema,
  Rating: ratingSchema,
  Case: caseSchema,
  Observation: observationSchema,
  Decision: decisionSchema,
  SavedState: protocol.savedStateSchema,
  Timeline: timelineSchema,
  Game: protocol.gameSchema,
  WindowChoice: protocol.windowChoiceSchema,
  Window: protocol.windowSchema,
  Notice: protocol.noticeSchema,
  Hardware: hardwareSchema,
  Setting: settingSchema,
  Settings: settingsSchema,
  Storage: storageSchema,
  LibraryEntry: libraryEntrySchema,
  Added: addedSchema,
  StartBenchmark: benchmarks.startBenchmarkSchema,
  BenchmarkRun: benchmarks.benchmarkRunSchema,
  BenchmarkDetail: benchmarks.benchmarkDetailSchema,
  BenchmarkCatalog: benchmarks.benchmarkCatalogSchema,
  BenchmarkComparison: benchmarks.benchmarkComparisonSchema,
  FeedbackItem: feedback.feedbackItemSchema,
  FeedbackPreview: feedback.feedbackPreviewSchema,
  CreateFeedback: feedback.createFeedbackSchema,
  Attachment: feedback.attachmentSchema,
  AttachmentEdit: feedback.attachmentEditSchema,
  Outbox: feedback.outboxSchema,
  Health: protocol.healthSchema,
  ServerEvent: protocol.serverEventSchema,
  ClientMessage: protocol.clientMessageSchema,
};

/** Gives the schemas their names, once a process: the registry is zod's, and global. */
export const nameSchemas = (): void => {
  for (const [id, schema] of Object.entries(named)) {
    if (!z.globalRegistry.has(schema)) z.globalRegistry.add(schema, { id });
  }
};
