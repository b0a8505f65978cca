'use client';

import { HomePage } from '../../components/home/home-page';
import type { HomeView, ScenarioSummary } from '../../lib/views';
import { SetAside } from './set-aside';
import { useHome } from './use-home';

export function Home({ scenarios, first }: { scenarios: readonly ScenarioSummary[]; first: HomeView }) {
  const { view, damaged } = useHome(scenarios, first);
  return (
    <>
      <HomePage view={view} sandbox="/sandbox/" />
      <SetAside damaged={damaged} />
    </>
  );
}
