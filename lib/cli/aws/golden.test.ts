import { describe, expect, it } from 'vitest';
import { goldenCases, replay, titleOf } from '../golden/golden.testkit';

/** Every line below was run with the real AWS CLI v2; ours has to say the same, byte for byte. */
for (const theme of ['usage', 'values', 'formats', 'queries', 'pages', 'skeletons', 'configure']) {
  describe(`as the AWS CLI v2 does: ${theme}`, () => {
    goldenCases(theme).forEach((recorded, at) => {
      it(`${at}: ${titleOf(recorded)}`, async () => {
        const { status, stdout, stderr, requests, after } = recorded;
        const said = { status, stdout, stderr, requests, ...(after ? { after } : {}) };
        expect(await replay(recorded)).toEqual(said);
      });
    });
  });
}
