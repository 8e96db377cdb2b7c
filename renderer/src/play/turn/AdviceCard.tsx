import { Badge, Text } from '@mantine/core';
import {
  IconArrowBigDownFilled,
  IconArrowBigLeftFilled,
  IconArrowBigRightFilled,
  IconArrowBigUpFilled,
  IconCheck,
  IconX,
} from '@tabler/icons-react';
import type { Advice } from '../../../../protocol/observation.ts';
import type { Session } from '../../../../protocol/sessions.ts';
import type { Button } from '../../../../protocol/words.ts';
import { percent } from '../../shared/format.ts';
import { useStore, useStorePart } from '../../shared/store.ts';
import { useEngine } from '../../stream/engine.tsx';
import { texts } from '../../texts.ts';
import classes from './AdviceCard.module.css';

const arrows: Partial<Record<Button, typeof IconArrowBigUpFilled>> = {
  up: IconArrowBigUpFilled,
  down: IconArrowBigDownFilled,
  left: IconArrowBigLeftFilled,
  right: IconArrowBigRightFilled,
};

const framesASecond = 60;
/** Seconds without a second thought after which advice may no longer fit. */
const oldAfter = 3;

/** A button of the game as it looks on the handheld. */
const Glyph = ({ button }: { button: Button }) => {
  const Arrow = arrows[button];
  return (
    <span className={classes.glyph} data-long={button.length > 1 && !Arrow ? true : undefined} aria-hidden>
      {Arrow ? <Arrow size={22} /> : texts.keys.buttons[button as 'a']}
    </span>
  );
};

/** How long ago it was said, as words and as a line that runs out. */
const Age = ({ advice }: { advice: Advice }) => {
  const { live } = useEngine();
  const now = useStorePart(live.frame, (frame) => Math.floor((frame?.frame ?? advice.frame) / framesASecond));
  const seconds = Math.max(0, now - Math.floor(advice.since / framesASecond));
  const old = now - Math.floor(advice.frame / framesASecond) >= oldAfter;
  return (
    <span className={classes.age} data-testid="advice-age">
      <i aria-hidden style={{ transform: `scaleX(${Math.max(0, 1 - seconds / 8)})` }} />
      {texts.advice.age(seconds)}
      {old && `, ${texts.advice.old}`}
    </span>
  );
};

const Answer = ({ answer }: { answer: Advice['answer'] }) => {
  if (answer === 'open') return null;
  const followed = answer === 'followed';
  return (
    <Badge
      size="sm"
      tt="none"
      variant={followed ? 'light' : 'default'}
      color="moss"
      leftSection={followed ? <IconCheck size={11} aria-hidden /> : <IconX size={11} aria-hidden />}
      data-testid="advice-answer"
    >
      {texts.advice.answers[answer]}
    </Badge>
  );
};

/** What the AI would press, why and how sure it is, while the human holds the buttons. */
export const AdviceCard = ({ session }: { session: Session }) => {
  const { live } = useEngine();
  const heard = useStore(live.advice);
  const { advice, agreement } = heard ?? session;
  const names = advice?.buttons.map((button) => texts.keys.buttons[button as 'a']).join(' + ');
  return (
    <section className={classes.card} aria-label={texts.advice.label} data-testid="advice">
      {advice ? (
        <>
          <span className={classes.buttons}>
            {advice.buttons.map((button) => (
              <Glyph key={button} button={button} />
            ))}
          </span>
          <div className={classes.words} aria-live="polite">
            <p className={classes.action}>
              <span className={classes.press}>{texts.advice.press(names ?? '')}</span> · {advice.action}
            </p>
            <Text size="xs" c="dimmed" truncate title={advice.why}>
              {advice.why}
            </Text>
          </div>
        </>
      ) : (
        <Text size="sm" c="dimmed" className={classes.words}>
          {texts.advice.silent}
        </Text>
      )}
      <div className={classes.facts}>
        {advice && (
          <span>
            {texts.sureWords(advice.confidence)} <b className="tabular">{percent(advice.confidence)}</b>
          </span>
        )}
        <span className={classes.below}>
          {advice && <Answer answer={advice.answer} />}
          {advice && <Age advice={advice} />}
        </span>
        <span data-testid="agreement">
          {texts.advice.agreement(agreement.followed, agreement.followed + agreement.differed)}
        </span>
      </div>
    </section>
  );
};
