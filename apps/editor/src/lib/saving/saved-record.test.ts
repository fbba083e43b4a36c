import { describe, expect, it } from 'vitest';
import { ApiError, KeptHere } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import {
  SavedRecord,
  type FieldShelf,
  type Keeper,
  type Part,
  type ShelvedField,
} from './saved-record.svelte.ts';

interface Region {
  name: string;
  slug: string;
  version: number;
  by: string;
}
type Patch = Partial<Omit<Region, 'version'>>;

const part = (key: 'name' | 'slug'): Part<Region, Patch, string> => ({
  key,
  label: () => key.toUpperCase(),
  read: (region) => region[key],
  patch: (_region, text) => ({ [key]: text }),
  show: (text) => text,
});
const [name, slug] = [part('name'), part('slug')];

/** A newsroom of one region that refuses old versions, as the API does. */
class Newsroom implements Keeper<Region, Patch> {
  region: Region = { name: 'Georgia', slug: 'georgia', version: 1, by: 'me' };
  saves = 0;
  isAway = false;

  save = async (seen: Region, patch: Patch): Promise<Region> => {
    if (this.isAway) throw new ApiError('UNREACHABLE', 0, 'no network');
    if (seen.version !== this.region.version) throw new ApiError('CHANGED_MEANWHILE', 409, 'old version');
    if (patch.slug === 'taken') throw new ApiError('SLUG_TAKEN', 409, 'taken');
    this.saves += 1;
    this.region = { ...this.region, ...patch, version: this.region.version + 1, by: 'me' };
    return Promise.resolve(this.region);
  };
  again = (): Promise<Region> => Promise.resolve(this.region);
  changeOf = ({ version, by }: Region) => ({ version, by });
  edit(patch: Patch): void {
    this.region = { ...this.region, ...patch, version: this.region.version + 1 };
  }
}

/** A device that keeps fields. */
class Device implements FieldShelf {
  readonly fields = new Map<string, ShelvedField>();

  isFull = false;

  keep = (field: ShelvedField) => {
    if (!this.isFull) this.fields.set(field.part, field);
    return Promise.resolve(!this.isFull);
  };
  drop = (key: string) => void this.fields.delete(key);
  all = () => Promise.resolve([...this.fields.values()]);
}

function open() {
  const newsroom = new Newsroom();
  return { newsroom, record: new SavedRecord(newsroom.region, newsroom) };
}

