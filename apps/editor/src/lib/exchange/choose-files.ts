/** Lets the person choose files of this device. Nothing comes if they think better of it. */
export function chooseFiles(accept: string, take: (files: File[]) => void): void {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept });
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}
