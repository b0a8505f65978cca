import type { KeyCareView } from '../../lib/views';

export interface DrillOutcome {
  readonly state: KeyCareView['state'];
  readonly title: string;
  /** Absent where nobody was taken away: then the view's own sentence holds. */
  readonly sentence?: string | undefined;
}

const TITLES: Readonly<Record<KeyCareView['state'], string>> = {
  safe: 'The key can be repaired',
  one: 'One holder is left',
  locked: 'The key is locked',
};

/** What is left of a key's care when some of those who hold its policy are deleted. */
export function afterDrill(
  { keepers, rootCan, state }: Pick<KeyCareView, 'keepers' | 'rootCan' | 'state'>,
  gone: ReadonlySet<string>,
): DrillOutcome {
  const left = keepers.filter(({ arn }) => !gone.has(arn));
  if (left.length === keepers.length) return { state, title: TITLES[state] };
  if (rootCan) {
    return {
      state: 'safe',
      title: TITLES.safe,
      sentence:
        'The root user of the account is let in by the key policy, and cannot be deleted: it can store another.',
    };
  }
  const [last, more] = left;
  if (!last) {
    return {
      state: 'locked',
      title: TITLES.locked,
      sentence:
        'Nobody can change the key policy any more, and a new principal of the same name is another principal. Only AWS Support can open the key again.',
    };
  }
  if (more) return { state: 'safe', title: TITLES.safe, sentence: `${left.length} principals are left.` };
  return { state: 'one', title: TITLES.one, sentence: `Only ${last.label} can still change the key policy.` };
}
