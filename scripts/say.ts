/** What a script has to say to its user: a line on the standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
