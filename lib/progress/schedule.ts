import { createEmptyCard, type Card as FsrsCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Card, Confidence } from './schema';

/** Without fuzz: what is told after an answer is what happens. Steps: ten minutes, then tomorrow. */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: ['10m', '1d'],
  relearning_steps: ['10m'],
});

const STATES = ['new', 'learning', 'review', 'relearning'] as const;

/** How an answer is rated: a right guess is no knowledge yet, and being sure only helps who is right. */
function gradeOf(right: boolean, confidence: Confidence | undefined): Grade {
  if (!right) return Rating.Again;
  if (confidence === 'guess') return Rating.Hard;
  return confidence === 'sure' ? Rating.Easy : Rating.Good;
}

/** When an item is asked again, after an answer at `nowMs`. */
export function scheduled(
  card: Card | undefined,
  right: boolean,
  confidence: Confidence | undefined,
  nowMs: number,
): Card {
  // A clock that was set back would make negative days.
  const atMs = Math.max(nowMs, card?.lastMs ?? 0);
  const { card: next } = scheduler.next(
    card ? toFsrs(card) : createEmptyCard(atMs),
    atMs,
    gradeOf(right, confidence),
  );
  return {
    dueMs: next.due.getTime(),
    lastMs: atMs,
    stability: next.stability,
    difficulty: next.difficulty,
    step: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: STATES[next.state] ?? 'new',
  };
}

const DAY_MS = 86_400_000;

function toFsrs({ dueMs, lastMs, stability, difficulty, step, reps, lapses, state }: Card): FsrsCard {
  const days = Math.round((dueMs - lastMs) / DAY_MS);
  return {
    due: new Date(dueMs),
    last_review: new Date(lastMs),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: Math.max(0, days),
    learning_steps: step,
    reps,
    lapses,
    state: STATES.indexOf(state),
  };
}

/** `Comes back in 10 minutes, then tomorrow.` */
export function comesBack({ dueMs, lastMs }: Card): string {
  const ms = dueMs - lastMs;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `Comes back in ${minutes} minutes, then tomorrow.`;
  const days = Math.round(ms / DAY_MS);
  if (days < 1) return 'Comes back later today.';
  return days === 1 ? 'Comes back tomorrow.' : `Comes back in ${days} days.`;
}
