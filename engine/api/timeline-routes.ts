import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { z } from 'zod';
import { EeveeError } from '../../protocol/errors.ts';
import { sessionIdSchema } from '../../protocol/sessions.ts';
import {
  rewindSchema,
  rewoundSchema,
  type Timeline,
  type TimelineMark,
  timelineSchema,
} from '../../protocol/timeline.ts';
import type { SessionFolder } from '../session/folder.ts';
import { listAutosaves, listStates } from '../session/saves.ts';
import { encodePng } from './png.ts';
import { answers, idParams, pngAnswer, sendPng } from './schemas.ts';
import type { Api, Served } from './server.ts';

const unpack = promisify(inflate);
const frameParams = z.object({
  id: sessionIdSchema,
  frame: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 40),
});

/** The past of a session that plays: what there is of it, and going back. */
export const addTimelineRoutes = (api: Api, { supervisor }: Served): void => {
  const tags = ['timeline'];
  api.get(
    '/v1/sessions/:id/timeline',
    {
      schema: {
        tags,
        summary: 'What can be gone back to: the story in frames, moments with thumbnails, marks',
        params: idParams,
        response: answers(timelineSchema),
      },
    },
    async (request) => {
      const { id } = request.params;
      const timeline = await supervisor.live(id).timeline();
      return { id, ...timeline, marks: marksOf(timeline, supervisor.folder(id)) };
    },
  );
  api.get(
    '/v1/sessions/:id/timeline/:frame.png',
    {
      schema: { tags, summary: 'The thumbnail of one of its moments', params: frameParams, ...pngAnswer },
    },
    async (request, reply) => {
      const { id, frame } = request.params;
      const found = await supervisor.live(id).thumbnail(frame);
      if (!found) throw noThumbnail(frame);
      const { packed, ...picture } = found;
      return sendPng(reply, encodePng({ ...picture, pixels: await unpack(packed) }));
    },
  );
  const act = { tags, params: idParams, response: answers(rewoundSchema) };
  api.post(
    '/v1/sessions/:id/rewind',
    {
      schema: {
        ...act,
        summary: 'Go back to a frame, or by some seconds; the session stands still there',
        body: rewindSchema,
      },
    },
    async (request) => {
      const { frame, seconds = 0 } = request.body;
      return supervisor.live(request.params.id).rewind(frame === undefined ? { seconds } : { frame });
    },
  );
  api.post(
    '/v1/sessions/:id/rewind/undo',
    { schema: { ...act, summary: 'Back to where the last rewind or load left from' } },
    async (request) => supervisor.live(request.params.id).retrace('undo-rewind'),
  );
  api.post(
    '/v1/sessions/:id/rewind/redo',
    { schema: { ...act, summary: 'Take the last undo back' } },
    async (request) => supervisor.live(request.params.id).retrace('redo-rewind'),
  );
};

/** The marks with the saves that there still are, under the titles they have now, and the autosaves. */
const marksOf = ({ marks, pieces, frame }: Omit<Timeline, 'id'>, folder: SessionFolder): TimelineMark[] => {
  const titles = new Map(listStates(folder).map(({ name, title, place }) => [name, title || place]));
  const known = marks.flatMap((mark) => {
    if (mark.kind !== 'save') return [mark];
    const title = titles.get(mark.title);
    return title === undefined ? [] : [{ ...mark, title }];
  });
  const autosaves = listAutosaves(folder).flatMap((state): TimelineMark[] => {
    // A state's frame counts the frames run; the last of them is the one that it shows.
    const shown = state.frame - 1;
    const piece = pieces.find((each) => shown >= each.frame && shown < each.frame + each.frames);
    if (!piece || shown > frame) return [];
    return [
      { kind: 'autosave', frame: shown, position: piece.position + shown - piece.frame, title: state.place },
    ];
  });
  return [...known, ...autosaves].sort((a, b) => a.position - b.position);
};

const noThumbnail = (frame: number): EeveeError =>
  new EeveeError({
    code: 'resource.state-missing',
    message: `There is no thumbnail of frame ${frame}.`,
    remedy: 'Take the frame of one of the timeline’s keyframes; older ones are thinned out as time passes.',
    field: 'frame',
    value: frame,
  });
