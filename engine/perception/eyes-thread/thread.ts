/** The thread that onnxruntime blocks while it runs a network, in place of the one that plays. */
import { parentPort, workerData } from 'node:worker_threads';
import { OnnxEyes } from '../eyes.ts';
import type { EyesThreadData, FromThread, ToThread } from './messages.ts';

/** Looks taken before the game begins: the first ones compile code and would miss the frame budget. */
const warmUpLooks = 30;

const port = parentPort;
if (!port) throw new Error('This module is the body of a worker thread.');
const { model, grey } = workerData as EyesThreadData;
const picture = new Uint8Array(grey);
const say = (message: FromThread): void => port.postMessage(message);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const warmUp = async (eyes: OnnxEyes): Promise<void> => {
  for (let look = 0; look < warmUpLooks; look++) {
    for (let i = 0; i < picture.length; i++) picture[i] = (i * 7 + look * 31) & 0xff;
    await eyes.look(picture, 0);
  }
  eyes.reset();
};

const serve = async (): Promise<void> => {
  const eyes = await OnnxEyes.open(model);
  await warmUp(eyes);
  port.on('message', async (message: ToThread) => {
    if (message.type === 'reset') return eyes.reset();
    if (message.type === 'close') {
      await eyes.close();
      return port.close();
    }
    try {
      say({ type: 'seen', observation: await eyes.look(picture, message.frame) });
    } catch (error) {
      say({ type: 'failed', message: wordsOf(error) });
    }
  });
  say({ type: 'ready' });
};

serve().catch((error: unknown) => say({ type: 'failed', message: wordsOf(error) }));
