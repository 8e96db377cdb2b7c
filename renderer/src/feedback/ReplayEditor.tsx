import { Button, Group, NumberInput, Slider, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Clip } from '../../../protocol/feedback.ts';
import { problemIn } from '../api/problem.ts';
import { whole } from '../shared/format.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import type { EditorProps } from './AttachmentDialog.tsx';
import { EditButtons } from './EditButtons.tsx';
import classes from './FeedbackRoom.module.css';
import { useStrip } from './queries.ts';

const words = texts.feedback.replay;
const framesASecond = 60;
const seconds = (frames: number): string => (frames / framesASecond).toFixed(1);

/** The frame, from the clip's beginning, that a picture of the strip shows. */
const frameOf = (picture: number, { frames, every }: Clip): number =>
  Math.min(frames, Math.max(1, picture * every));

/** The pictures of a replay as a flip-book: turned by hand, or played. */
const FlipBook = ({
  strip,
  clip,
  first,
  last,
}: {
  strip: ImageBitmap;
  clip: Clip;
  first: number;
  last: number;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [wanted, setPicture] = useState(last);
  const [playing, setPlaying] = useState(false);
  const picture = Math.max(first, Math.min(last, wanted));
  const { width, height, every } = clip;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.drawImage(strip, 0, picture * height, width, height, 0, 0, width, height);
  }, [strip, picture, width, height]);
  useEffect(() => {
    if (!playing) return undefined;
    // Four times as fast as it was played: a minute is long to look at.
    const turn = () => setPicture((now) => (now >= last ? first : now + 1));
    const timer = setInterval(turn, (every / framesASecond / 4) * 1000);
    return () => clearInterval(timer);
  }, [playing, every, first, last]);
  const frame = frameOf(picture, clip);
  const place = words.place(whole(clip.firstFrame + frame), seconds(frame));
  return (
    <>
      <canvas
        ref={canvas}
        className={classes.canvas}
        width={width}
        height={height}
        style={{ width: width * 2 }}
        role="img"
        aria-label={`${words.label}. ${place}`}
        data-testid="flip-book"
        data-picture={picture}
      />
      <Group gap="sm" mt="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setPlaying(!playing)}
          data-testid="flip-play"
        >
          {playing ? words.stop : words.play}
        </Button>
        <Slider
          flex={1}
          thumbLabel={words.frame}
          label={null}
          min={first}
          max={Math.max(first, last)}
          value={picture}
          onChange={setPicture}
        />
        <Text size="xs" c="dimmed" className="tabular" miw={170} ta="right">
          {place}
        </Text>
      </Group>
    </>
  );
};

/** A replay: its pictures, and the part of it that would be sent. */
export const ReplayEditor = ({ item, attachment, onEdit, busy }: EditorProps) => {
  const { data: strip, error } = useStrip(item.id);
  const { clip, edit } = attachment;
  const kept = edit?.of === 'replay' ? edit : { from: 0, to: clip?.frames ?? 0 };
  const [part, setPart] = useState<{ from: number; to: number }>(kept);
  if (error) return <ProblemAlert problem={problemIn(error)} />;
  if (!strip || !clip) return <div style={{ height: 288 }} />;
  const most = clip.frames;
  const limit = (value: string | number, least: number, greatest: number): number =>
    Math.max(least, Math.min(greatest, Math.round(Number(value) * framesASecond) || 0));
  const first = Math.min(clip.pictures - 1, Math.round(part.from / clip.every));
  const last = Math.max(first, Math.min(clip.pictures - 1, Math.round(part.to / clip.every)));
  return (
    <>
      <FlipBook strip={strip} clip={clip} first={first} last={last} />
      <Group gap="sm" mt="sm" align="flex-end">
        <NumberInput
          label={words.from}
          size="xs"
          w={110}
          min={0}
          max={most / framesASecond}
          decimalScale={1}
          value={part.from / framesASecond}
          onChange={(value) => setPart({ ...part, from: limit(value, 0, part.to - 1) })}
          data-testid="trim-from"
        />
        <NumberInput
          label={words.to}
          size="xs"
          w={110}
          min={0}
          max={most / framesASecond}
          decimalScale={1}
          value={part.to / framesASecond}
          onChange={(value) => setPart({ ...part, to: limit(value, part.from + 1, most) })}
          data-testid="trim-to"
        />
        <Text size="sm" pb={4} data-testid="trim-words">
          {words.part(whole(part.to - part.from), seconds(part.to - part.from))}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {words.holds}
      </Text>
      <EditButtons
        changed={part.from !== kept.from || part.to !== kept.to}
        edited={edit !== null}
        busy={busy}
        onSave={() => onEdit({ of: 'replay', ...part })}
        onReset={() => {
          setPart({ from: 0, to: most });
          if (edit) onEdit(null);
        }}
      />
    </>
  );
};
