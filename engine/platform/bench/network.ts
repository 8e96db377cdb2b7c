import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openNetwork } from '../../../native/infer.ts';

/** As a session runs it: once a frame. In a tight loop caches and clock stay warm, and the figure flatters. */
const pauseUs = 16_667;
const pacedRuns = 9;
const unpacedRuns = 40;

const median = (times: Float64Array): number => times.toSorted()[times.length >> 1] ?? 0;

const modelSchema = z.object({ file: z.string() });

/**
 * Times the eyes' network of a model's folder with our own integer engine: the median of runs that begin 60
 * times a second and of runs back to back, in microseconds. Takes 0.16 s and `unpacedRuns + 3` runs.
 * Throws where the folder, the network or the addon is missing.
 */
export const measureNetwork = (
  modelDir: string,
): { paced: number; unpaced: number; instructionSet: string } => {
  const { file } = modelSchema.parse(JSON.parse(readFileSync(join(modelDir, 'model.json'), 'utf8')));
  const network = openNetwork(readFileSync(join(modelDir, file)));
  network.timeRuns(3, 0);
  const unpaced = median(network.timeRuns(unpacedRuns, 0));
  return { paced: median(network.timeRuns(pacedRuns, pauseUs)), unpaced, instructionSet: network.isa };
};
