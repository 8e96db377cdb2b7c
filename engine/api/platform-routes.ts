import { chooseTierSchema, type Hardware, hardwareSchema } from '../../protocol/hardware.ts';
import { tuningNames, tuningSettings } from '../platform/tier/tuning.ts';
import { answers } from './schemas.ts';
import type { Api, Served } from './server.ts';

/** Steps of the governor that are shown. */
const shownSteps = 50;

/** This computer: what it is, its tier, what the governor does. */
export const addPlatformRoutes = (api: Api, { platform, governor, store }: Served): void => {
  const tags = ['hardware'];
  const hardware = (): Hardware => {
    const inForce = governor.tuning;
    return {
      ...platform.measured,
      settings: tuningNames.map((name) => ({ name, ...tuningSettings[name], value: inForce[name] })),
      governor: { ...governor.standing, log: store.governorSteps(shownSteps) },
    };
  };
  api.get(
    '/v1/hardware',
    {
      schema: {
        tags,
        summary: 'What this computer is made of, its tier and why, and the governor’s log',
        response: answers(hardwareSchema),
      },
    },
    async () => hardware(),
  );
  api.post(
    '/v1/hardware/look',
    {
      schema: {
        tags,
        summary:
          'Look at this computer again, as after it was unplugged; measures it only if it is another one',
        response: answers(hardwareSchema),
      },
    },
    async () => {
      await platform.lookAgain();
      return hardware();
    },
  );
  api.post(
    '/v1/hardware/measure',
    {
      schema: {
        tags,
        summary: 'Look at this computer and measure it again; answers when that is done',
        response: answers(hardwareSchema),
      },
    },
    async () => {
      await platform.examine(true);
      return hardware();
    },
  );
  api.put(
    '/v1/hardware/tier',
    {
      schema: {
        tags,
        summary: 'Choose a tier for this computer, whatever was measured',
        body: chooseTierSchema,
        response: answers(hardwareSchema),
      },
    },
    async (request) => {
      await platform.choose(request.body.tier);
      return hardware();
    },
  );
  api.delete(
    '/v1/hardware/tier',
    {
      schema: {
        tags,
        summary: 'Take the choice back: the tier is the measured one again',
        response: answers(hardwareSchema),
      },
    },
    async () => {
      await platform.choose(null);
      return hardware();
    },
  );
};
