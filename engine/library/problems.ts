import { EeveeError } from '../../protocol/errors.ts';
import type { FileState } from '../../protocol/library.ts';
import type { LibraryRow } from '../store/library-table.ts';

export const noSuchGame = (id: string): EeveeError =>
  new EeveeError({
    code: 'library.not-found',
    message: `There is no game ${id} in the library.`,
    remedy: 'List them with GET /v1/library.',
    field: 'id',
    value: id,
  });

/** Why a game cannot be started from the library as its file stands. */
export const fileFault = (
  { title, path, game }: LibraryRow,
  file: Exclude<FileState, 'there'>,
): EeveeError =>
  file === 'missing'
    ? new EeveeError({
        code: 'resource.rom-missing',
        message: path ? `The file of ${title} is gone: ${path}.` : `${title} is not built yet.`,
        remedy: game
          ? 'Run the set-up again; it builds the games that ship with Eevee.'
          : 'Show where it is now, or give the ROM again.',
        field: 'rom',
        value: path,
      })
    : new EeveeError({
        code: 'resource.rom-changed',
        message: `The file of ${title} is another one than was added: ${path}.`,
        remedy:
          'Put the old file back, or use the new one for this game: older saved states will not fit it.',
        field: 'rom',
        value: path,
      });

export const otherRom = ({ title }: LibraryRow, name: string): EeveeError =>
  new EeveeError({
    code: 'resource.rom-changed',
    message: `${name} is another ROM than ${title} was.`,
    remedy: 'Add it as a game of its own, or use it for this game: older saved states will not fit it.',
    field: 'rom',
    value: name,
  });

export const alreadyThere = ({ title }: LibraryRow, name: string): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `${name} is in the library already, as ${title}.`,
    remedy: 'Play that one; a ROM is in the library once.',
    field: 'rom',
    value: name,
  });

export const notYours = ({ title }: LibraryRow, verb: 'removed' | 'changed'): EeveeError =>
  new EeveeError({
    code: 'configuration.invalid',
    message: `${title} came with Eevee and cannot be ${verb}.`,
    remedy: 'Leave it as it is.',
    field: 'id',
  });
