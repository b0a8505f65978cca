import { type Refusal, refuse } from '../../../aws';

/** A period is 10 or 30 seconds, or whole minutes. fact: services 10. assumed: the text, as seen in public logs */
export function refusePeriod(seconds: number): Refusal | undefined {
  if (seconds === 10 || seconds === 30 || seconds % 60 === 0) return undefined;
  const text = 'The parameter Period must be 10, 30, or a multiple of 60';
  return refuse('InvalidParameterValue', text);
}

/** So many datapoints one answer may hold. */
export const MOST_DATAPOINTS = 1440;
