import { hasText } from '@broadsheet/document';
import type { Article, Fragment, Me, Story } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { fieldsAgain } from '#lib/saving/edited-here.ts';
import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { Commenting } from '#lib/comments/commenting.svelte.ts';
import { AskingBlocks, BlockAsks } from './blocks/block-asks.svelte.ts';
import { bodyBlocks } from './blocks/body-blocks.ts';
import { blockViews } from './blocks/block-views.ts';
import { BlockHandles } from './blocks/block-handles.svelte.ts';
import type { Connection } from './connection.svelte.ts';
import { onChange } from './on-change.ts';
import type { OpenArticle } from './open-article.svelte.ts';
import { connect, release } from './open-connections.ts';
import { PeopleHere } from './people-here.svelte.ts';
import { StepRunner } from './step-runner.svelte.ts';
import { Find } from './find/find.svelte.ts';
import { DeadLinks } from './links/dead-links.ts';
import { LinkStates } from './links/link-states.svelte.ts';
import { LinksStay } from './links/links-stay.ts';
import { PasteLink } from './links/paste-link.ts';
import { TypedLink } from './links/typed-link.ts';
import { showInvisibles } from './typography/invisibles.ts';
import { writingChoices } from './typography/writing-choices.svelte.ts';
import { Counting } from './view/counting.svelte.ts';
import { PresentBlock } from './view/present-block.ts';
import { WritingView } from './view/writing-view.svelte.ts';
import { Suggestions } from './suggestions/suggestions.svelte.ts';
import { RevisionList } from './inspector/revision-list.svelte.ts';
import { CleanPaste } from './paste/clean-paste.ts';
import { PastedPictures } from './paste/pasted-pictures.svelte.ts';
import { PictureDrop } from './pictures/picture-drop.ts';
import { pictureView } from './pictures/picture-view.ts';
import { TextPictures } from './pictures/text-pictures.svelte.ts';
import { ArticleChecks } from './checks/article-checks.svelte.ts';
import { PreviewPane } from './preview/preview-pane.svelte.ts';
import { SlashCommands, SlashMenu } from './text/slash-menu.svelte.ts';
import { TextFields } from './text/text-fields.ts';
import { TextTools } from './text/text-tools.svelte.ts';

/** The API derives its own texts from the edits at most a second later. */
const lookPause = 1500;

/** An article that somebody has open for writing: its text, its connection, its steps. Call `destroy` when done. */
export class Writing {
  readonly open: OpenArticle;
  readonly connection: Connection;
  readonly people: PeopleHere;
  readonly steps: StepRunner;
  readonly fields: TextFields;
  readonly suggestions: Suggestions;
  readonly comments: Commenting;
  readonly pictures: TextPictures;
  readonly pasted: PastedPictures;
  readonly revisions: RevisionList;
  readonly checks = new ArticleChecks(this);
  readonly preview: PreviewPane;
  readonly menu: SlashMenu;
  readonly asks: BlockAsks;
  readonly handles = new BlockHandles();
  readonly find: Find;
  readonly counting: Counting;
  readonly view = new WritingView();
  /** The body's editor and its tools, once it is drawn. */
  body = $state.raw<Editor | null>(null);
  tools = $state.raw<TextTools | null>(null);
  links = $state.raw<LinkStates | null>(null);
  /** Moves the focus to the format bar, if that is shown. */
  focusBar: () => boolean = () => false;
  /** Opens the list of comments. */
  openComments: () => void = () => undefined;
  headline = $state('');

