import { homeView } from '../lib/views';
import { homeScenarios, summaryOf } from './_content/scenarios';
import { Home } from './_home/home';
import { Place } from './_site/places';

export default function HomeRoute() {
  const scenarios = homeScenarios().map(summaryOf);
  return (
    <Place current="/">
      <Home scenarios={scenarios} first={homeView(scenarios, [])} />
    </Place>
  );
}
