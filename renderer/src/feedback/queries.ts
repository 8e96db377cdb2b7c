import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeAttachment,
  CreateFeedback,
  FeedbackItem,
  FeedbackPreview,
  Outbox,
  WriteFeedback,
} from '../../../protocol/feedback.ts';
import { type AttachmentKind, feedbackFileName } from '../../../protocol/feedback-words.ts';
import { get, getBlob, post, postForBlob, put, remove } from '../api/client.ts';
import { saveBlob } from '../shared/save-file.ts';
import { useEngine } from '../stream/engine.tsx';

const outboxKey = ['feedback'] as const;
const pathOf = (id: string): string => `/v1/feedback/${id}`;

/** Everything that was begun, waits, or has left. Looked at every second and a half: items leave by themselves. */
export const useOutbox = () =>
  useQuery({
    queryKey: outboxKey,
    queryFn: () => get<Outbox>('/v1/feedback'),
    staleTime: 0,
    refetchInterval: 1500,
  });

/** Keeps what was written. Throws: whoever writes shows it beside the form. */
export const writeDraft = (id: string, body: WriteFeedback): Promise<FeedbackItem> => put(pathOf(id), body);

/** What would leave. Asked anew each time: it is what is agreed to. */
export const usePreview = (id: string) =>
  useQuery({
    queryKey: ['feedback-preview', id],
    queryFn: () => get<FeedbackPreview>(`${pathOf(id)}/preview`),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** The file of an attachment as it would be sent; its hash makes each version another one. */
export const useContent = (id: string, kind: AttachmentKind, sha256: string) =>
  useQuery({
    queryKey: ['feedback-content', id, kind, sha256],
    queryFn: () => getBlob(`${pathOf(id)}/attachments/${kind}/content`),
  });

/** The pictures of a replay, one below the other, ready to be drawn. */
export const useStrip = (id: string) =>
  useQuery({
    queryKey: ['feedback-strip', id],
    queryFn: async () => createImageBitmap(await getBlob(`${pathOf(id)}/attachments/replay/pictures`)),
    gcTime: 0,
  });

const isItem = (answer: unknown): answer is FeedbackItem =>
  typeof answer === 'object' && answer !== null && 'attachments' in answer && 'form' in answer;

const withItem = (outbox: Outbox, item: FeedbackItem): Outbox => {
  const others = outbox.items.filter(({ id }) => id !== item.id);
  // Ids count up with time: newest first.
  return { ...outbox, items: [item, ...others].sort((a, b) => (a.id < b.id ? 1 : -1)) };
};

const useCommand = <Wanted, Answer>(act: (wanted: Wanted) => Promise<Answer>) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: act,
    onMutate: () => problems.clear(),
    onSuccess: (answer) => {
      // At once, not with the next look: what was pressed must not jump back meanwhile.
      if (isItem(answer))
        queries.setQueryData<Outbox>(outboxKey, (known) => known && withItem(known, answer));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: outboxKey }),
    onError: (error) => problems.add(error),
  });
};

export const useBegin = () =>
  useCommand((wanted: Partial<CreateFeedback>) => post<FeedbackItem>('/v1/feedback', wanted));

export const useVerb = (id: string) =>
  useCommand((verb: 'withdraw' | 'retry' | 'restore') => post<FeedbackItem>(`${pathOf(id)}/${verb}`));

export const useRemove = (id: string) => useCommand(() => remove<unknown>(pathOf(id)));

export const useRestore = () => useCommand((id: string) => post<FeedbackItem>(`${pathOf(id)}/restore`));

export const useChangeAttachment = (id: string) =>
  useCommand(({ kind, change }: { kind: AttachmentKind; change: ChangeAttachment }) =>
    put<FeedbackItem>(`${pathOf(id)}/attachments/${kind}`, change),
  );

export const useCollect = (id: string) =>
  useCommand((kind: AttachmentKind) => post<FeedbackItem>(`${pathOf(id)}/attachments/${kind}/collect`));

/** Agrees to what was previewed. */
export const useSend = (id: string) =>
  useCommand((digest: string) => post<FeedbackItem>(`${pathOf(id)}/send`, { digest }));

/** Saves what was previewed as a file, by way of the browser's downloads. */
export const useExport = (id: string) =>
  useCommand(async (digest: string) => {
    const zip = await postForBlob(`${pathOf(id)}/export`, { digest });
    saveBlob(feedbackFileName(id), zip);
  });
