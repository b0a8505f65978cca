/** Hands a text to the learner as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The text of a chosen file, or undefined when it is larger than `most` bytes. */
export async function readFile(file: File, most: number): Promise<string | undefined> {
  return file.size > most ? undefined : await file.text();
}
