import { type DeviceRuns, damagedText, deviceRuns, saveFile } from '../platform';
import { RUN_FILE_TYPE } from '../run';
import { type HomeView, homeView, type ScenarioSummary } from '../views';

export interface HomeOnDevice {
  readonly view: HomeView;
  readonly damaged: DeviceRuns['damaged'];
}

/** The home page as this device knows the learner. */
export async function homeOnDevice(scenarios: readonly ScenarioSummary[]): Promise<HomeOnDevice> {
  const { runs, damaged } = await deviceRuns();
  return { view: homeView(scenarios, runs), damaged };
}

export function saveDamaged(damaged: DeviceRuns['damaged'][number]): void {
  saveFile(`kms-lab-set-aside-${damaged.id}.json`, RUN_FILE_TYPE, damagedText(damaged));
}
