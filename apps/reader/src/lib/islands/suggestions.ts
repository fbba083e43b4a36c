/**
 * A combobox with a list of pages, as the ARIA Authoring Practices have it: focus stays in the field, arrows move
 * along the list, Enter goes to the chosen page or searches, Escape closes the list first.
 */
interface Offered {
  text: string;
  href: string;
  kind: string;
}

/** Milliseconds without a key after which suggestions are asked for. */
const pause = 150;
const fewestLetters = 2;

export function startSuggestions(input: HTMLInputElement): void {
  const list = document.getElementById(input.dataset.list ?? '');
  if (!list) return;
  let timer = 0;
  let asked = new AbortController();
  let chosen = -1;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  const options = () => [...list.children] as HTMLElement[];
  const choose = (index: number) => {
    chosen = index;
    for (const [at, option] of options().entries())
      option.setAttribute('aria-selected', String(at === index));
    const option = options()[index];
    option?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option?.id ?? '');
  };
  const show = (pages: Offered[]) => {
    list.replaceChildren(...pages.map((page, index) => makeOption(page, `${list.id}-${String(index)}`)));
    list.hidden = pages.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
  };
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const q = input.value.trim();
    if (q.length < fewestLetters) {
      show([]);
      return;
    }
    const address = `${input.dataset.from ?? ''}?q=${encodeURIComponent(q)}`;
    const answer = await fetch(address, { signal: asked.signal });
    show(answer.ok ? ((await answer.json()) as Offered[]) : []);
  };
  const close = () => {
    asked.abort();
    clearTimeout(timer);
    show([]);
  };

  const askSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // no answer, or one that a newer question replaced: the list stays as it is
      ask().catch(() => undefined);
    }, pause);
  };

  input.addEventListener('input', askSoon);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') choose(chosen + 1 < count ? chosen + 1 : -1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) go(options()[chosen]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // before the field loses focus, so that the list is still there
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    go((event.target as HTMLElement).closest('li'));
  });
  input.addEventListener('blur', close);
  input.setAttribute('aria-expanded', 'false');
  // what was typed before this script was there
  if (document.activeElement === input && input.value !== input.defaultValue) askSoon();
}

function makeOption({ text, href, kind }: Offered, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.dataset.href = href;
  const name = document.createElement('span');
  name.textContent = text;
  option.append(name);
  if (kind !== '') {
    const label = document.createElement('small');
    label.textContent = kind;
    option.append(label);
  }
  return option;
}

function go(option: HTMLElement | null | undefined): void {
  if (option?.dataset.href) location.assign(option.dataset.href);
}
