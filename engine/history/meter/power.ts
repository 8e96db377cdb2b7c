import { join } from 'node:path';
import { entries, numberIn, textIn } from './files.ts';

const micro = 1e-6;
/** Energy counters as they stood, to tell power from. */
let before: { at: number; joules: number } | null = null;

/** Watts that leave the battery, which is what the whole computer uses; null on mains. */
const fromBattery = async (root: string): Promise<number | null> => {
  for (const battery of await entries(join(root, 'class/power_supply'), /^BAT/)) {
    if ((await textIn(join(battery, 'status'))) !== 'Discharging') continue;
    const watts = await numberIn(join(battery, 'power_now'));
    if (watts !== null) return Math.abs(watts) * micro;
    const [volts, amperes] = await Promise.all([
      numberIn(join(battery, 'voltage_now')),
      numberIn(join(battery, 'current_now')),
    ]);
    if (volts !== null && amperes !== null) return Math.abs(volts * micro * (amperes * micro));
  }
  return null;
};

/** Watts of the processor packages since the last call (RAPL); null where only root may read them. */
const fromPackages = async (root: string): Promise<number | null> => {
  // intel-rapl:0 is a package (AMD's too); intel-rapl:0:0 a part of it, which it includes.
  const packages = await entries(join(root, 'class/powercap'), /^intel-rapl:\d+$/);
  const energies = await Promise.all(packages.map((each) => numberIn(join(each, 'energy_uj'))));
  if (energies.length === 0 || energies.includes(null)) return null;
  const now = {
    at: performance.now(),
    joules: energies.reduce<number>((sum, each) => sum + each!, 0) * micro,
  };
  const last = before;
  before = now;
  // The counter wraps around; that second is unknown.
  if (!last || now.joules < last.joules || now.at <= last.at) return null;
  return ((now.joules - last.joules) * 1000) / (now.at - last.at);
};

/**
 * Power in watts: of the whole computer while it runs on its battery, else of the processor's package; null where
 * neither can be read. `root`: where sysfs is mounted.
 */
export const readPower = async (root = '/sys'): Promise<number | null> =>
  (await fromBattery(root)) ?? (await fromPackages(root));
