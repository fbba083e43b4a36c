/** Hands a file, or what lies at an address of this origin, to the person as a download. */
export function download(what: File | string): void {
  const link = document.createElement('a');
  const isFile = what instanceof File;
  link.href = isFile ? URL.createObjectURL(what) : what;
  link.download = isFile ? what.name : '';
  link.click();
  // the browser reads the file after this turn
  if (isFile) setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
