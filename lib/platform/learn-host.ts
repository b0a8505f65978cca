import { presetWorld, toPreset } from '../learn';
import { problemSentence } from '../reading';
import type { Cell } from '../run';
import { type TrialView, trialView } from '../views';
import type { LearnApi, TrialQuestion } from './learn-protocol';

/** Runs what a page of Learn offers to try, and says which parts of its flows that lights. */
export class LearnHost implements LearnApi {
  async tryOut({ preset, run, lights }: TrialQuestion): Promise<TrialView> {
    const read = toPreset(preset);
    if (!read.ok) throw new Error(problemSentence(read.problem));
    const stage = await presetWorld(read.value);
    const cells: Cell[] = [];
    for (const source of run) cells.push(await stage.run(source));
    return trialView(stage.session, stage.lesson, cells, lights);
  }
}