describe('a record that is saved part by part', () => {
  it('saves one change after the other', async () => {
    const { newsroom, record } = open();
    await Promise.all([record.change(name, 'Sakartvelo'), record.change(slug, 'sakartvelo')]);
    expect(newsroom.region).toMatchObject({ name: 'Sakartvelo', slug: 'sakartvelo' });
    expect(record.state).toBe('saved');
  });

  it('sends nothing when nothing has changed', async () => {
    const { newsroom, record } = open();
    await record.change(name, 'Georgia');
    expect(newsroom.saves).toBe(0);
  });

  it('puts a change on top of what somebody did elsewhere', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ slug: 'sakartvelo' });
    await record.change(name, 'Sakartvelo');
    expect(record.conflictOf('name')).toBeNull();
    expect(newsroom.region).toMatchObject({ name: 'Sakartvelo', slug: 'sakartvelo' });
  });

  it('shows both values when two people changed the same part', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs' });
    await record.change(name, 'Mine');
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
    expect(newsroom.region.name).toBe('Theirs');
  });

  it('names who changed the part, whether that was heard of before or by the refusal', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs', by: 'Leyla' });
    await record.change(name, 'Mine');
    expect(record.conflictOf('name')?.by).toBe('Leyla');

    const before = record.wanted(slug);
    newsroom.edit({ slug: 'theirs', by: 'Davit' });
    record.thing = newsroom.region;
    newsroom.edit({ name: 'Another', by: 'Mira' });
    record.thing = newsroom.region;
    await record.change(slug, 'mine', before);
    expect(record.conflictOf('slug')?.by).toBe('Davit');
  });

  it('names nobody where several may have been it', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs', by: 'Leyla' });
    newsroom.edit({ slug: 'theirs', by: 'Davit' });
    await record.change(name, 'Mine');
    expect(record.conflictOf('name')).toMatchObject({ theirs: 'Theirs', by: null });
  });

  it('keeps mine when the person says so', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs' });
    await record.change(name, 'Mine');
    await record.conflictOf('name')?.keep();
    expect(newsroom.region.name).toBe('Mine');
    expect(record.conflictOf('name')).toBeNull();
  });

  it('takes theirs when the person says so', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs' });
    await record.change(name, 'Mine');
    record.conflictOf('name')?.take();
    expect(record.thing.name).toBe('Theirs');
    expect(record.conflictOf('name')).toBeNull();
  });

  it('asks also where the other change was heard of while the person still typed', async () => {
    const { newsroom, record } = open();
    const before = record.wanted(name);
    newsroom.edit({ name: 'Theirs' });
    record.thing = newsroom.region;
    await record.change(name, 'Mine', before);
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
    expect([newsroom.saves, newsroom.region.name]).toEqual([0, 'Theirs']);
  });

  it('asks where the other change was heard of after a save had failed', async () => {
    const { newsroom, record } = open();
    newsroom.isAway = true;
    await record.change(name, 'Mine');
    newsroom.isAway = false;
    newsroom.edit({ name: 'Theirs' });
    record.thing = newsroom.region;
    expect((await record.settle()).map(({ shown, error }) => [shown, error])).toEqual([['Mine', null]]);
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
  });

  it('shows what is on its way, so that the next change builds on it', async () => {
    const { newsroom, record } = open();
    const first = record.change(name, 'Sakart');
    expect([record.wanted(name), record.thing.name]).toEqual(['Sakart', 'Georgia']);
    await Promise.all([first, record.change(name, `${record.wanted(name)}velo`)]);
    expect([newsroom.region.name, record.wanted(name)]).toEqual(['Sakartvelo', 'Sakartvelo']);
    newsroom.isAway = true;
    await Promise.all([record.change(name, 'One'), record.change(name, 'Two')]);
    newsroom.isAway = false;
    await record.settle();
    expect([record.conflictOf('name'), newsroom.region.name]).toEqual([null, 'Two']);
  });

  it('does not ask about what the person wrote there themselves a moment ago', async () => {
    const { newsroom, record } = open();
    const before = record.wanted(name);
    await Promise.all([record.change(name, 'Sakart', before), record.change(name, 'Sakartvelo', before)]);
    expect(record.conflictOf('name')).toBeNull();
    expect(newsroom.region.name).toBe('Sakartvelo');
  });

  it('asks where a colleague came back to what the person had written there once', async () => {
    const { newsroom, record } = open();
    await record.change(name, 'Sakartvelo');
    for (const next of ['Georgia (country)', 'Sakartvelo']) newsroom.edit({ name: next });
    record.thing = newsroom.region;
    await record.change(name, 'Georgia', 'Georgia (country)');
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Georgia', theirs: 'Sakartvelo' });
  });

  it('asks again when a third value came while the question stood', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs' });
    await record.change(name, 'Mine');
    newsroom.edit({ name: 'A third one' });
    await record.conflictOf('name')?.keep();
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Mine', theirs: 'A third one' });
    expect(newsroom.region.name).toBe('A third one');
  });

  it('has no conflict when both wrote the same', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Same' });
    await record.change(name, 'Same');
    expect(record.conflictOf('name')).toBeNull();
  });

  it('keeps what could not be saved, and tries it again with the next question whether all is saved', async () => {
    const { newsroom, record } = open();
    newsroom.isAway = true;
    await record.change(name, 'Sakartvelo');
    await record.change(slug, 'sakartvelo');
    expect([record.wanted(name), record.wanted(slug), record.isUnsaved]).toEqual([
      'Sakartvelo',
      'sakartvelo',
      true,
    ]);
    expect((await record.settle()).map(({ label, shown }) => [label, shown])).toEqual([
      ['NAME', 'Sakartvelo'],
      ['SLUG', 'sakartvelo'],
    ]);
    newsroom.isAway = false;
    expect(await record.settle()).toEqual([]);
    expect(newsroom.region).toMatchObject({ name: 'Sakartvelo', slug: 'sakartvelo' });
    expect(record.isUnsaved).toBe(false);
  });

  it('waits for a change that is on its way', async () => {
    const { newsroom, record } = open();
    void record.change(name, 'Sakartvelo');
    expect(record.isUnsaved).toBe(true);
    await record.settle();
    expect(newsroom.region.name).toBe('Sakartvelo');
  });

  it('keeps what can’t be sent beside the reason, until what is saved is put back', async () => {
    const { newsroom, record } = open();
    record.refuse(slug, 'not a slug', new ApiError('INPUT_INVALID', 0, 'no slug'));
    expect(await record.settle()).toHaveLength(1);
    expect([record.wanted(slug), newsroom.saves]).toEqual(['not a slug', 0]);
    await record.change(slug, 'georgia');
    expect([record.faultOf('slug'), await record.settle()]).toEqual([null, []]);
  });

  it('keeps one question open while another part is saved', async () => {
    const { newsroom, record } = open();
    newsroom.edit({ name: 'Theirs', slug: 'theirs' });
    await record.change(name, 'Mine');
    await record.change(slug, 'mine');
    expect(record.conflictOf('name')).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
    expect((await record.settle()).map(({ shown, error }) => [shown, error])).toEqual([['Mine', null]]);
  });

  it('names the part that could not be saved and leaves the record as it was', async () => {
    const { record } = open();
    await record.change(slug, 'taken');
    expect(record.faultOf('slug')).toMatchObject({ code: 'SLUG_TAKEN' });
    expect(record.faultOf('name')).toBeNull();
    expect(record.thing.slug).toBe('georgia');
  });

  it('says of a change without a connection that this device keeps it, if it does', async () => {
    const { newsroom } = open();
    const device = new Device();
    newsroom.isAway = true;
    const record = new SavedRecord(newsroom.region, newsroom, device);
    await record.change(name, 'Sakartvelo');
    expect(sentenceFor(record.faultOf('name'))).toMatch(/^Kept on this device\./);
    device.isFull = true;
    await record.change(slug, 'sakartvelo');
    expect(record.faultOf('slug')).not.toBeInstanceOf(KeptHere);
    expect(sentenceFor(record.faultOf('slug'))).toMatch(/can't be reached/);
    newsroom.isAway = false;
    expect(await record.settle()).toEqual([]);
    expect(newsroom.region).toMatchObject({ name: 'Sakartvelo', slug: 'sakartvelo' });
  });

  it('goes on after a reload with what could not be saved before', async () => {
    const { newsroom } = open();
    const device = new Device();
    newsroom.isAway = true;
    const before = new SavedRecord(newsroom.region, newsroom, device);
    await Promise.all([before.change(name, 'Sakartvelo'), before.change(slug, 'sakartvelo')]);
    expect([...device.fields.keys()]).toEqual(['name', 'slug']);

    newsroom.edit({ slug: 'theirs' });
    newsroom.isAway = false;
    const after = new SavedRecord(newsroom.region, newsroom, device);
    await after.restore([name, slug]);
    await after.settle();
    expect(newsroom.region).toMatchObject({ name: 'Sakartvelo', slug: 'theirs' });
    expect(after.conflictOf('slug')).toMatchObject({ mine: 'sakartvelo', theirs: 'theirs' });
    expect([...device.fields.keys()]).toEqual(['slug']);
    after.conflictOf('slug')?.take();
    expect(device.fields.size).toBe(0);
  });
});
