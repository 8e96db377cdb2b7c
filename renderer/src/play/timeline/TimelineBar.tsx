import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconRewindBackward5 } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { Session } from '../../../../protocol/sessions.ts';
import type { TimelineMark } from '../../../../protocol/timeline.ts';
import { elapsed } from '../../shared/format.ts';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { texts } from '../../texts.ts';
import { IconAction } from '../IconAction.tsx';
import { shownKey } from '../shortcuts.ts';
import classes from './TimelineBar.module.css';
import type { Jumps } from './use-jumps.ts';
import { type Scrub, useScrub } from './use-scrub.ts';
import { useShoulderRewind } from './use-shoulder-rewind.ts';
import { frameAt, type LiveTimeline, useTimeline } from './use-timeline.ts';

/** Marks within this share of the bar belong to a place that is pointed at. */
const nearShare = 0.012;

const say = ({ kind, title }: TimelineMark): string => texts.timeline.marks[kind](title);

/** The marks at a place, in words. */
const marksNear = ({ marks, from, position: now }: LiveTimeline, position: number): string[] => {
  const near = Math.max(1, (now - from) * nearShare);
  return marks.filter((mark) => Math.abs(mark.position - position) <= near).map(say);
};

/** What was on the screen at a place, above the bar. */
const Preview = ({
  timeline,
  position,
  share,
}: {
  timeline: LiveTimeline;
  position: number;
  share: number;
}) => {
  const { fps, position: now } = timeline;
  const back = (now - position) / fps;
  return (
    <div
      className={classes.preview}
      style={{ '--at': share } as CSSProperties}
      data-testid="timeline-preview"
    >
      <Thumbnail path={timeline.thumbnailOf(position)} />
      <Text size="xs" fw={600} className="tabular" mt={4}>
        {elapsed(position / fps)}{' '}
        <Text span size="xs" c="dimmed" inherit>
          {back < 0.5 ? texts.timeline.now : texts.timeline.back(back)}
        </Text>
      </Text>
      {marksNear(timeline, position)
        .slice(0, 3)
        .map((words) => (
          <Text key={words} size="xs" c="dimmed" lineClamp={1}>
            {words}
          </Text>
        ))}
    </div>
  );
};

/**
 * What happened, along the bar. Each mark says its place in the story once; where that is on the bar, which grows all
 * the time, the style sheet works out of the bar's own `--from` and `--length`.
 */
const Marks = memo(({ marks, from }: Pick<LiveTimeline, 'marks' | 'from'>) =>
  marks
    .filter((mark) => mark.position >= from)
    .map((mark) => (
      <span
        key={`${mark.kind}-${mark.frame}-${mark.title}`}
        className={classes.mark}
        data-kind={mark.kind}
        style={{ '--position': mark.position } as CSSProperties}
      />
    )),
);

/** The bar itself: a slider over the story that can be gone back to. */
const Track = ({ timeline, scrub, jumps }: { timeline: LiveTimeline; scrub: Scrub; jumps: Jumps }) => {
  const { from, position: now, fps } = timeline;
  const position = scrub.look?.position ?? now;
  const share = (at: number) => (now > from ? (Math.min(now, Math.max(from, at)) - from) / (now - from) : 1);
  return (
    <div
      ref={scrub.bar}
      className={classes.track}
      style={{ '--from': from, '--length': Math.max(1, now - from) } as CSSProperties}
      role="slider"
      tabIndex={0}
      aria-label={texts.timeline.label}
      aria-description={texts.timeline.hint}
      aria-valuemin={from}
      aria-valuemax={now}
      aria-valuenow={position}
      aria-valuetext={texts.timeline.value(
        position / fps,
        (now - position) / fps,
        marksNear(timeline, position),
      )}
      aria-busy={jumps.busy}
      data-testid="timeline"
      data-took-ms={jumps.tookMs.current === null ? undefined : Math.round(jumps.tookMs.current)}
      // A click does not take the focus: the arrows are the game's in the human's turn.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={scrub.onPointerDown}
      onPointerMove={scrub.onPointerMove}
      onPointerUp={scrub.onPointerUp}
      onPointerLeave={scrub.onPointerLeave}
      onPointerCancel={scrub.onPointerCancel}
      onKeyDown={scrub.onKeyDown}
      onBlur={scrub.cancel}
    >
      <span className={classes.rail}>
        <span className={classes.played} style={{ width: `${share(position) * 100}%` }} />
      </span>
      <Marks marks={timeline.marks} from={from} />
      <span className={classes.knob} style={{ left: `${share(position) * 100}%` }} />
      {scrub.look && <Preview timeline={timeline} position={position} share={share(position)} />}
    </div>
  );
};

const Bar = ({ timeline, jumps }: { timeline: LiveTimeline; jumps: Jumps }) => {
  const { fps, position: now } = timeline;
  const scrub = useScrub(timeline, (position) =>
    jumps.to(frameAt(timeline, position), (now - position) / fps),
  );
  useShoulderRewind(timeline, scrub);
  return (
    <div className={classes.bar}>
      <IconAction
        icon={IconRewindBackward5}
        label={texts.timeline.backSome}
        shortcut={shownKey('back')}
        onClick={() => jumps.back(5)}
        disabled={jumps.busy}
        data-testid="back-button"
      />
      <Track timeline={timeline} scrub={scrub} jumps={jumps} />
      <Text size="xs" c="dimmed" className={`${classes.time} tabular`} data-testid="story-time">
        {elapsed((scrub.look?.position ?? now) / fps)}
      </Text>
      {timeline.undo && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
          onClick={jumps.undo}
          onMouseDown={(event) => event.preventDefault()}
          disabled={jumps.busy}
          aria-label={texts.timeline.undo}
          title={`${texts.timeline.undo} (${shownKey('undo')})`}
          data-testid="undo-button"
        >
          {texts.timeline.undoShort}
        </Button>
      )}
      {timeline.redo && (
        <IconAction
          icon={IconArrowForwardUp}
          label={texts.timeline.redo}
          onClick={jumps.redo}
          disabled={jumps.busy}
          data-testid="redo-button"
        />
      )}
    </div>
  );
};

/** The past of a session under its picture: looked at by pointing, gone back to by letting go. */
export const TimelineBar = ({ session, jumps }: { session: Session; jumps: Jumps }) => {
  const timeline = useTimeline(session);
  return timeline && <Bar timeline={timeline} jumps={jumps} />;
};
