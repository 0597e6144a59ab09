// Runs before the first paint, as a file because the content security policy forbids inline scripts. Without it a
// person who chose the other theme than the system's sees a flash. The key is read and written by app/theme.ts.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('tenantatlas.theme');
  } catch {
    // Storage may be forbidden; then the system's theme holds.
  }
  if (['light', 'dark', 'contrast'].includes(theme)) document.documentElement.dataset.theme = theme;
})();
