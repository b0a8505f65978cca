import { type DeviceRuns, deviceRuns } from '../platform';
import type { HomeView, ScenarioSummary } from '../views';

export interface HomeOnDevice {
  readonly view: HomeView;
  readonly runs: DeviceRuns['runs'];
  readonly damaged: DeviceRuns['damaged'];
}

/** The home page as this device knows the learner. */
export async function homeOnDevice(scenarios: readonly ScenarioSummary[]): Promise<HomeOnDevice> {
  const { runs, damaged } = await deviceRuns();
  const { homeView } = await import('../views');
  return { view: homeView(scenarios, runs), runs, damaged };
}
