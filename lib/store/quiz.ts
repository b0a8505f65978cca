import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { QuizClient, QuizStore } from '../platform';
import { comesBack, newSitting, type Progress, type Sitting, withAnswer } from '../progress';
import type { ProofView, QuizAnswer, QuizItemView } from '../views';

/** A proof that is being run has no view yet. */
interface Proving {
  readonly view?: ProofView | undefined;
}

export interface DrillState {
  /** `nothing`: there is nothing to ask. */
  readonly phase: 'opening' | 'asking' | 'over' | 'nothing';
  readonly items: readonly QuizItemView[];
  readonly at: number;
  /** Answers that were begun, by item. */
  readonly drafts: Readonly<Record<string, QuizAnswer>>;
  readonly proofs: Readonly<Record<string, Proving>>;
  /** What went wrong; what was answered is kept. */
  readonly failed?: string | undefined;
  /** Whether this device keeps the answers. */
  readonly isKept: boolean;
}

/** Where a drill's items come from. A new object begins another drill. */
export interface DrillSource {
  /** What is kept under this name is gone on with. */
  readonly place: string;
  /** Ids of what to ask, in order. */
  readonly queue: (progress: Progress | undefined) => Promise<readonly string[]>;
  readonly load: (ids: readonly string[]) => Promise<readonly unknown[]>;
  /** A drill that is over stays so; otherwise the next visit begins anew. */
  readonly staysOver?: boolean;
  /** Shows what was answered last instead of asking. */
  readonly showsPast?: boolean;
}

const FIRST: DrillState = { phase: 'opening', items: [], at: 0, drafts: {}, proofs: {}, isKept: true };

/** Questions one after the other: asked, marked and proved in a worker; every answer is kept at once. */
export class Drill {
  readonly store: StoreApi<DrillState> = createStore<DrillState>(() => FIRST);
  private readonly client = new QuizClient();
  private readonly source: DrillSource;
  private kept: QuizStore | undefined;
  private sitting: Sitting | undefined;
  private isLeft = false;

  constructor(source: DrillSource) {
    this.source = source;
  }

  start(): Promise<void> {
    return this.guarded(async () => {
      this.kept = await QuizStore.open();
      const held = await this.kept?.sitting(this.source.place);
      const isOver = held !== undefined && held.at === held.items.length && !this.source.staysOver;
      const opened = held && !isOver ? await this.resume(held) : false;
      if (!opened) await this.begin();
      this.set({ isKept: this.kept !== undefined });
    });
  }

  /** Begins with what the source asks now. */
  begin(): Promise<void> {
    return this.guarded(async () => {
      const progress = await this.kept?.progress();
      const ids = await this.source.queue(progress);
      if (ids.length === 0) return this.set({ ...FIRST, phase: 'nothing' });
      const sitting = newSitting(ids, Date.now());
      await this.show(this.source.showsPast && progress ? withPast(sitting, progress) : sitting);
      await this.keep();
    });
  }

  draft(id: string, answer: QuizAnswer): void {
    this.set({ drafts: { ...this.state.drafts, [id]: answer } });
    if (!this.sitting) return;
    this.sitting = { ...this.sitting, answers: { ...this.sitting.answers, [id]: plain(answer) } };
    void this.keep();
  }

  answer(id: string, answer: QuizAnswer): Promise<void> {
    return this.guarded(async () => {
      const marked = await this.client.mark(id, answer);
      const right = marked.result?.right ?? false;
      const progress = await this.kept?.change((before) =>
        withAnswer(before, id, { right, answer: plain(answer) }, Date.now()),
      );
      if (!this.sitting) return;
      const given = [...new Set([...this.sitting.given, id])];
      this.sitting = { ...this.sitting, given, answers: { ...this.sitting.answers, [id]: plain(answer) } };
      this.put(timed(marked, progress));
      await this.keep();
    });
  }

  prove(id: string): Promise<void> {
    this.set({ proofs: { ...this.state.proofs, [id]: {} } });
    return this.guarded(async () => {
      const view = await this.client.prove(id);
      this.set({ proofs: { ...this.state.proofs, [id]: { view } } });
    });
  }

  /** Shows the item at this place; behind the last one the drill is over. */
  go(at: number): void {
    if (!this.sitting) return;
    this.sitting = { ...this.sitting, at };
    this.set({ at, phase: at < this.sitting.items.length ? 'asking' : 'over' });
    void this.keep();
  }

  leave(): void {
    this.isLeft = true;
    this.client.dispose();
  }

  private get state(): DrillState {
    return this.store.getState();
  }

  private set(change: Partial<DrillState>): void {
    if (!this.isLeft) this.store.setState(change);
  }

  private put(item: QuizItemView): void {
    this.set({ items: this.state.items.map((one) => (one.id === item.id ? item : one)) });
  }

  private async keep(): Promise<void> {
    if (this.sitting) await this.kept?.keep(this.source.place, this.sitting);
  }

  /** False where its items are no longer there. */
  private async resume(sitting: Sitting): Promise<boolean> {
    try {
      await this.show(sitting);
      return true;
    } catch {
      await this.kept?.drop(this.source.place);
      return false;
    }
  }

  private async show(sitting: Sitting): Promise<void> {
    const [data, progress] = await Promise.all([this.source.load(sitting.items), this.kept?.progress()]);
    const asked = await this.client.open(data, 'study', showingsOf(sitting, progress));
    const items: QuizItemView[] = [];
    for (const item of asked) {
      const answer = sitting.given.includes(item.id) ? sitting.answers[item.id] : undefined;
      items.push(answer ? timed(await this.client.mark(item.id, answer), progress) : item);
    }
    this.sitting = sitting;
    const phase = sitting.at < items.length ? 'asking' : 'over';
    this.set({ ...FIRST, phase, items, at: sitting.at, drafts: sitting.answers });
  }

  private async guarded(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      this.set({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** An item is shown in another order each time it is asked; one that was answered, as it was when it was. */
function showingsOf({ items, given }: Sitting, progress: Progress | undefined): Record<string, string> {
  const entries = items.map((id): [string, string] => {
    const { right = 0, wrong = 0 } = progress?.quizzes[id] ?? {};
    return [id, `${right + wrong - (given.includes(id) ? 1 : 0)}`];
  });
  return Object.fromEntries(entries);
}

/** As if everything had been answered as it was the last time. */
function withPast(sitting: Sitting, { quizzes }: Progress): Sitting {
  const past = sitting.items.flatMap((id) => {
    const answer = quizzes[id]?.answer;
    return answer ? [[id, answer] as const] : [];
  });
  return { ...sitting, answers: Object.fromEntries(past), given: past.map(([id]) => id) };
}

/** With the words for when it is asked again. */
function timed(item: QuizItemView, progress: Progress | undefined): QuizItemView {
  const card = progress?.quizzes[item.id]?.card;
  return item.result && card ? { ...item, result: { ...item.result, comesBack: comesBack(card) } } : item;
}

/** As it is kept: lists of their own. */
function plain({ chosen, matched, confidence }: QuizAnswer) {
  return { chosen: [...chosen], matched: { ...matched }, confidence };
}

const NOTHING = createStore<DrillState>(() => FIRST);

export function useDrill(source: DrillSource): { readonly state: DrillState; readonly drill?: Drill } {
  const [drill, setDrill] = useState<Drill>();
  useEffect(() => {
    const begun = new Drill(source);
    setDrill(begun);
    void begun.start();
    return () => begun.leave();
  }, [source]);
  return { state: useStore(drill?.store ?? NOTHING), drill };
}
