import type { Attachment } from 'svelte/attachments';

/** Takes files that are dropped on an element or pasted while it is shown. `over` is true while files hang over it. */
export function fileDrop(take: (files: File[]) => void) {
  let depth = $state(0);
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

  const attach: Attachment<HTMLElement> = (element) => {
    const end = new AbortController();
    const options = { signal: end.signal };
    element.addEventListener('dragenter', (event) => (depth += holdsFiles(event) ? 1 : 0), options);
    element.addEventListener('dragleave', (event) => (depth -= holdsFiles(event) ? 1 : 0), options);
    element.addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault(), options);
    element.addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth = 0;
        take([...(event.dataTransfer?.files ?? [])]);
      },
      options,
    );
    addEventListener(
      'paste',
      (event) => {
        const { clipboardData: data } = event;
        // Word processors add a picture of the text to the text itself.
        const files = data?.types.some((type) => type.startsWith('text/')) ? [] : [...(data?.files ?? [])];
        if (files.length > 0) take(files);
      },
      options,
    );
    return () => end.abort();
  };

  return {
    attach,
    get over() {
      return depth > 0;
    },
  };
}
