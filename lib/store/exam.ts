import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { QuizClient, QuizStore, quizCatalogue, quizData } from '../platform';
import {
  type ExamReport,
  examItems,
  examPool,
  examReport,
  newSitting,
  type Sitting,
  satExam,
  withAnswer,
  withExam,
} from '../progress';
import type { Catalogue } from '../quiz';
import type { QuizAnswer, QuizItemView } from '../views';

interface ExamChoice {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  /** As the real one has it. */
  readonly questions: number;
  readonly minutes: number;
  /** How many items the lab has for it. */
  readonly available: number;
}

export interface ExamState {
  readonly phase: 'opening' | 'choosing' | 'asking' | 'marking' | 'over';
  readonly choices: readonly ExamChoice[];
  readonly code: string;
  readonly items: readonly QuizItemView[];
  readonly at: number;
  readonly answers: Readonly<Record<string, QuizAnswer>>;
  readonly flags: readonly string[];
  /** When the time is over; absent without a timer. */
  readonly untilMs?: number | undefined;
  readonly report?: ExamReport | undefined;
  readonly failed?: string | undefined;
  readonly isKept: boolean;
}

const FIRST: ExamState = {
  phase: 'opening',
  choices: [],
  code: '',
  items: [],
  at: 0,
  answers: {},
  flags: [],
  isKept: true,
};
const PLACE = 'exam';
const BLANK: QuizAnswer = { chosen: [], matched: {} };
const MINUTE_MS = 60_000;

/** An exam: no word about right and wrong until its end. */
export class Exam {
  readonly store: StoreApi<ExamState> = createStore<ExamState>(() => FIRST);
  private readonly client = new QuizClient();
  private kept: QuizStore | undefined;
  private catalogue: Catalogue | undefined;
  private sitting: Sitting | undefined;
  private isLeft = false;

  start(): Promise<void> {
    return this.guarded(async () => {
      this.kept = await QuizStore.open();
      this.catalogue = await quizCatalogue();
      this.set({ choices: choicesOf(this.catalogue), isKept: this.kept !== undefined });
      const held = await this.kept?.sitting(PLACE);
      if (held?.exam) await this.resume(held);
      else this.set({ phase: 'choosing' });
    });
  }

  /** @param minutes without any, nobody looks at the clock */
  begin(code: string, count: number, minutes: number | undefined): Promise<void> {
    return this.guarded(async () => {
      if (!this.catalogue) return;
      const ids = examItems(this.catalogue, code, count, Math.random);
      await this.show(newSitting(ids, Date.now(), { code, flags: [], minutes }));
      await this.keep();
    });
  }

  answer(id: string, answer: QuizAnswer): void {
    if (!this.sitting) return;
    const { chosen, matched } = answer;
    const answers = { ...this.sitting.answers, [id]: { chosen: [...chosen], matched: { ...matched } } };
    this.change({ answers, given: [...new Set([...this.sitting.given, id])] });
  }

  flag(id: string): void {
    if (!this.sitting?.exam) return;
    const { flags } = this.sitting.exam;
    const next = flags.includes(id) ? flags.filter((one) => one !== id) : [...flags, id];
    this.change({ exam: { ...this.sitting.exam, flags: next } });
  }

  go(at: number): void {
    if (at >= 0 && at < (this.sitting?.items.length ?? 0)) this.change({ at });
  }

  /** Marks everything; what was left open is wrong. */
  finish(): Promise<void> {
    return this.guarded(async () => {
      const { sitting, catalogue } = this;
      if (!sitting?.exam || sitting.exam.endedMs !== undefined || !catalogue) return;
      const endedMs = Math.min(Date.now(), untilOf(sitting) ?? Number.POSITIVE_INFINITY);
      this.change({ exam: { ...sitting.exam, endedMs } });
      const report = await this.tell();
      if (report)
        await this.kept?.change((before) =>
          withExam(this.counted(before, report, endedMs), satExam(report, endedMs)),
        );
    });
  }

  /** Puts this exam away and chooses again. */
  async again(): Promise<void> {
    this.sitting = undefined;
    const { choices, isKept } = this.state;
    this.set({ ...FIRST, choices, isKept, phase: 'choosing', report: undefined, untilMs: undefined });
    await this.kept?.drop(PLACE);
  }

  leave(): void {
    this.isLeft = true;
    this.client.dispose();
  }

  private get state(): ExamState {
    return this.store.getState();
  }

  private set(change: Partial<ExamState>): void {
    if (!this.isLeft) this.store.setState(change);
  }

  private change(change: Partial<Sitting>): void {
    if (!this.sitting) return;
    this.sitting = { ...this.sitting, ...change };
    const { at, answers, exam } = this.sitting;
    this.set({ at, answers, flags: exam?.flags ?? [] });
    void this.keep();
  }

  private async keep(): Promise<void> {
    if (this.sitting) await this.kept?.keep(PLACE, this.sitting);
  }

  private async resume(sitting: Sitting): Promise<void> {
    try {
      await this.show(sitting);
    } catch {
      // Its items are no longer in the lab.
      await this.again();
      return;
    }
    if (sitting.exam?.endedMs !== undefined) await this.tell();
    else if (Date.now() > (untilOf(sitting) ?? Number.POSITIVE_INFINITY)) await this.finish();
  }

  private async show(sitting: Sitting): Promise<void> {
    const showings = Object.fromEntries(sitting.items.map((id) => [id, `exam ${sitting.beganMs}`]));
    const items = await this.client.open(await quizData(sitting.items), 'exam', showings);
    this.sitting = sitting;
    const { at, answers, exam } = sitting;
    const phase = exam?.endedMs === undefined ? 'asking' : 'marking';
    const flags = exam?.flags ?? [];
    this.set({ phase, code: exam?.code ?? '', items, at, answers, flags, untilMs: untilOf(sitting) });
  }

  private async tell(): Promise<ExamReport | undefined> {
    const { sitting, catalogue } = this;
    if (!sitting || !catalogue) return undefined;
    this.set({ phase: 'marking' });
    const items: QuizItemView[] = [];
    for (const id of sitting.items) items.push(await this.client.mark(id, sitting.answers[id] ?? BLANK));
    const right = Object.fromEntries(items.map(({ id, result }) => [id, result?.right ?? false]));
    const report = examReport(catalogue, sitting, right);
    this.set({ phase: 'over', items, report });
    return report;
  }

  /** Its answers count like others, without confidence; a blank says nothing about what is known. */
  private counted(before: Parameters<typeof withAnswer>[0], { items }: ExamReport, atMs: number) {
    return items.reduce((progress, { id, right, blank }) => {
      const answer = this.sitting?.answers[id];
      return blank || !answer ? progress : withAnswer(progress, id, { right, answer }, atMs);
    }, before);
  }

  private async guarded(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      this.set({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
}

function untilOf({ beganMs, exam }: Sitting): number | undefined {
  return exam?.minutes === undefined ? undefined : beganMs + exam.minutes * MINUTE_MS;
}

function choicesOf(catalogue: Catalogue): readonly ExamChoice[] {
  return catalogue.exams.map(({ code, title, note, questions, minutes }) => {
    return { code, title, note, questions, minutes, available: examPool(catalogue, code).length };
  });
}

const NOTHING = createStore<ExamState>(() => FIRST);

export function useExam(): { readonly state: ExamState; readonly exam?: Exam } {
  const [exam, setExam] = useState<Exam>();
  useEffect(() => {
    const begun = new Exam();
    setExam(begun);
    void begun.start();
    return () => begun.leave();
  }, []);
  return { state: useStore(exam?.store ?? NOTHING), exam };
}
