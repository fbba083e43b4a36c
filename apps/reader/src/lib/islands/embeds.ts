/**
 * The script of a page with posts or recordings of other sites: a button on each card, which puts the site's frame in
 * its place. Nothing is asked of another site before it is pressed, and where a frame may come from is the policy's.
 */
import { frameHeight } from './frame-height.ts';
import { watchFrame } from './frame-patience.ts';

const mayDo =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation allow-forms';
const mayUse = 'fullscreen; picture-in-picture; encrypted-media';
/** Until the site says how tall its post is. */
const firstHeight = 560;

const frames = new Set<HTMLIFrameElement>();

for (const card of document.querySelectorAll<HTMLElement>('[data-frame]')) {
  const { frame, load } = card.dataset;
  if (frame && load) addButton(card, frame, load);
}

addEventListener('message', ({ source, data }) => {
  for (const frame of frames) {
    const height = source === frame.contentWindow ? frameHeight(data) : null;
    if (height !== null) frame.height = String(height);
  }
});

function addButton(card: HTMLElement, address: string, label: string): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    open(card, address);
    button.remove();
  });
  card.querySelector('.acts')?.append(button);
}

function open(card: HTMLElement, address: string): void {
  const frame = document.createElement('iframe');
  frame.title = card.getAttribute('aria-label') ?? '';
  frame.setAttribute('sandbox', mayDo);
  frame.allow = mayUse;
  // a video site refuses to play for a page that does not say where it is; the path is nobody's business
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.height = String(firstHeight);
  frame.src = address;
  frames.add(frame);
  const show = (isShown: boolean) => {
    frame.hidden = !isShown;
    card.classList.toggle('open', isShown);
  };
  show(true);
  watchFrame(frame, {
    loaded: () => show(true),
    silent: () => {
      const hadFocus = document.activeElement === frame;
      show(false);
      saySilent(card);
      if (hadFocus) card.querySelector('a')?.focus();
    },
  });
  card.prepend(frame);
  frame.focus();
}

/** In place of what the card said before it was opened; the link to the site stands below. */
function saySilent(card: HTMLElement): void {
  const note = card.querySelector('.note');
  const words = card.closest<HTMLElement>('[data-silent]')?.dataset.silent;
  if (!note || !words) return;
  note.setAttribute('role', 'status');
  note.textContent = words;
}
