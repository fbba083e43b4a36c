import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@broadsheet/types';
import { notFound } from '../common/changed-meanwhile.ts';
import { Turnstile } from '../common/turnstile.ts';
import { PublicPool } from '../database/public-pool.service.ts';
import { ENV, type Env } from '../env.ts';
import { CardFiles } from './card-files.ts';
import { cardVersion, cardWords, iconVersions } from './card-version-sql.ts';
import type { CardText } from './draw-card.ts';

/** Icons kept in memory: three sizes of four languages, and as many of the last change. */
const mostIcons = 24;
/** Pictures that may wait to be drawn: a minute's work. Networks that are refused come again. */
const mostWaiting = 100;

/**
 * Pictures drawn from words: a card for each published article, icons for the site. Only what is published now is
 * drawn, each once; no word of an address gets into a picture.
 */
@Injectable()
export class Cards {
  private readonly files: CardFiles;
  private readonly making = new Map<string, Promise<Buffer>>();
  private readonly icons = new Map<string, Promise<Buffer>>();
  /** Drawing takes a whole core for a moment: one picture after the other. */
  private readonly turnstile = new Turnstile(
    1,
    mostWaiting,
    'Too many pictures are being drawn. Try again soon.',
  );

  constructor(
    @Inject(PublicPool) private readonly pool: PublicPool,
    @Inject(ENV) env: Env,
  ) {
    this.files = new CardFiles(env.DATA_DIR);
  }

  /** @throws DomainError NOT_FOUND for anything but the present card of a published article, OVERLOADED */
  async card(articleId: string, version: string): Promise<Buffer> {
    const { rows } = await this.pool.query<CardText & { version: string }>({
      name: 'public-card',
      text: `select p.headline, ${cardWords.site} as site, ${cardWords.section} as section, ${cardVersion} as version
               from published_article p cross join site_settings s where p.article_id = $1`,
      values: [articleId],
    });
    const [text] = rows;
    if (text?.version !== version) throw notFound('picture');
    return (await this.files.read(articleId, version)) ?? this.makeOnce(articleId, version, text);
  }

  /** @throws DomainError NOT_FOUND for anything but the present icon of a language, OVERLOADED */
  async icon(language: Language, version: string, pixels: number): Promise<Buffer> {
    const { rows } = await this.pool.query<{ versions: Record<string, string>; name: string }>(
      `select ${iconVersions} as versions, s.texts -> $1 ->> 'name' as name from site_settings s`,
      [language],
    );
    const [row] = rows;
    if (row?.versions[language] !== version) throw notFound('picture');
    const key = `${language} ${version} ${pixels}`;
    const known = this.icons.get(key);
    if (known) return known;
    const drawn = this.turnstile.pass(async () => {
      // what draws takes 40 MB, and many processes never draw
      const { drawIcon } = await import('./draw-icon.ts');
      return drawIcon(row.name, language, pixels);
    });
    this.icons.set(key, drawn);
    drawn.catch(() => this.icons.delete(key));
    const [oldest] = this.icons.keys();
    if (oldest !== undefined && this.icons.size > mostIcons) this.icons.delete(oldest);
    return drawn;
  }

  /** Whoever asks meanwhile waits for the same. */
  private makeOnce(articleId: string, version: string, text: CardText): Promise<Buffer> {
    const key = `${articleId} ${version}`;
    const underWay = this.making.get(key);
    if (underWay) return underWay;
    const made = this.turnstile
      .pass(async () => {
        const { drawCard } = await import('./draw-card.ts');
        const picture = await drawCard(text);
        await this.files.write(articleId, version, picture);
        return picture;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, made);
    return made;
  }
}
