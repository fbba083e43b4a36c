import { afterEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '#lib/components/toasts.svelte.ts';
import { readPaste } from './read-paste.ts';
import { tellLost } from './tell-lost.ts';

const languagesOf = (html: string, lang: string) =>
  JSON.stringify(readPaste(html, lang)?.content).match(/(?<="lang":")[\w-]+/g) ?? [];

describe('what is pasted', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('has the languages that its page marks, but that of the article', () => {
    const html = '<p>The <i lang="fr">bac</i> is <i lang="az">yeni</i></p>';
    expect(languagesOf(html, 'en')).toEqual(['fr', 'az']);
    expect(languagesOf(html, 'az')).toEqual(['fr']);
    expect(languagesOf('<p class=MsoNormal><span lang=RU>The ferry</span></p>', 'en')).toEqual([]);
  });

  it('is told of once where something of it is missed, and not where nothing is', () => {
    const told: string[] = [];
    vi.spyOn(toasts, 'tell').mockImplementation((show) =>
      show(((sentence: string) => told.push(sentence)) as never),
    );
    const paste = (html: string) => tellLost(readPaste(html, 'en')?.lost ?? []);
    paste('<p>Words <img src="https://paper.example/a.jpg"></p><script>x()</script><button>Share</button>');
    paste('<p><a href="javascript:share()">Share</a><svg class="icon"></svg></p>');
    expect(told).toEqual([]);
    paste(
      '<p>Words</p><ul><li><table><tr><td>a<td>b</table></ul><iframe src="https://chart.example/1"></iframe>',
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/: 1, .*: 1$/);
  });
});
