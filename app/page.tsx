import { homeView } from '../lib/views';
import { allScenarios, summaryOf } from './_content/scenarios';
import { Home } from './_home/home';
import { Place } from './_site/places';

export default function HomeRoute() {
  const scenarios = allScenarios().map(summaryOf);
  return (
    <Place current="/">
      <Home scenarios={scenarios} first={homeView(scenarios, [])} />
    </Place>
  );
}
