import type { InspectorState, InspectorTab } from '../inspector.svelte.ts';

/** What one works with in a field: of a list that takes more, what adds to it, not what is in it. */
const controls = 'select, input, textarea, [aria-haspopup]';

/** Opens a tab of the inspector, with the focus on it. */
export async function goToTab(inspector: InspectorState, tab: InspectorTab): Promise<void> {
  inspector.show(tab);
  (await whenThere(() => document.getElementById(`inspector-${tab}-tab`)))?.focus();
}

/** Opens the inspector where a field stands, with the focus in it. */
export async function goToField(inspector: InspectorState, tab: InspectorTab, place: string): Promise<void> {
  inspector.show(tab);
  const field = await whenThere(() => document.querySelector(`#inspector [data-place='${place}']`));
  field?.scrollIntoView({ block: 'center' });
  const control = field?.querySelector<HTMLElement>(controls) ?? field?.querySelector('button');
  control?.focus();
}

/** What comes a moment after it was asked for: a tab of the inspector, the fields of a picture; null if it never does. */
export async function whenThere<Found>(look: () => Found | null | undefined): Promise<Found | null> {
  for (let frame = 0; frame < 60; frame++) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  return null;
}
