import { type Definition, define, deniedSentence, type Operation, type Refusal, refuse } from '../../../aws';

export function stsOperation<I extends object, O>(
  definition: Omit<Definition<I, O>, 'service' | 'denied'>,
): Operation<I, O | undefined, undefined> {
  return define<I, O>({
    ...definition,
    service: 'sts',
    denied: (denial) => accessDenied(deniedSentence(denial)),
  });
}

export function accessDenied(message: string): Refusal {
  return refuse('AccessDenied', message, 403);
}

export function validationError(message: string): Refusal {
  return refuse('ValidationError', message);
}
