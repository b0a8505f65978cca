import { describe, expect, it } from 'vitest';
import { homeView, type RunSummary, type ScenarioSummary } from './home';

const scenario = (id: string): ScenarioSummary => ({
  id,
  title: id.toUpperCase(),
  summary: 'What happened.',
  minutes: 20,
  pager: 'AccessDeniedException',
  steps: [
    { id: 'see', title: 'See it' },
    { id: 'mend', title: 'Mend it' },
    { id: 'debrief', title: 'Debrief' },
  ],
});
const run = (id: string, step?: string): RunSummary => ({
  id,
  scenario: id,
  commands: 3,
  step,
  savedAtMs: 0,
});
const ALL = [scenario('one'), scenario('two')];

describe('the home page', () => {
  it('offers the first incident to a newcomer and says what awaits', () => {
    const view = homeView(ALL, []);
    expect(view.goOn).toEqual({ label: 'Start: ONE', href: '/labs/one/' });
    expect(view.firstVisit?.length).toBe(3);
    expect(view.tour).toBe('/sandbox/?tour=1');
    expect(view.incidents.map(({ state, progress }) => [state, progress])).toEqual([
      ['new', undefined],
      ['new', undefined],
    ]);
  });

  it('goes on where the newest unfinished run stands', () => {
    const view = homeView(ALL, [run('two', 'mend'), run('one', 'see')]);
    expect(view.goOn).toEqual({ label: 'Go on: Mend it', href: '/labs/two/' });
    expect(view.firstVisit).toBeUndefined();
    expect(view.tour).toBeUndefined();
    expect(view.incidents.map(({ state, progress }) => [state, progress])).toEqual([
      ['begun', 'step 1 of 3'],
      ['begun', 'step 2 of 3'],
    ]);
  });

  it('counts an incident as done at its last step and offers the next one', () => {
    const view = homeView(ALL, [run('one', 'debrief')]);
    expect(view.incidents[0]?.state).toBe('done');
    expect(view.goOn).toEqual({ label: 'Start: TWO', href: '/labs/two/' });
  });

  it('leads to the sandbox when nothing is left, and when there is nothing but it', () => {
    const open = { label: 'Open the sandbox', href: '/sandbox/' };
    expect(homeView([scenario('one')], [run('one', 'debrief')]).goOn).toEqual(open);
    expect(homeView([], [run('sandbox')]).goOn).toEqual(open);
  });
});
