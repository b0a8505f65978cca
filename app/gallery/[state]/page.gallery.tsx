import { notFound } from 'next/navigation';
import { Gallery } from '../gallery';
import { stateNames } from '../state-names';

export const dynamicParams = false;

export function generateStaticParams() {
  return stateNames.map((state) => ({ state }));
}

/** One state of one place, alone on the page: to look at, to test with axe. Not part of the product. */
export default async function GalleryPage({ params }: { params: Promise<{ state: string }> }) {
  const { state } = await params;
  const name = stateNames.find((known) => known === state);
  if (!name) notFound();
  return <Gallery state={name} />;
}
