import type { Page } from '@playwright/test';
import { LessonPage, readStory, type StoryStep } from './lesson';

const SCENARIO = 'replicated-but-unreadable';
export const STORY = readStory(SCENARIO);
export const PATH = `/labs/${SCENARIO}/`;

export function step(id: string): StoryStep {
  const found = STORY.steps.find((one) => one.id === id);
  if (!found) throw new Error(`the scenario has no step ${id}`);
  return found;
}

export class GameDay extends LessonPage {
  constructor(page: Page) {
    super(page, STORY);
  }
}
