type Layer = 'palette' | 'shortcuts' | 'sign-out';

/** Which of the layers over a page is open: the palette, the list of shortcuts, the way out, or none. */
class Layers {
  open = $state<Layer | null>(null);

  toggle(layer: Layer): void {
    this.open = this.open === layer ? null : layer;
  }
}

export const layers = new Layers();
