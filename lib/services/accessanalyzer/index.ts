export { createAnalyzerOperations } from './operations';
export type { AnalyzedResource, AnalyzerFacts } from './ports';
