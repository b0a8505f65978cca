import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { watched } from './console';
import { LessonPage, readStory, storyIds } from './lesson';

/** A story has up to thirty commands, and the machine may be busy. */
const STORY_MS = 300_000;

for (const id of storyIds()) {
  test(`${id} is finished as the worked run shows it`, async ({ page, baseURL }) => {
    test.setTimeout(STORY_MS);
    const seen = watched(page, baseURL);
    const lesson = await new LessonPage(page, readStory(id)).open();
    await lesson.support('Show me');
    for (const step of lesson.story.steps) {
      await lesson.isAt(step.id);
      if (step.kind === 'debrief') break;
      await lesson.watch(step.id);
      if (step.goals) await lesson.allGoalsDone(step.id);
      await lesson.next();
    }
    await lesson.debriefIsThere();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(seen).toEqual({ strangers: [], complaints: [] });
  });
}

for (const id of ['first-envelope', 'locked-out', 'the-key-that-was-deleted', 'rotated-but-not-rewrapped']) {
  test(`${id} is finished by typing`, async ({ page }) => {
    test.setTimeout(STORY_MS);
    const lesson = await new LessonPage(page, readStory(id)).open();
    await lesson.support('Let me');
    for (const step of lesson.story.steps) {
      await lesson.isAt(step.id);
      if (step.kind === 'debrief') break;
      await lesson.type(step.id);
      if (step.goals) await lesson.allGoalsDone(step.id);
      await lesson.next();
    }
    await lesson.debriefIsThere();
  });
}
