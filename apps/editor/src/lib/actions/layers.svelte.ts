type Layer = 'palette' | 'shortcuts';

/** Which of the layers over a page is open: the palette, the list of shortcuts, or none. */
class Layers {
  open = $state<Layer | null>(null);

  toggle(layer: Layer): void {
    this.open = this.open === layer ? null : layer;
  }
}

export const layers = new Layers();
