import { describe, expect, it } from 'vitest';
import { forgedSurroundings, hostileHtml } from '../../../../../../packages/document/test/hostile-html.ts';
import { mostLines, ownCopy, withoutLanguages } from './own-copies.ts';

const signed = (slice: string, inner = 'Words') =>
  `<p data-broadsheet="" data-pm-slice="${slice}">${inner}</p>`;
const quoted = (value: unknown) =>
  JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

describe('what was copied here', () => {
  it('is known by its sign, as browsers hand it over', () => {
    const html = signed('1 1 []', 'One < two, <a href="/en/news/bridge">on = off</a>');
    const whole = `<html><body>\n<!--StartFragment-->${html}<!--EndFragment-->\n</body></html>`;
    expect(ownCopy(whole)).toBe(whole);
    expect(ownCopy(`<meta charset='utf-8'>${html}`)).toContain('One');
  });

  it('is not what another editor of the same making writes, nor a part of it without the rest', () => {
    for (const html of [
      '<p data-pm-slice="1 1 []">Words</p>',
      '<p data-broadsheet="">Words</p>',
      '<p data-pm-slice="1 1 []">data-broadsheet</p>',
      `<p data-pm-slice='1 1 ["video",{}]'>Words</p>${signed('1 1 []')}`,
      '<p data-broadsheet="" DATA-PM-SLICE="1 1 []">Words</p>',
    ])
      expect(ownCopy(html)).toBeNull();
  });

  it('S4: holds nothing that no copy of ours holds', () => {
    for (const html of hostileHtml.filter((each) => /<(?!a |p |span )\w|\son\w+=/i.test(each)))
      expect(ownCopy(signed('0 0 []') + html), html).toBeNull();
  });

  it('S4: says no more of what its words stood in than which blocks these were', () => {
    expect(ownCopy(signed(`2 2 ${quoted(['orderedList', { start: 9 }, 'listItem', { id: 'x"y' }])}`))).toBe(
      signed(`2 2 ${quoted(['orderedList', null, 'listItem', null])}`),
    );
    expect(ownCopy(signed(`3 3 ${quoted(['correction', { date: 'x' }, 'bulletList', {}])}`))).toBe(
      signed(`3 3 ${quoted(['bulletList', null])}`),
    );
    for (const around of forgedSurroundings)
      expect(ownCopy(signed(`2 2 ${quoted(around)}`))).not.toMatch(/alert|javascript|date|polluted|x&quot;y/);
    expect(ownCopy(signed('1 1 [nonsense'))).toBe(signed('1 1 []'));
  });

  it('S21: is judged at once, and is not believed to be more than is pasted at once', () => {
    const start = performance.now();
    expect(ownCopy(signed('1 1 []') + '<p>x</p>'.repeat(mostLines))).toBeNull();
    for (const piece of [
      '<',
      '<p',
      '<p ',
      '<p on',
      ' on',
      'data-pm-slice="',
      ' data-broadsheet',
      '&quot;',
      '[',
    ])
      ownCopy(signed(`1 1 ${piece.repeat(150_000)}`) + piece.repeat(150_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('what is pasted into a line from elsewhere', () => {
  it('brings no language that a program proofread it in', () => {
    expect(
      withoutLanguages(`<p lang="ru">a <SPAN LANG=EN-US class=x>b</SPAN> <b xml:lang='az' lang='az'>c</b>`),
    ).toBe('<p>a <SPAN class=x>b</SPAN> <b>c</b>');
    expect(withoutLanguages('<p>write lang="en" here</p>')).toBe('<p>write lang="en" here</p>');
  });

  it('S21: is read in time that grows with its length', () => {
    const start = performance.now();
    for (const piece of ['<a ', '<', ' lang=', '<a lang="']) withoutLanguages(piece.repeat(150_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
