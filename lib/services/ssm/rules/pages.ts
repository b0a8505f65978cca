import { pagesOf, refuse } from '../../../aws';

export const pageOf = pagesOf(() => refuse('InvalidNextToken', 'The specified token is not valid.'));
