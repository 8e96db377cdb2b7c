import { Button, Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Rectangle } from '../../../protocol/feedback.ts';
import { problemIn } from '../api/problem.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import type { EditorProps } from './AttachmentDialog.tsx';
import { EditButtons } from './EditButtons.tsx';
import classes from './FeedbackRoom.module.css';
import { useContent } from './queries.ts';
import { between } from './rectangle.ts';

const words = texts.feedback.picture;

/** The picture of an attachment, ready to be drawn. */
export const useBitmap = (blob: Blob | undefined, name: string) =>
  useQuery({
    queryKey: ['feedback-bitmap', name],
    queryFn: () => createImageBitmap(blob as Blob),
    enabled: blob !== undefined,
    gcTime: 0,
  }).data;

const marker = { cover: '#181b21', crop: '#42cb97' };

/** A rectangle by its numbers, for those who do not draw. */
const ByNumbers = ({
  onAdd,
  size,
}: {
  onAdd: (box: Rectangle) => void;
  size: { width: number; height: number };
}) => {
  const [box, setBox] = useState<Rectangle>({ x: 0, y: 0, width: size.width, height: 16 });
  const part = (name: keyof Rectangle, least: number, most: number) => (
    <NumberInput
      label={words[name]}
      size="xs"
      w={84}
      min={least}
      max={most}
      value={box[name]}
      onChange={(value) =>
        setBox({ ...box, [name]: Math.max(least, Math.min(most, Math.round(Number(value) || 0))) })
      }
      data-testid={`box-${name}`}
    />
  );
  return (
    <Group gap="xs" align="flex-end" role="group" aria-label={words.numbers}>
      {part('x', 0, size.width - 1)}
      {part('y', 0, size.height - 1)}
      {part('width', 1, size.width)}
      {part('height', 1, size.height)}
      <Button size="xs" variant="default" onClick={() => onAdd(box)} data-testid="box-add">
        {words.add}
      </Button>
    </Group>
  );
};

/**
 * A picture as it would be sent. Rectangles are drawn on it with the pointer or given by numbers; the engine paints
 * them over, so that what was below is gone from the file.
 */
export const PictureEditor = ({ item, attachment, onEdit, busy }: EditorProps) => {
  const { kind, sha256, edit } = attachment;
  const { data, error } = useContent(item.id, kind, sha256);
  const bitmap = useBitmap(data, sha256);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [mode, setMode] = useState<'cover' | 'crop'>('cover');
  const [boxes, setBoxes] = useState<{ box: Rectangle; mode: 'cover' | 'crop' }[]>([]);
  const [begun, setBegun] = useState<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Rectangle | null>(null);
  // Another file has come back: it shows what was kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, no boxes
  useEffect(() => setBoxes([]), [sha256]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !bitmap) return;
    context.drawImage(bitmap, 0, 0);
    const all = drawn ? [...boxes, { box: drawn, mode }] : boxes;
    for (const { box, mode: kindOf } of all) {
      const { x, y, width, height } = box;
      context.fillStyle = marker.cover;
      context.strokeStyle = marker.crop;
      if (kindOf === 'cover') context.fillRect(x, y, width, height);
      else context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }
  }, [bitmap, boxes, drawn, mode]);

  if (error) return <ProblemAlert problem={problemIn(error)} />;
  if (!bitmap) return <div style={{ height: 288 }} />;
  const scale = Math.max(1, Math.min(4, Math.floor(640 / bitmap.width)));
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const place = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - place.left) / place.width) * bitmap.width,
      y: ((event.clientY - place.top) / place.height) * bitmap.height,
    };
  };
  const add = (box: Rectangle): void =>
    // There is one cut; as many rectangles as one likes are painted over.
    setBoxes([...boxes.filter((each) => mode === 'cover' || each.mode !== 'crop'), { box, mode }]);
  const save = (): void => {
    const before = edit?.of === 'picture' ? edit : { covers: [], crop: null };
    // What is drawn now lies on the picture as it is shown, which may have been cut already.
    const shift = ({ x, y, width, height }: Rectangle): Rectangle => ({
      x: x + (before.crop?.x ?? 0),
      y: y + (before.crop?.y ?? 0),
      width,
      height,
    });
    const crop = boxes.find((each) => each.mode === 'crop');
    const covers = boxes.filter((each) => each.mode === 'cover').map(({ box }) => shift(box));
    onEdit({
      of: 'picture',
      covers: [...before.covers, ...covers],
      crop: crop ? shift(crop.box) : before.crop,
    });
  };
  return (
    <>
      <canvas
        ref={canvas}
        className={classes.canvas}
        width={bitmap.width}
        height={bitmap.height}
        style={{ width: bitmap.width * scale, touchAction: 'none', cursor: 'crosshair' }}
        role="img"
        aria-label={words.label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setBegun(at(event));
        }}
        onPointerMove={(event) => begun && setDrawn(between(begun, at(event), bitmap))}
        onPointerUp={(event) => {
          if (begun) add(between(begun, at(event), bitmap));
          setBegun(null);
          setDrawn(null);
        }}
        data-testid="picture-editor"
      />
      <Text size="xs" c="dimmed" mt={6}>
        {words.hint} {words.size(bitmap.width, bitmap.height)}
      </Text>
      <Group gap="sm" mt="xs" align="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={words.mode}
          value={mode}
          onChange={(value) => setMode(value === 'crop' ? 'crop' : 'cover')}
          data={[
            { value: 'cover', label: words.paint },
            { value: 'crop', label: words.crop },
          ]}
        />
        <ByNumbers key={sha256} onAdd={add} size={bitmap} />
        <Button
          size="xs"
          variant="default"
          disabled={boxes.length === 0}
          onClick={() => setBoxes(boxes.slice(0, -1))}
        >
          {words.undo}
        </Button>
      </Group>
      <EditButtons
        changed={boxes.length > 0}
        edited={edit !== null}
        busy={busy}
        onSave={save}
        onReset={() => {
          setBoxes([]);
          if (edit) onEdit(null);
        }}
      />
    </>
  );
};
