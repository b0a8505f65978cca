import type { AnyOperation } from '../../../aws';
import type { AnalyzerFacts } from '../ports';
import { checkAccessNotGranted } from './check-access-not-granted';
import { checkNoNewAccess } from './check-no-new-access';
import { checkNoPublicAccess } from './check-no-public-access';
import { createAnalyzer } from './create-analyzer';
import { deleteAnalyzer } from './delete-analyzer';
import { listAnalyzers } from './list-analyzers';
import { listFindings } from './list-findings';
import { listFindingsV2 } from './list-findings-v2';
import { validatePolicy } from './validate-policy';

/** Every operation of Access Analyzer in the lab, by its name. */
export function createAnalyzerOperations(facts: AnalyzerFacts): Readonly<Record<string, AnyOperation>> {
  return {
    CheckAccessNotGranted: checkAccessNotGranted,
    CheckNoNewAccess: checkNoNewAccess(facts),
    CheckNoPublicAccess: checkNoPublicAccess(facts),
    CreateAnalyzer: createAnalyzer,
    DeleteAnalyzer: deleteAnalyzer,
    ListAnalyzers: listAnalyzers,
    ListFindings: listFindings(facts),
    ListFindingsV2: listFindingsV2(facts),
    ValidatePolicy: validatePolicy(facts),
  };
}
