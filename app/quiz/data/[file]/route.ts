import { quizCatalogue, quizIds } from '../../../_content/catalogue';
import { quizItems } from '../../../_content/quizzes';

const CATALOGUE = 'catalogue.json';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** The catalogue and a file for each item: a page loads what it asks and no more. */
export function generateStaticParams() {
  return [CATALOGUE, ...quizIds().map((id) => `${id}.json`)].map((file) => ({ file }));
}

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  if (file === CATALOGUE) return Response.json(quizCatalogue());
  const id = file.replace(/\.json$/, '');
  return quizIds().includes(id) ? Response.json(quizItems([id])[0]) : new Response('', { status: 404 });
}
