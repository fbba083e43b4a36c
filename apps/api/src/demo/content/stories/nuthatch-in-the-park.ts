import type { DemoStory } from '../types.ts';

export const nuthatchInThePark: DemoStory = {
  key: 'nuthatch-in-the-park',
  section: 'nature',
  regions: ['azerbaijan'],
  topics: ['animals', 'cities'],
  authors: ['leyla-sarvanli'],
  lead: 'nuthatch-on-trunk',
  hoursAgo: 34,
  original: 'az',
  articles: {
    az: {
      slug: 'seher-parkinda-agacdan-basiasagi-enen-qus-yasayir',
      headline: 'Şəhər parkında ağacdan başıaşağı enən quş yaşayır',
      standfirst: 'Sitta əvvəllər yalnız meşədə görünürdü. İndi onu skamyada oturanlar da tanıyır.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'Səhər saat səkkizdə parkda adam azdır. Qoca çinarın gövdəsində balaca bir quş görünür. O, başqa quşların bacarmadığını bacarır, gövdə ilə ',
            { text: 'başıaşağı enir', bold: true },
            '. Bu, sittadır.',
          ],
        },
        {
          type: 'p',
          text: 'Sittanın beli boz-mavi, qarnı sarımtıldır. Gözünün yanından qara zolaq keçir. Quş ağac qabığının altında həşərat axtarır, payızda isə fındıq və toxum gizlədir.',
        },
        { type: 'h2', text: 'Niyə parka gəlib?' },
        {
          type: 'p',
          text: [
            'Parkın bağbanı Vüqar deyir ki, səbəb qoca ağaclardır. Onların qabığı qalındır, gövdəsində oyuqlar var. Quş üçün bu, ',
            { text: 'hazır evdir', italic: true },
            '. Üstəlik, bağbanlar indi quru budaqları yuva quran quşlara görə yazda kəsmirlər.',
          ],
        },
        {
          type: 'quote',
          text: 'Əvvəl gələnlər məndən yalnız güllərin adını soruşurdu. İndi hamı quşu soruşur.',
          attribution: 'Vüqar, parkın bağbanı',
        },
        { type: 'h2', text: 'Quşu necə görmək olar?' },
        {
          type: 'ul',
          items: [
            'Səhər tezdən gəlin və sakit dayanın.',
            'Gövdənin ortasına yox, kənarına baxın.',
            'Quşa çörək verməyin, ona toxum lazımdır.',
          ],
        },
        {
          type: 'p',
          text: [
            'Parkda indi üç cüt sitta yaşayır. Onların yerini göstərən ',
            { text: 'kiçik xəritə', href: 'https://example.com/park-map' },
            ' girişdəki lövhədədir. Xəritəni yaxınlıqdakı məktəbin şagirdləri çəkiblər. Onlar hər həftə sonu quşları sayır və nəticəni lövhəyə təbaşirlə yazırlar.',
          ],
        },
      ],
    },
  },
};
