import type { Attachment } from 'svelte/attachments';

/**
 * Files that are dropped beside the text: a browser would open them in place of the page. Those on the element
 * itself go to `take`, with the height at which they fell.
 */
export function strayFiles(take: (files: File[], height: number) => void): Attachment<HTMLElement> {
  return (element) => {
    const end = new AbortController();
    const options = { signal: end.signal };
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault(), options);
    addEventListener(
      'drop',
      (event) => {
        if (event.defaultPrevented || !holdsFiles(event)) return;
        event.preventDefault();
        const isHere = event.target instanceof Node && element.contains(event.target);
        if (isHere) take([...(event.dataTransfer?.files ?? [])], event.clientY);
      },
      options,
    );
    return () => end.abort();
  };
}
