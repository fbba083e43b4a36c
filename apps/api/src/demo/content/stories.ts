import { artSchool } from './stories/art-school.ts';
import { bookbinderAtTheBazaar } from './stories/bookbinder-at-the-bazaar.ts';
import { bridgeInspection } from './stories/bridge-inspection.ts';
import { busThatWaits } from './stories/bus-that-waits.ts';
import { councilOnTheMarketSquare } from './stories/council-on-the-market-square.ts';
import { dandelionSeason } from './stories/dandelion-season.ts';
import { dogsAtTheWindow } from './stories/dogs-at-the-window.ts';
import { dragonflyCount } from './stories/dragonfly-count.ts';
import { drumClass } from './stories/drum-class.ts';
import { figHarvest } from './stories/fig-harvest.ts';
import { fiveHillsAtSunrise } from './stories/five-hills-at-sunrise.ts';
import { inPraiseOfTheBench } from './stories/in-praise-of-the-bench.ts';
import { letTheQueueTalk } from './stories/let-the-queue-talk.ts';
import { libraryClock } from './stories/library-clock.ts';
import { meadowMownByHand } from './stories/meadow-mown-by-hand.ts';
import { mountainPath } from './stories/mountain-path.ts';
import { nuthatchInThePark } from './stories/nuthatch-in-the-park.ts';
import { villageStream } from './stories/village-stream.ts';
import type { DemoStory } from './types.ts';

export const stories: readonly DemoStory[] = [
  mountainPath,
  bridgeInspection,
  figHarvest,
  councilOnTheMarketSquare,
  meadowMownByHand,
  libraryClock,
  letTheQueueTalk,
  artSchool,
  bookbinderAtTheBazaar,
  busThatWaits,
  dragonflyCount,
  villageStream,
  dandelionSeason,
  nuthatchInThePark,
  inPraiseOfTheBench,
  dogsAtTheWindow,
  drumClass,
  fiveHillsAtSunrise,
];
