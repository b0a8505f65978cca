import type { Call, Refusal } from '../../../aws';
import type { AnalyzerFacts } from '../ports';
import { analyzers } from '../records/analyzer';
import { type ExternalAccess, externalAccess } from './external-access';
import { notFound } from './operation';

/** What an analyzer has found, worked out when it is asked. refuses: ResourceNotFound */
export function findingsOf(
  call: Pick<Call, 'world' | 'principal' | 'region'>,
  analyzerArn: string,
  facts: AnalyzerFacts,
): readonly ExternalAccess[] | Refusal {
  const { world, principal, region } = call;
  const analyzer = world.table(analyzers).get(analyzerArn);
  if (analyzer?.account !== principal.account || analyzer.region !== region) {
    return notFound(`Analyzer ${analyzerArn}`);
  }
  return facts
    .resources(world, analyzer.account, analyzer.region)
    .flatMap((resource) => externalAccess(resource, facts));
}
