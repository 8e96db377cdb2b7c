import { EeveeError } from '../../protocol/errors.ts';
import type { Setting, SettingsAnswer } from '../../protocol/settings.ts';
import type { SettingSource } from '../../protocol/settings-words.ts';
import type { NoticeText } from '../notices.ts';
import { type SettingName, type Settings, settingList, settingNamed, settingNames } from '../settings.ts';
import { type FileContent, isOfFile, readSettingsFile, writeSettingsFile } from './file.ts';
import { flagOf, type GivenSettings, variableOf } from './given.ts';

type Listener = (settings: Settings) => void;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The settings while the engine runs: what this launch was given goes before the settings file, which goes before
 * the defaults. Changes go to the file first and only then into force, where they can.
 */
export class SettingsBoard {
  /** What the engine runs with. One object for good: whoever reads it when needed sees changes. */
  readonly inForce: Settings;
  readonly #given: GivenSettings;
  readonly #path: string;
  readonly #tell: (notice: NoticeText) => void;
  readonly #listeners = new Map<SettingName, Listener[]>();
  #file: FileContent;

  constructor(given: GivenSettings, path: string, tell: (notice: NoticeText) => void) {
    this.#given = given;
    this.#path = path;
    this.#tell = tell;
    this.#file = readSettingsFile(path, tell);
    this.#tellForeign();
    this.inForce = Object.fromEntries(
      settingNames.map((name) => [name, this.#chosen(name).value]),
    ) as Settings;
  }

  /** Calls back when a setting that applies at once was changed. */
  on(name: SettingName, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /** How all settings stand. */
  list(): SettingsAnswer {
    return { file: this.#path, settings: settingNames.map((name) => this.#show(name)) };
  }

  /**
   * Chooses values, all of them or none. Throws `configuration.unknown-setting`, `configuration.locked`,
   * `configuration.invalid`, and what writing the file throws.
   */
  choose(values: Record<string, unknown>): SettingsAnswer {
    const checked = Object.entries(values).map(([name, value]) => [name, this.#check(name, value)] as const);
    return this.#write((before) => ({ ...before, ...Object.fromEntries(checked) }));
  }

  /** Goes back to the default of one setting, or of all (null). Throws as {@link choose} does. */
  forget(name: string | null): SettingsAnswer {
    if (name !== null) this.#requireChangeable(name);
    return this.#write((before) =>
      name === null ? {} : Object.fromEntries(Object.entries(before).filter(([each]) => each !== name)),
    );
  }

  #tellForeign(): void {
    const names = Object.keys(this.#file.foreign);
    if (names.length === 0) return;
    this.#tell({
      level: 'warning',
      message: `What ${this.#path} says of ${names.slice(0, 5).join(', ')} is not heeded: no setting of that name can be given there.`,
      remedy: 'It is left as it stands. GET /v1/settings lists the settings of this version.',
    });
  }

  #chosen(name: SettingName): { value: unknown; source: SettingSource } {
    const given = this.#given[name];
    if (given) return given;
    if (this.#file.values[name] !== undefined) return { value: this.#file.values[name], source: 'file' };
    return { value: settingList[name].initial(), source: 'default' };
  }

  #show(name: SettingName): Setting {
    const { title, about, unit, group, form, applies, initial } = settingNamed(name);
    const { value, source } = this.#chosen(name);
    const inForce = this.inForce[name];
    return {
      ...{ name, title, about, unit, group, form, applies, value, inForce, source },
      usual: initial(),
      locked: this.#lockOf(name),
      waiting: !same(value, inForce),
    };
  }

  #lockOf(name: SettingName): string | null {
    const source = this.#given[name]?.source;
    if (source === 'command line') return `Given by --${flagOf(name)} for as long as Eevee runs.`;
    if (source === 'environment') return `Given by ${variableOf(name)} for as long as Eevee runs.`;
    if (settingNamed(name).given !== 'launch') return null;
    return `Can be given when Eevee starts, with --${flagOf(name)} or ${variableOf(name)}.`;
  }

  #requireChangeable(name: string): SettingName {
    if (!(settingNames as string[]).includes(name)) {
      throw new EeveeError({
        code: 'configuration.unknown-setting',
        message: `There is no setting ${name}.`,
        remedy: 'List them with GET /v1/settings.',
        field: 'name',
        value: name,
        allowed: settingNames.filter(isOfFile),
      });
    }
    const known = name as SettingName;
    const locked = this.#lockOf(known);
    if (locked === null) return known;
    throw new EeveeError({
      code: 'configuration.locked',
      message: `${settingList[known].title} cannot be changed here.`,
      remedy: locked,
      field: name,
    });
  }

  #check(name: string, value: unknown): unknown {
    const known = this.#requireChangeable(name);
    const { schema, form, title, refuse } = settingNamed(known);
    const parsed = schema.safeParse(value);
    const fault = parsed.success ? (refuse?.(parsed.data) ?? null) : parsed.error.issues[0]?.message;
    if (fault === null) return parsed.data;
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `${title} cannot be ${JSON.stringify(value)}: ${fault}.`,
      remedy: 'Nothing was changed. Give it another value.',
      field: name,
      value,
      ...(form.kind === 'choice' ? { allowed: form.options } : {}),
    });
  }

  /** Changes the file as it is now, which somebody may have edited since it was read. */
  #write(change: (before: Partial<Settings>) => Partial<Settings>): SettingsAnswer {
    const found = readSettingsFile(this.#path, this.#tell);
    const next = { ...found, values: change(found.values) };
    writeSettingsFile(this.#path, next);
    this.#file = next;
    for (const name of settingNames) this.#putIntoForce(name);
    return this.list();
  }

  #putIntoForce(name: SettingName): void {
    const { value } = this.#chosen(name);
    if (settingNamed(name).applies === 'next-start' || same(value, this.inForce[name])) return;
    (this.inForce as Record<SettingName, unknown>)[name] = value;
    for (const listener of this.#listeners.get(name) ?? []) listener(this.inForce);
  }
}
