import { Node, mergeAttributes } from '@tiptap/core';
import { correctionPlaces, isDay, isId } from '@broadsheet/types';
import { dataAttribute, lineAttribute } from './data-attribute.ts';

/** What one needs to know beside the story. */
export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | heading | bulletList | orderedList | taskList)+',
  defining: true,
  isolating: true,

  addAttributes: () => ({ title: lineAttribute('title') }),
  parseHTML() {
    return [{ tag: 'aside[data-fact-box]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes({ 'data-fact-box': '' }, HTMLAttributes), 0];
  },
});

/** The story in a few points, a paragraph each. */
export const KeyPoints = Node.create({
  name: 'keyPoints',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  isolating: true,

  parseHTML() {
    return [{ tag: 'div[data-key-points]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes({ 'data-key-points': '' }, HTMLAttributes), 0];
  },
});

/** An interview. Questions and answers take any order: a merge must never make it invalid. */
export const Qa = Node.create({
  name: 'qa',
  group: 'block',
  content: '(question | paragraph | bulletList | orderedList)+',
  defining: true,
  isolating: true,

  parseHTML() {
    return [{ tag: 'div[data-qa]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes({ 'data-qa': '' }, HTMLAttributes), 0];
  },
});

export const Question = Node.create({
  name: 'question',
  content: 'inline*',
  defining: true,

  parseHTML() {
    return [{ tag: 'p[data-question]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['p', mergeAttributes({ 'data-question': '' }, HTMLAttributes), 0];
  },
});

const isPlace = (text: string) => correctionPlaces.some((place) => place === text);

/** A public note of what was wrong, and when it was put right. */
export const Correction = Node.create({
  name: 'correction',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  isolating: true,

  addAttributes: () => ({
    date: dataAttribute('date', 'date', isDay),
    place: { ...dataAttribute('place', 'place', isPlace), default: 'foot' },
  }),
  parseHTML() {
    return [
      {
        tag: 'section[data-correction]',
        getAttrs: (element) => isDay(element.getAttribute('data-date') ?? '') && null,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['section', mergeAttributes({ 'data-correction': '' }, HTMLAttributes), 0];
  },
});

/** Another story of the newsroom, named by its id. */
export const RelatedStory = Node.create({
  name: 'relatedStory',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({ storyId: dataAttribute('storyId', 'story-id', isId) }),
  parseHTML() {
    return [
      {
        tag: 'div[data-story-id]',
        getAttrs: (element) => isId(element.getAttribute('data-story-id') ?? '') && null,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes), '→'];
  },
});
