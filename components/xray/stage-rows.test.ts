import { describe, expect, it } from 'vitest';
import type { VerdictView, XrayStageView } from '../../lib/views';
import { stageRows } from './stage-rows';

const stage = (name: string, verdict: VerdictView): XrayStageView => ({
  stage: name,
  verdict,
  saw: '',
  deciding: false,
});

describe('the rows of the X-ray', () => {
  it('give each reached stage its own and the unreached ones one together', () => {
    const quota = stage('quota', 'allowed');
    const key = stage('key', 'refused');
    expect(
      stageRows([quota, key, stage('authorization', 'not reached'), stage('HSM', 'not reached')]),
    ).toEqual([
      { kind: 'stage', stage: quota },
      { kind: 'stage', stage: key },
      { kind: 'not reached', names: ['authorization', 'HSM'] },
    ]);
  });
});
