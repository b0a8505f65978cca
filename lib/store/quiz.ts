import { useCallback, useEffect, useRef, useState } from 'react';
import { QuizClient } from '../platform';
import type { ProofView, QuizAnswer, QuizItemView } from '../views';

/** A proof that is being run has no view yet. */
export interface Proving {
  readonly view?: ProofView | undefined;
}

export interface Quiz {
  /** Empty until they are open. */
  readonly items: readonly QuizItemView[];
  readonly proofs: Readonly<Record<string, Proving>>;
  /** What went wrong; nothing of the run is touched by it. */
  readonly failed?: string | undefined;
  readonly answer: (id: string, answer: QuizAnswer) => void;
  readonly prove: (id: string) => void;
}

/** Quiz items beside a lab: asked, marked and proved in a worker that lives as long as they are shown. */
export function useQuiz(data: readonly unknown[]): Quiz {
  const [items, setItems] = useState<readonly QuizItemView[]>([]);
  const [proofs, setProofs] = useState<Quiz['proofs']>({});
  const [failed, setFailed] = useState<string>();
  const client = useRef<QuizClient>(undefined);

  useEffect(() => {
    const opened = new QuizClient();
    client.current = opened;
    opened.open(data).then(setItems, (error: unknown) => setFailed(wordsOf(error)));
    return () => {
      client.current = undefined;
      opened.dispose();
    };
  }, [data]);

  const answer = useCallback((id: string, given: QuizAnswer) => {
    client.current?.mark(id, given).then(
      (marked) => setItems((all) => all.map((item) => (item.id === id ? marked : item))),
      (error: unknown) => setFailed(wordsOf(error)),
    );
  }, []);

  const prove = useCallback((id: string) => {
    setProofs((all) => ({ ...all, [id]: {} }));
    client.current?.prove(id).then(
      (view) => setProofs((all) => ({ ...all, [id]: { view } })),
      (error: unknown) => setFailed(wordsOf(error)),
    );
  }, []);

  return { items, proofs, failed, answer, prove };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
