import { pagesOf, refuse } from '../../../aws';

export const pageOf = pagesOf(() => refuse('InvalidNextToken', 'Invalid nextToken.'));
