import { Node, mergeAttributes, type Attribute, type Attributes } from '@tiptap/core';
import { isFileAddress, isId, parseEmbed } from '@broadsheet/types';
import { dataAttribute, lineAttribute, type Attributed } from './data-attribute.ts';
import { mediaIdOf } from './picture.ts';

const longestRecording = 24 * 60 * 60;

/** Whole seconds; null where nobody knows. */
const duration: Partial<Attribute> = {
  default: null,
  parseHTML: (element) => {
    const seconds = Number(element.getAttribute('data-duration') ?? Number.NaN);
    return Number.isInteger(seconds) && seconds >= 0 && seconds <= longestRecording ? seconds : null;
  },
  renderHTML: ({ duration: seconds }) =>
    typeof seconds === 'number' ? { 'data-duration': String(seconds) } : {},
};

const recording: Attributes = {
  src: { ...dataAttribute('src', 'src', isFileAddress), default: '' },
  mediaId: dataAttribute('mediaId', 'media-id', isId),
  title: lineAttribute('title'),
  duration,
};

/** Of a file on another server, or one of the library. */
const isRecording = (element: Attributed) =>
  (isFileAddress(element.getAttribute('data-src') ?? '') ||
    isId(element.getAttribute('data-media-id') ?? '')) &&
  null;

const atGoodAddress = (isGood: (address: string) => boolean, attribute: string) => (element: Attributed) =>
  isGood(element.getAttribute(attribute) ?? '') && null;

/** A film by its address, with a caption like a picture's. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  content: 'caption',
  isolating: true,
  draggable: true,

  addAttributes: () => ({
    ...recording,
    posterId: dataAttribute('posterId', 'poster-id', isId),
  }),
  parseHTML() {
    return [{ tag: 'figure[data-video]', getAttrs: isRecording }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes({ 'data-video': '' }, HTMLAttributes), 0];
  },
});

export const Audio = Node.create({
  name: 'audio',
  group: 'block',
  content: 'caption',
  isolating: true,
  draggable: true,

  addAttributes: () => recording,
  parseHTML() {
    return [{ tag: 'figure[data-audio]', getAttrs: isRecording }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes({ 'data-audio': '' }, HTMLAttributes), 0];
  },
});

const isEmbed = (address: string) => parseEmbed(address) !== null;

/** A post or recording of another site, by its address. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'caption',
  isolating: true,
  draggable: true,

  addAttributes: () => ({
    address: dataAttribute('address', 'embed', isEmbed),
    title: lineAttribute('title'),
  }),
  parseHTML() {
    return [{ tag: 'figure[data-embed]', getAttrs: atGoodAddress(isEmbed, 'data-embed') }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes), 0];
  },
});

/** Pictures that are looked at one after the other. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'picture+',
  isolating: true,

  addAttributes: () => ({ title: lineAttribute('title') }),
  parseHTML() {
    // one without a picture would be given one that does not exist
    const hasPicture = (figures: Iterable<Attributed>) =>
      [...figures].some((each) => mediaIdOf(each) !== null);
    return [
      {
        tag: 'section[data-gallery]',
        getAttrs: (element) => hasPicture(element.querySelectorAll('figure[data-media-id]')) && null,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['section', mergeAttributes({ 'data-gallery': '' }, HTMLAttributes), 0];
  },
});
