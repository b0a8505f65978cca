import { pagesOf } from '../../../aws';
import { invalidToken } from './errors';

export const pageOf = pagesOf(invalidToken);
