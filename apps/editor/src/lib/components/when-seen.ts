import type { Attachment } from 'svelte/attachments';

/** Calls back each time that the element comes near the visible part of the page. */
export function whenSeen(seen: () => void): Attachment {
  return (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) seen();
      },
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
