import { IconCheck, IconPhotoStar } from '@tabler/icons-react';
import type { Session } from '../../../protocol/sessions.ts';
import { IconAction } from '../play/IconAction.tsx';
import { useFlash } from '../shared/use-flash.ts';
import { texts } from '../texts.ts';
import { useChangeGame, useLibrary } from './queries.ts';

/** Makes what is on the screen now the game's picture in the library. */
export const PinPicture = ({ session }: { session: Session }) => {
  const entries = useLibrary().data ?? [];
  const change = useChangeGame();
  const [pinned, flash] = useFlash();
  const entry =
    entries.find(({ game }) => game === session.game) ??
    entries.find(({ sha256 }) => sha256 !== '' && sha256 === session.romSha256);
  if (!entry) return null;
  const pin = () =>
    change.mutate(
      { id: entry.id, verb: 'pin', session: session.id },
      { onSuccess: () => flash(texts.library.pinned) },
    );
  return (
    <IconAction
      icon={pinned ? IconCheck : IconPhotoStar}
      label={pinned ?? texts.library.pinPicture}
      onClick={pin}
      disabled={session.state === 'ended' || session.state === 'starting'}
      data-testid="pin-picture"
    />
  );
};
