import { pagesOf } from '../../../aws';
import { badToken } from './errors';

interface Asked {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const MOST = 100;
const page = pagesOf(badToken);

export function pageOf<T>(all: readonly T[], { NextToken, MaxResults = MOST }: Asked) {
  return page(all, NextToken, MaxResults);
}