  readonly #unlisten: () => void;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(open: OpenArticle, articleId: string, me: Me) {
    this.open = open;
    this.connection = connect(articleId, open.language);
    this.connection.onchanged = () => void open.refresh().catch(() => undefined);
    this.connection.onback = () => {
      this.connection.onchanged();
      this.connection.oncomments();
      void this.comments.unsent?.send();
      void fieldsAgain();
    };
    this.connection.onrestored = (news) =>
      void import('./restore-news.ts').then(({ tellRestore }) => tellRestore(news, open, me));
    this.#unlisten = onChange(this.connection.doc, this.#edited);
    this.people = new PeopleHere(this.connection.provider, me.id);
    this.preview = new PreviewPane(this.connection);
    this.steps = new StepRunner(open, this.connection);
    this.headline = open.article?.headline ?? '';
    this.counting = new Counting(this.connection.doc);
    this.revisions = new RevisionList(articleId);
    this.pictures = new TextPictures(articleId, open.language, () => this.body);
    this.pasted = new PastedPictures(articleId, this.pictures.shelf, () => this.body);
    this.menu = new SlashMenu();
    this.asks = new BlockAsks((kind) =>
      kind === 'gallery' ? this.pictures.chooseGallery() : this.pictures.chooseHere(),
    );
    this.find = new Find(() => this.fields, open.language);
    this.suggestions = new Suggestions({
      ydoc: this.connection.doc,
      me,
      may: () => ({ write: this.mayWrite, suggest: this.#maySuggest }),
      asOneStep: (run) => this.fields.asOneStep(run),
    });
    this.comments = new Commenting({
      connection: this.connection,
      me,
      mayComment: () => this.article?.may.comment ?? false,
      editor: (field) => this.fields.editor(field),
      lead: () => this.story?.leadMediaId ?? null,
      onopen: () => this.openComments(),
    });
    this.fields = new TextFields({
      suggestions: this.suggestions,
      connection: this.connection,
      me,
      language: open.language,
      mayWrite: () => this.mayType,
      parts: (field) => this.comments.parts(field),
      bodyParts: [
        SlashCommands.configure({ menu: this.menu }),
        AskingBlocks.configure({ asks: this.asks }),
        ...bodyBlocks(this.handles),
        CleanPaste.configure({
          // what was said of the pictures of the last one is not about this one
          onpaste: () => (this.pasted.local = 0),
          onpictures: (found) => this.pasted.bring(found),
          ontoomuch: () => notify(m.paste_too_much()),
          onunread: () => notify(m.paste_unread()),
        }),
        PictureDrop.configure({ onfiles: (files, place) => this.pictures.sendAfter(files, place) }),
        PasteLink,
        TypedLink,
        DeadLinks,
        LinksStay,
        PresentBlock.configure({ isOn: () => this.view.quiet }),
      ],
      bodyViews: {
        ...blockViews({
          language: open.language,
          asks: this.asks,
          choose: (take) => this.pictures.choose(take),
          chooseMore: (galleryId, most) => this.pictures.chooseMore(galleryId, most),
        }),
        picture: pictureView({
          language: open.language,
          shelf: this.pictures.shelf,
          onreplace: (take) => this.pictures.choose(({ id }) => take(id)),
        }),
      },
      onready: (field, editor) => this.#ready(field, editor),
      onfound: this.find.changed,
    });
  }

  get article(): Article | null {
    return this.open.article;
  }

  get story(): Story | null {
    return this.open.story;
  }

  get mayWrite(): boolean {
    const { state } = this.connection;
    const stopped = state.kind === 'refused' && (state.why === 'forbidden' || state.why === 'reload');
    return (this.article?.may.write ?? false) && !stopped;
  }

  /** Nobody has written anything yet. */
  get isBlank(): boolean {
    return this.words === 0 && this.headline.trim() === '';
  }

  get words(): number {
    return this.counting.text?.words ?? this.article?.wordCount ?? 0;
  }

  /** May write or suggest, and does not only look at the text just now. */
  get mayType(): boolean {
    return this.suggestions.mode !== 'view';
  }

  get #maySuggest(): boolean {
    const { state } = this.connection;
    const stopped = state.kind === 'refused' && (state.why === 'forbidden' || state.why === 'reload');
    return (this.article?.may.suggest ?? false) && !stopped;
  }

  get minutes(): number {
    return this.counting.text?.minutes ?? 0;
  }

  /** Focus mode. The text is told, because its own state does not change. */
  toggleQuiet(): void {
    this.view.quiet = !this.view.quiet;
    this.fields.redraw();
  }

  toggleInvisibles(): void {
    this.view.invisibles = !this.view.invisibles;
    for (const { view } of this.fields.all) showInvisibles(view, this.view.invisibles);
  }

  toggleChoice(choice: 'typography' | 'spelling'): void {
    writingChoices.toggle(choice);
    this.fields.redraw();
  }

  destroy(): void {
    clearTimeout(this.#looking);
    this.find.destroy();
    this.counting.destroy();
    this.view.destroy();
    this.#unlisten();
    this.suggestions.destroy();
    this.comments.destroy();
    this.fields.destroy();
    this.checks.destroy();
    this.preview.destroy();
    release(this.connection);
  }

  #ready(field: Fragment, editor: Editor): void {
    this.counting.follow(editor);
    if (this.view.invisibles) showInvisibles(editor.view, true);
    this.suggestions.watch(field, editor);
    this.comments.watch(field, editor);
    if (field === 'body') {
      this.body = editor;
      this.tools = new TextTools(editor);
      this.checks.edited();
      const links = (this.links = new LinkStates(editor));
      editor.on('destroy', () => {
        links.destroy();
        this.body = null;
        this.tools = null;
        this.links = null;
      });
    }
    if (field !== 'headline') return;
    this.#beginHere(editor);
    const read = () => (this.headline = editor.getText({ blockSeparator: ' ' }));
    editor.on('update', read);
    read();
  }

  /** On an empty sheet one begins to type at once: the caret waits in the headline, unless the focus is elsewhere. */
  #beginHere(editor: Editor): void {
    const { body, activeElement } = document;
    const isFree = activeElement === null || activeElement === body;
    if (isFree && this.mayType && !hasText(this.connection.doc)) editor.view.focus();
  }

  /** Every edit, of this person or another: an article that was clean no longer is. */
  #edited = (): void => {
    this.checks.edited();
    clearTimeout(this.#looking);
    if (this.#mayHaveChanged) {
      this.#looking = setTimeout(() => void this.open.refresh().catch(() => undefined), lookPause);
    }
  };

  get #mayHaveChanged(): boolean {
    const { article } = this;
    if (!article) return false;
    const published = article.publishedRevisionId !== null && !article.changedSincePublication;
    const approved = article.approvedRevisionId !== null && !article.changedSinceApproval;
    return published || approved;
  }
}
