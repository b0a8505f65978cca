import { writeSearch } from '../../../lib/search';
import { findables } from '../../_content/findables';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ file: 'index.json' }];
}

/** The index of everything that can be found, built once and loaded when somebody looks for something. */
export async function GET(): Promise<Response> {
  return new Response(writeSearch(findables()), { headers: { 'content-type': 'application/json' } });
}
