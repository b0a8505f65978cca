'use client';

import { useEffect, useState } from 'react';
import type { HomeOnDevice } from '../../lib/store';
import type { HomeView, ScenarioSummary } from '../../lib/views';

/** The home page's view as everybody sees it first; once the device was asked, as this learner does. */
export function useHome(scenarios: readonly ScenarioSummary[], first: HomeView): HomeOnDevice {
  const [known, setKnown] = useState<HomeOnDevice>();
  useEffect(() => {
    let isCurrent = true;
    // Loaded apart: the first paint waits for nothing of it.
    import('../../lib/store')
      .then(({ homeOnDevice }) => homeOnDevice(scenarios))
      .then((found) => {
        if (isCurrent) setKnown(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [scenarios]);
  return known ?? { view: first, runs: [], damaged: [] };
}
