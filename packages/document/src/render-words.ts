import type { EmbedProvider, Language, ParsedEmbed } from '@broadsheet/types';

/** What the renderer itself says to readers: it may run where no messages are, and its words are part of the text. */
interface RenderWords {
  /** Before a photographer's name, with the language's own punctuation. */
  credit: string;
  months: readonly string[];
  keyPoints: string;
  table: string;
  gallery: string;
  code: string;
  /** Of an item in a list of tasks. */
  done: string;
  toDo: string;
  correction: string;
  relatedStory: string;
  kinds: Record<ParsedEmbed['kind'], string>;
  /** Asks for what is loaded only then. */
  load: Record<ParsedEmbed['kind'], string>;
  /** Leads to the site itself. */
  open: (kind: ParsedEmbed['kind'], name: string, provider: EmbedProvider) => string;
  notLoaded: (name: string, provider: EmbedProvider) => string;
}

const fromX = (provider: EmbedProvider) => (provider === 'x' ? 'dən' : 'dan');
const inX = (provider: EmbedProvider) => (provider === 'x' ? 'də' : 'da');

const az: RenderWords = {
  credit: 'Foto: ',
  months: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' '),
  keyPoints: 'Əsas məqamlar',
  table: 'Cədvəl',
  gallery: 'Qalereya',
  code: 'Kod',
  done: 'Görülüb',
  toDo: 'Görülməyib',
  correction: 'Düzəliş',
  relatedStory: 'Həmçinin oxuyun',
  kinds: { video: 'Video', audio: 'Audio', post: 'Paylaşım' },
  load: { video: 'Videonu yüklə', audio: 'Pleyeri yüklə', post: 'Paylaşımı yüklə' },
  open: (kind, name, provider) =>
    `${name}-${inX(provider)} ${{ video: 'bax', audio: 'dinlə', post: 'aç' }[kind]}`,
  notLoaded: (name, provider) =>
    `Siz istəməyincə ${name}-${fromX(provider)} heç nə yüklənmir. Sonra ${name} kuki faylları saxlaya bilər.`,
};

const onRussian = new Set<EmbedProvider>(['youtube', 'vimeo']);

const ru: RenderWords = {
  credit: 'Фото: ',
  months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  keyPoints: 'Главное',
  table: 'Таблица',
  gallery: 'Галерея',
  code: 'Код',
  done: 'Сделано',
  toDo: 'Не сделано',
  correction: 'Исправление',
  relatedStory: 'Читайте также',
  kinds: { video: 'Видео', audio: 'Аудио', post: 'Публикация' },
  load: { video: 'Загрузить видео', audio: 'Загрузить плеер', post: 'Загрузить публикацию' },
  open: (kind, name, provider) =>
    `${{ video: 'Смотреть', audio: 'Слушать', post: 'Открыть' }[kind]} ${onRussian.has(provider) ? 'на' : 'в'} ${name}`,
  notLoaded: (name, provider) =>
    `${provider === 'spotify' ? 'Со' : 'С'} ${name} ничего не загружается, пока вы об этом не попросите. ` +
    `После этого ${name} может сохранить файлы cookie.`,
};

const en: RenderWords = {
  credit: 'Photo: ',
  months: 'January February March April May June July August September October November December'.split(' '),
  keyPoints: 'Key points',
  table: 'Table',
  gallery: 'Gallery',
  code: 'Code',
  done: 'Done',
  toDo: 'To do',
  correction: 'Correction',
  relatedStory: 'Read also',
  kinds: { video: 'Video', audio: 'Audio', post: 'Post' },
  load: { video: 'Load the video', audio: 'Load the player', post: 'Load the post' },
  open: (kind, name) => `${{ video: 'Watch', audio: 'Listen', post: 'Read' }[kind]} on ${name}`,
  notLoaded: (name) => `Nothing is loaded from ${name} until you ask for it. Then ${name} may set cookies.`,
};

const hy: RenderWords = {
  credit: 'Լուսանկարը՝ ',
  months:
    'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի'.split(
      ' ',
    ),
  keyPoints: 'Գլխավորը',
  table: 'Աղյուսակ',
  gallery: 'Պատկերասրահ',
  code: 'Կոդ',
  done: 'Արված է',
  toDo: 'Արված չէ',
  correction: 'Ուղղում',
  relatedStory: 'Կարդացեք նաև',
  kinds: { video: 'Տեսանյութ', audio: 'Ձայնագրություն', post: 'Գրառում' },
  load: { video: 'Բեռնել տեսանյութը', audio: 'Բեռնել նվագարկիչը', post: 'Բեռնել գրառումը' },
  open: (kind, name) => `${{ video: 'Դիտել', audio: 'Լսել', post: 'Բացել' }[kind]} ${name}-ում`,
  notLoaded: (name, provider) =>
    `${name}-ից ոչինչ չի բեռնվում, քանի դեռ դուք չեք խնդրել։ ` +
    `Հետո ${name}-${provider === 'vimeo' ? 'ն' : 'ը'} կարող է պահել cookie ֆայլեր։`,
};

export const renderWords: Record<Language, RenderWords> = { az, ru, en, hy };

/** The word before a photographer's name, with the language's own punctuation. */
export const creditLabels: Record<Language, string> = {
  az: az.credit,
  ru: ru.credit,
  en: en.credit,
  hy: hy.credit,
};

/** "08 November 2024" of "2024-11-08"; the words, not the calendar, are the language's. */
export function dayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  return `${date ?? ''} ${renderWords[language].months[Number(month) - 1] ?? ''} ${year ?? ''}`;
}

/** "1:05" or "1:02:09". */
export function lengthInWords(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
