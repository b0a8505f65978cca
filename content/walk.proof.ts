import { describe, expect, it } from 'vitest';
import type { GuideMove } from '../lib/run';
import { type Guide, Rehearsal, type Scenario, type SupportLevel } from '../lib/scenario';
import { allScenarios } from '../scripts/lab/content-files';

/** Somebody who does what the guide offers, and types what it leaves to them. */
class Walker {
  readonly met: string[] = [];
  private readonly stage: Rehearsal;
  private readonly scenario: Scenario;

  constructor(stage: Rehearsal, scenario: Scenario) {
    this.stage = stage;
    this.scenario = scenario;
  }

  async walk(level: SupportLevel): Promise<void> {
    await this.move('support', level);
    for (let steps = 0; steps < this.scenario.steps.length; steps++) {
      await this.step(level);
      this.met.push(this.guide.title);
      if (!this.guide.canNext) return;
      await this.move('next');
    }
  }

  get guide(): Guide {
    const { guide } = this.stage;
    if (!guide) throw new Error('a scenario has a guide');
    return guide;
  }

  private async step(level: SupportLevel): Promise<void> {
    const { prediction, decision } = this.guide;
    if (prediction && prediction.chosen === undefined) await this.move('predict', prediction.options[0]?.id);
    if (level === 'worked') await this.watch();
    await this.offered();
    await this.typed();
    if (decision) await this.move('decide', decision.options[0]?.id);
  }

  private async watch(): Promise<void> {
    for (;;) {
      const { worked } = this.guide;
      if (!worked || worked.played === worked.moves.length) return;
      await this.move('play');
    }
  }

  /** Every card that is offered, in the order in which the solution has it. */
  private async offered(): Promise<void> {
    for (const { source, state } of this.guide.commands) {
      const known = this.solution.some(({ run }) => run === source);
      if (state === 'ready' && !known) await this.stage.run(source, 'guide');
    }
  }

  /** What is left of the solution, typed by hand. */
  private async typed(): Promise<void> {
    if (this.guide.goals.every(({ state }) => state === 'done')) return;
    for (const { run } of this.solution) await this.stage.run(run);
  }

  private get solution() {
    const step = this.scenario.steps[this.guide.number - 1];
    return step?.kind === 'do' ? step.solution : [];
  }

  private async move(kind: GuideMove['kind'], choice = ''): Promise<void> {
    const outcome = this.stage.lesson.act?.({ kind, choice } as GuideMove, this.stage.moment);
    this.stage.answer(outcome?.answers ?? {});
    if (outcome?.source) await this.stage.run(outcome.source, 'guide');
  }
}

describe.each(allScenarios().map((scenario) => [scenario.id, scenario] as const))(
  'the scenario %s can be walked to its end',
  (_id, scenario) => {
    it.each<SupportLevel>(['worked', 'completion', 'independent'])('at the level %s', async (level) => {
      const walker = new Walker(await Rehearsal.ofScenario(scenario), scenario);
      await walker.walk(level);
      expect(walker.met).toEqual(scenario.steps.map(({ title }) => title));
      expect(walker.guide.debrief?.title).toBe(scenario.debrief.title);
    });

    it('to the same state each time', async () => {
      const hashes = [];
      for (let time = 0; time < 2; time++) {
        const stage = await Rehearsal.ofScenario(scenario);
        await new Walker(stage, scenario).walk('worked');
        hashes.push(stage.session.cloud.world.hash());
      }
      expect(hashes[0]).toBe(hashes[1]);
    });
  },
);
