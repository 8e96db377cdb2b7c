import { z } from 'zod';
import { putSettingSchema, putSettingsSchema, settingsSchema } from '../../protocol/settings.ts';
import { storageSchema } from '../../protocol/storage.ts';
import { storageOf } from '../storage.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

const nameParams = z.object({ name: z.string().max(64) });

/** The settings and where they are kept: how they stand, choosing and taking back. Each answers with how all of them stand then. */
export const addSettingsRoutes = (api: Api, { settings, data }: Served): void => {
  const about = { tags: ['settings'], response: answers(settingsSchema) };
  api.get(
    '/v1/settings',
    { schema: { ...about, summary: 'Every setting with its value, and where that comes from' } },
    async () => settings.list(),
  );
  api.put(
    '/v1/settings',
    {
      schema: { ...about, summary: 'Choose several settings, all of them or none', body: putSettingsSchema },
    },
    async (request) => settings.choose(request.body.values),
  );
  api.delete(
    '/v1/settings',
    { schema: { ...about, summary: 'Take every choice back: all settings have their defaults again' } },
    async () => settings.forget(null),
  );
  api.put(
    '/v1/settings/:name',
    { schema: { ...about, summary: 'Choose one setting', params: nameParams, body: putSettingSchema } },
    async (request) => settings.choose({ [request.params.name]: request.body.value }),
  );
  api.delete(
    '/v1/settings/:name',
    {
      schema: {
        ...about,
        summary: 'Take one choice back: the setting has its default again',
        params: nameParams,
      },
    },
    async (request) => settings.forget(request.params.name),
  );
  api.get(
    '/v1/storage',
    {
      schema: {
        tags: ['settings'],
        summary: 'The data folder: where it is, what it holds, and how much room is left',
        response: answers(storageSchema),
      },
    },
    async () => storageOf(data),
  );
};
