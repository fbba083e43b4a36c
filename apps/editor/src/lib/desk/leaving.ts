const busy = new Set<() => boolean>();

/** While `isBusy` says so, closing the tab would lose something: the browser asks first, on whatever page. */
export function askBeforeLeaving(isBusy: () => boolean): void {
  busy.add(isBusy);
}

export function leaving(event: BeforeUnloadEvent): void {
  if ([...busy].some((isBusy) => isBusy())) event.preventDefault();
}
