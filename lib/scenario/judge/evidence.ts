import type { ApiRequest, AwsWorld, Outcome } from '../../aws';
import type { Cloud } from '../../cloud';
import { branchOf, type Cell, cellsOf, type Run } from '../../run';
import type { Commit } from '../../world';
import type { ScenarioPrincipal } from '../schema';

export type AwsCommit = Commit<ApiRequest, Outcome>;

/** All that a condition may look at. Nothing here is changed by looking. */
export interface Evidence {
  readonly cloud: Cloud;
  readonly run: Pick<Run, 'cells' | 'branches' | 'branch' | 'answers'>;
  /** The newest commit of the setup; what came later is the learner's. */
  readonly setupSeq: number;
  readonly principals: readonly ScenarioPrincipal[];
}

/** The account that the scenario plays in, where a condition names none. */
export function homeAccount({ principals }: Pick<Evidence, 'principals'>): string {
  return principals[0]?.account ?? '';
}

export function learnersCommits(world: AwsWorld, setupSeq: number): readonly AwsCommit[] {
  return world.log.since(setupSeq);
}

/** The cells of the branch up to the moment that is looked at, which may be a past one. */
export function cellsUntilNow({ run, cloud }: Evidence): readonly Cell[] {
  const branch = branchOf(run as Run, run.branch);
  if (!branch) return [];
  return cellsOf(run as Run, branch).filter(({ fromMs }) => fromMs <= cloud.world.nowMs);
}
