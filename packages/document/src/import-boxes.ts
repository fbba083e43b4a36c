import type { Block, BulletList, FactBox, Inline, KeyPoints, Paragraph, Qa } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import { listIn, itemIn, type Container } from './import-containers.ts';
import { plain, withoutWhole } from './import-line.ts';
import { renderWords } from './render-words.ts';

/** How a file of ours names the boxes in it, in an attribute: classes are anybody's. */
export const boxAttribute = 'data-block';

/** A box in a body that a file of ours names; elsewhere, and of what is none, lines go to where it stands. */
export function boxIn(parent: Container, named: string | undefined): Container {
  if (parent.kind !== 'body') return parent;
  if (named === 'factBox') return factBoxIn(parent);
  if (named === 'keyPoints') return keyPointsIn(parent);
  return named === 'qa' ? interviewIn(parent) : parent;
}

type Fact = FactBox['content'][number];
const facts = new Set<Block['type']>(['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList']);
const isFact = (block: Block): block is Fact => facts.has(block.type);
const longestTitle = 300;

function factBoxIn(parent: Container): Container {
  const box: FactBox = { type: 'factBox', attrs: { id: newBlockId(), title: null }, content: [] };
  const container: Container = {
    kind: 'box',
    depth: 0,
    add: (block) => {
      const isFirst = box.content.length === 0 && box.attrs.title === null;
      const title = isFirst ? titleOf(block) : null;
      if (title !== null) box.attrs.title = title.slice(0, longestTitle);
      else if (!isFact(block)) parent.add(block);
      else if (box.content.push(block) === 1) parent.add(box);
    },
    facts: () => factsIn(container),
    close: () => {
      const { title } = box.attrs;
      if (box.content.length === 0 && title !== null) parent.add(newLine([{ type: 'text', text: title }]));
    },
  };
  return container;
}

/** A heading, or a line all in bold, which is one where headings would be those of the article. */
function titleOf(block: Block): string | null {
  if (block.type === 'heading') return block.attrs.level === 2 ? plain(block.content ?? []) : null;
  const isBold = block.type === 'paragraph' && withoutWhole(block, 'bold') !== block;
  return isBold ? plain(block.content ?? []) : null;
}

/** Terms and facts, as the list in which they are written: its items begin in bold. */
function factsIn(box: Container): Container {
  const list = listIn(box, null);
  const addFact = (): Container => {
    const lines: Paragraph[] = [];
    const item = itemIn(list);
    return {
      kind: 'cell',
      depth: list.depth,
      add: (block) => block.type === 'paragraph' && lines.push(block),
      close: () => {
        const [term, fact, ...others] = lines;
        if (term) item.add(fact ? termAndFact(term, fact) : term);
        others.forEach(item.add);
      },
    };
  };
  return { ...list, addFact };
}

function termAndFact({ content = [] }: Paragraph, fact: Paragraph): Paragraph {
  const bold = { type: 'bold' as const };
  const term: Inline = { type: 'text', text: `${plain(content)}:`, marks: [bold] };
  const [first, ...others] = fact.content ?? [];
  const isPlain = first?.type === 'text' && !first.marks;
  const said: Inline[] = isPlain ? [{ ...first, text: ` ${first.text}` }, ...others] : (fact.content ?? []);
  return newLine([term, ...(isPlain ? [] : [{ type: 'text' as const, text: ' ' }]), ...said]);
}

function keyPointsIn(parent: Container): Container {
  const box: KeyPoints = { type: 'keyPoints', attrs: { id: newBlockId() }, content: [] };
  return {
    kind: 'quote',
    depth: 0,
    add: (block) => {
      if (block.type !== 'paragraph') return;
      // what the box is called is no point of it
      if (box.content.length === 0 && labels.has(plain(block.content ?? []))) return;
      if (box.content.push(block) === 1) parent.add(box);
    },
  };
}

const labels = new Set(Object.values(renderWords).map(({ keyPoints }) => keyPoints));

function interviewIn(parent: Container): Container {
  const box: Qa = { type: 'qa', attrs: { id: newBlockId() }, content: [] };
  const push = (line: Qa['content'][number]) => box.content.push(line) === 1 && parent.add(box);
  return {
    kind: 'box',
    depth: 0,
    add: (block) => {
      if (isAnswer(block)) push(block);
      else if (block.type === 'heading') push(newLine(block.content ?? []));
      else parent.add(block);
    },
    ask: (content) => {
      push({ type: 'question', attrs: { id: newBlockId() }, content });
      return true;
    },
  };
}

const answers = new Set<Block['type']>(['paragraph', 'bulletList', 'orderedList']);
const isAnswer = (block: Block): block is Exclude<Qa['content'][number], { type: 'question' }> | BulletList =>
  answers.has(block.type);

const newLine = (content: Inline[]): Paragraph => ({
  type: 'paragraph',
  attrs: { id: newBlockId() },
  content,
});
