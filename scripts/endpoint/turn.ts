let turn: Promise<void> | undefined;

/**
 * When everything that has come in by now is worked on. Answers that wait for it go out together: an answer that goes
 * out by itself wakes its client by itself, which takes longer than to make it.
 */
export function endOfTurn(): Promise<void> {
  turn ??= new Promise((resolve) => {
    setImmediate(() => {
      turn = undefined;
      resolve();
    });
  });
  return turn;
}
