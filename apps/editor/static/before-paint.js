// Runs before the first paint, so that neither theme nor rail jumps.
try {
  const theme = localStorage.getItem('broadsheet.theme');
  if (theme === 'light' || theme === 'night') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('broadsheet.rail') === 'narrow') document.documentElement.dataset.rail = 'narrow';
} catch {
  // Storage is closed to us: the system's theme stays.
}
