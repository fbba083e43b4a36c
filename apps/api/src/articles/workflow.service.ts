import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Article,
  CheckCode,
  PublishInput,
  ScheduleInput,
  SendBackInput,
  StepInput,
  WorkflowStep,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { Documents, type DocumentSnapshot } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { may } from '../permissions/permissions.ts';
import { PublishingService, type PublicationDates } from '../publishing/publishing.service.ts';
import { siteTimeToInstant } from '../publishing/site-time.ts';
import { freeze, readFrozen, type FrozenRevision } from '../revisions/freeze.ts';
import { lockedArticle, readableArticle, scopeOf, type ArticleRow } from './article-rows.ts';
import { ArticlesService } from './articles.service.ts';
import { refuseStale } from './changed-meanwhile.ts';
import { workflowState } from './to-article.ts';
import { refusal, stepAction, stepsFrom, stepTarget } from './workflow.ts';

/** What a step works with, inside its transaction. */
interface StepContext {
  manager: EntityManager;
  person: Person;
  /** The article, locked. */
  row: ArticleRow;
  /** The text as it is this moment, locked against edits; taken only for steps that freeze it. */
  snapshot: DocumentSnapshot | null;
}

/** The steps from a draft to its readers. Each is one transaction that ends in a new version of the article. */
@Injectable()
export class WorkflowService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(PublishingService) private readonly publishing: PublishingService,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  submit(person: Person, id: string, input: StepInput): Promise<Article> {
    return this.step(person, id, 'submit', input.version, (context) => this.setStatus(context, 'submit'));
  }

  sendBack(person: Person, id: string, input: SendBackInput): Promise<Article> {
    return this.step(person, id, 'send_back', input.version, (context) =>
      this.setStatus(context, 'send_back', input.note),
    );
  }

  approve(person: Person, id: string, input: PublishInput): Promise<Article> {
    return this.step(person, id, 'approve', input.version, async (context) => {
      const revision = await this.frozen(context, 'approved');
      const { manager, row } = context;
      const warnings = await this.publishing.refuseUnready(manager, row, revision, input.accepted);
      await this.setFrozen(context, 'approve', revision, { publishAt: null, warnings });
    });
  }

  /** Publishes the approved revision, or, where none waits, the text of this moment. Serves updates too. */
  publish(person: Person, id: string, input: PublishInput, dates: PublicationDates = {}): Promise<Article> {
    return this.step(person, id, 'publish', input.version, async (context) => {
      const { manager, row } = context;
      const waiting = waitingRevision(row);
      const revision = waiting ? await readFrozen(manager, waiting) : await this.frozen(context, 'published');
      await this.publishing.publish(manager, row, revision, { ...dates, accepted: acceptedOf(row, input) });
    });
  }

  /** @throws DomainError SCHEDULE_IN_PAST, and INPUT_INVALID for a time that the site's clock skips */
  schedule(person: Person, id: string, input: ScheduleInput): Promise<Article> {
    return this.step(person, id, 'schedule', input.version, async (context) => {
      const { timeZone, now } = await this.siteClock(context.manager);
      const publishAt = siteTimeToInstant(input.publishAt, timeZone);
      if (publishAt <= now)
        throw new DomainError(
          'SCHEDULE_IN_PAST',
          'This time has passed on the clock of the site. Nothing was scheduled; choose a later one, or publish now.',
          [{ path: 'publishAt', message: 'Choose a time that is still to come.' }],
        );
      const waiting = waitingRevision(context.row);
      const revision = waiting
        ? await readFrozen(context.manager, waiting)
        : await this.frozen(context, 'scheduled');
      const accepted = acceptedOf(context.row, input);
      const { manager, row } = context;
      const warnings = await this.publishing.refuseUnready(manager, row, revision, accepted, publishAt);
      await this.setFrozen(context, 'schedule', revision, { publishAt, warnings });
    });
  }

  unschedule(person: Person, id: string, input: StepInput): Promise<Article> {
    return this.step(person, id, 'unschedule', input.version, ({ manager }) =>
      manager.query(`update article set status = 'approved', publish_at = null where id = $1`, [id]),
    );
  }

  unpublish(person: Person, id: string, input: StepInput): Promise<Article> {
    return this.step(person, id, 'unpublish', input.version, ({ manager, row }) =>
      this.publishing.unpublish(manager, row),
    );
  }

  private step(
    person: Person,
    id: string,
    asked: WorkflowStep,
    version: number,
    work: (context: StepContext) => Promise<unknown>,
  ): Promise<Article> {
    return this.dataSource.transaction(async (manager) => {
      const seen = await readableArticle(manager, person, id);
      const snapshot = freezes(asked, seen) ? await this.documents.snapshot(manager, id) : null;
      const row = await lockedArticle(manager, id);
      const step = asked === 'publish' && row.published_revision_id ? 'update' : asked;
      if (!may(person, stepAction[step], scopeOf(row)))
        throw new DomainError(
          'FORBIDDEN',
          'Your roles do not allow this step here. Nothing was changed; the desk can do it.',
        );
      refuseStale(row, version);
      const state = workflowState(row);
      if (!stepsFrom(state).includes(step)) throw new DomainError('STEP_NOT_ALLOWED', refusal(step, state));
      await work({ manager, person, row, snapshot });
      await manager.query(
        'update article set version = version + 1, last_change = $2, last_change_by_id = $3 where id = $1',
        [id, step, person.id],
      );
      await this.notices.send(manager, 'article', id);
      return this.articles.get(person, id, manager);
    });
  }

  /** Freezes the text of this moment. */
  private frozen(
    { manager, row, snapshot, person }: StepContext,
    reason: 'approved' | 'scheduled' | 'published',
  ): Promise<FrozenRevision> {
    // the lock comes after the look that decided on a snapshot; a version in between is refused before this
    if (!snapshot) throw new Error(`No snapshot to freeze article ${row.id} from`);
    return freeze(manager, row, snapshot, reason, person.id);
  }

  private async setStatus({ manager, row }: StepContext, step: WorkflowStep, deskNote = ''): Promise<void> {
    await manager.query(
      'update article set status = $2, desk_note = $3, approved_revision_id = null, publish_at = null where id = $1',
      [row.id, stepTarget[step], deskNote],
    );
  }

  private async setFrozen(
    { manager, row }: StepContext,
    step: WorkflowStep,
    revision: FrozenRevision,
    { publishAt, warnings }: { publishAt: Date | null; warnings: CheckCode[] },
  ): Promise<void> {
    await manager.query(
      `update article set status = $2, approved_revision_id = $3, publish_at = $4, desk_note = '', accepted_checks = $5
        where id = $1`,
      [row.id, stepTarget[step], revision.id, publishAt, warnings],
    );
  }

  /** The database's clock is the one that decides what is due, so it also decides what is past. */
  private async siteClock(manager: EntityManager): Promise<{ timeZone: string; now: Date }> {
    const rows: { timeZone: string; now: Date }[] = await manager.query(
      'select time_zone as "timeZone", clock_timestamp() as now from site_settings',
    );
    if (!rows[0]) throw new Error('The site has no settings');
    return rows[0];
  }
}

/** Whether a step freezes the text of this moment rather than using what is frozen already. */
function freezes(step: WorkflowStep, row: ArticleRow): boolean {
  if (step === 'approve') return true;
  return (step === 'publish' || step === 'schedule') && waitingRevision(row) === null;
}

/** Who froze what waits has seen its warnings, so they are not asked about again. */
const acceptedOf = (row: ArticleRow, { accepted }: PublishInput): CheckCode[] | undefined =>
  accepted && waitingRevision(row) ? [...accepted, ...row.accepted_checks] : accepted;

/** The revision that was frozen when the article was approved or scheduled: it is the one that goes out. */
function waitingRevision({ status, approved_revision_id }: ArticleRow): string | null {
  return status === 'approved' || status === 'scheduled' ? approved_revision_id : null;
}
