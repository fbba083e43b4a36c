import type { Language } from '@broadsheet/types';

/** What the sample site prints: enough of each language to show its letters, its line breaks and every plain block. */
export const sampleTexts: Record<Language, { headlines: string[]; standfirst: string; html: string }> = {
  az: {
    headlines: ['Köhnə körpü yenidən açıldı', 'Şəhər bağında qışa hazırlıq', 'Gölün üstündə durnalar'],
    standfirst: 'Ustalar iki il işlədi. İndi kəndə yol yenə qısadır.',
    html: body(
      'Səhər tezdən ilk avtobus körpüdən keçdi. Sürücü siqnal verdi, uşaqlar əl etdi.',
      'Nə dəyişib',
      ['Daşlar təmizlənib.', 'Məhəccər yenidir.', 'Gecələr işıq yanır.'],
      'Biz onu tikmədik, biz onu qaytardıq.',
    ),
  },
  ru: {
    headlines: ['Старый мост снова открыт', 'Городской сад готовится к зиме', 'Журавли над озером'],
    standfirst: 'Мастера работали два года. Дорога в село опять короткая.',
    html: body(
      'Рано утром по мосту прошёл первый автобус. Водитель посигналил, дети помахали ему вслед.',
      'Что изменилось',
      ['Камень очищен.', 'Перила новые.', 'Ночью горит свет.'],
      'Мы его не строили, мы его вернули.',
    ),
  },
  en: {
    headlines: [
      'The old bridge is open again',
      'The city garden makes ready for winter',
      'Cranes over the lake',
    ],
    standfirst: 'Masons worked for two years. The way to the village is short once more.',
    html: body(
      'Early in the morning the first bus crossed the bridge. The driver sounded his horn, and the children waved.',
      'What is new',
      ['The stone is clean.', 'The railing is new.', 'There is light at night.'],
      'We did not build it, we gave it back.',
    ),
  },
  hy: {
    headlines: ['Հին կամուրջը կրկին բաց է', 'Քաղաքի այգին պատրաստվում է ձմռանը', 'Կռունկներ լճի վրա'],
    standfirst: 'Վարպետներն աշխատեցին երկու տարի։ Գյուղի ճանապարհը կրկին կարճ է։',
    html: body(
      'Վաղ առավոտյան առաջին ավտոբուսն անցավ կամրջով։ Վարորդը ազդանշան տվեց, երեխաները ձեռքով արեցին։',
      'Ինչ է նոր',
      ['Քարը մաքուր է։', 'Բազրիքը նոր է։', 'Գիշերը լույս կա։'],
      'Մենք այն չկառուցեցինք, մենք այն վերադարձրինք։',
    ),
  },
};

function body(text: string, heading: string, items: readonly string[], quote: string): string {
  const list = items.map((item) => `<li><p>${item}</p></li>`).join('');
  return `<p>${text}</p><p>${text} <a href="https://example.org/bridge">${heading}</a></p><h2>${heading}</h2>
<ul>${list}</ul><blockquote class="pull"><p>${quote}</p></blockquote><p>${text}</p>`;
}
