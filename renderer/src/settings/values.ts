import type { Setting } from '../../../protocol/settings.ts';
import { whole } from '../shared/format.ts';
import { texts } from '../texts.ts';

/** A word of a choice as people say it; the engine's own word where nobody said it better. */
export const optionTitle = (name: string, option: string): string =>
  texts.settings.options[name]?.[option] ?? option;

/** Units of numbers; of others they only say what is possible, and a port is no amount. */
export const unitOf = ({ form, unit, title }: Setting): string =>
  form.kind === 'number' && unit !== title.toLowerCase() ? unit : '';

const amount = (value: number): string => (Number.isInteger(value) ? whole(value) : String(value));

/** A value in words. */
export const valueWords = (setting: Setting, value: unknown): string => {
  if (typeof value === 'number') return `${amount(value)} ${unitOf(setting)}`.trim();
  if (Array.isArray(value)) return value.length === 0 ? texts.settings.nothing : value.join(', ');
  if (typeof value !== 'string') return '';
  if (setting.form.kind === 'choice') return optionTitle(setting.name, value);
  return value === '' ? texts.settings.nothing : value;
};

/** What is wrong with a number before anybody is asked; null: nothing. */
export const numberFault = (setting: Setting, value: number | string): string | null => {
  const { form } = setting;
  if (form.kind !== 'number') return null;
  const { least, most, whole: isWhole } = form;
  const number = typeof value === 'string' ? (value.trim() === '' ? Number.NaN : Number(value)) : value;
  if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return null;
  const words = isWhole ? texts.settings.wholeBetween : texts.settings.between;
  return words(amount(least), amount(most), unitOf(setting));
};

/** Whether a setting has to do with what somebody looks for: each word of it in title, sentence, name or options. */
export const matches = (setting: Setting, search: string): boolean => {
  const { name, title, about, form, group } = setting;
  const options = form.kind === 'choice' ? form.options.map((option) => optionTitle(name, option)) : [];
  const all = [name, title, about, texts.settings.groups[group], ...options].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** True where a reset would change something. */
export const isChosen = ({ source }: Setting): boolean => source === 'file';
