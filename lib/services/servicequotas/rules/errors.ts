import { type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as seen in public logs, the facts hold none of them */

export function noSuchService(): Refusal {
  return refuse(
    'NoSuchResourceException',
    'The request failed because the specified service does not exist.',
  );
}

export function noSuchQuota(quotaCode: string, serviceCode: string): Refusal {
  const text = `The request failed because the specified quota ${quotaCode} does not exist for service ${serviceCode}.`;
  return refuse('NoSuchResourceException', text);
}

export function noSuchRequest(id: string): Refusal {
  return refuse('NoSuchResourceException', `The specified quota request ${id} does not exist.`);
}

export function notAdjustable(): Refusal {
  const text = 'The request failed because the specified quota is not adjustable.';
  return refuse('IllegalArgumentException', text);
}

export function notGreater(): Refusal {
  const text = 'You must provide a quota value greater than the current quota value';
  return refuse('IllegalArgumentException', text);
}

export function alreadyRequested(): Refusal {
  const text = 'Only one open service quota increase request is allowed per quota.';
  return refuse('ResourceAlreadyExistsException', text);
}

export function badToken(): Refusal {
  return refuse('InvalidPaginationTokenException', 'The pagination token is not valid.');
}
