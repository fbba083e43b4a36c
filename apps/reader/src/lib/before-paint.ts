/**
 * The one inline script: puts on the theme and text size that a reader chose before anything is painted, and tells
 * the styles that scripts run. Storage may be forbidden; then the page is as it was sent.
 */
export const beforePaint =
  "{const r=document.documentElement;r.dataset.script='';try{const{theme:t,size:s}=localStorage;" +
  "if(t==='dark'||t==='light')r.dataset.theme=t;" +
  "if(s>=.875&&s<=1.5){r.style.setProperty('--text-scale',s);if(s>1.2)r.dataset.text='large'}}catch{}}";
