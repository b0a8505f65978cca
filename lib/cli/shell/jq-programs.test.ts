import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';
import { mendedProgram } from './jq-programs';

const POLICY = '{"Statement":[{"Sid":"a"},{"Sid":"b","Condition":{"Bool":{"x":"true"}}}]}';

describe('an assignment or a deletion in jq', () => {
  it.each([
    ['{}', '.a.b = 1', '{"a":{"b":1}}'],
    ['{"a":{}}', '.a.b.c = 1', '{"a":{"b":{"c":1}}}'],
    ['{"a":{"z":0}}', '.a.b.c = 1', '{"a":{"z":0,"b":{"c":1}}}'],
    ['null', '.a[1] = 1', '{"a":[null,1]}'],
    ['{}', '.["a b"]."c".d |= 5', '{"a b":{"c":{"d":5}}}'],
    ['{}', '.a.b += 2 | .a.c //= 3', '{"a":{"b":2,"c":3}}'],
    ['{}', '.a.b = (.x | if . == null then 1 else 2 end), .c', '{"a":{"b":1}}\nnull'],
    ['{}', '.a.b = if .x then 1 else 2 end | .c = "; | .d.e = 1"', '{"a":{"b":2},"c":"; | .d.e = 1"}'],
    ['{}', 'if true then .a.b = 1 else . end', '{"a":{"b":1}}'],
    ['[{}]', 'map(.a.b = 1) # .c.d = 2', '[{"a":{"b":1}}]'],
    ['{}', '"k" as $k | 0 as $i | .[$k].b[$i].c = 1', '{"k":{"b":[{"c":1}]}}'],
    ['{}', 'reduce (1, 2) as $i (.; .n.sum += $i)', '{"n":{"sum":3}}'],
    ['{"a":{"b":1}}', '.a.b == 1, (.a.b != 1)', 'true\nfalse'],
    [
      POLICY,
      '.Statement[].Condition.StringEquals."kms:ViaService" = "s3"',
      '{"Statement":[{"Sid":"a","Condition":{"StringEquals":{"kms:ViaService":"s3"}}},{"Sid":"b","Condition":{"Bool":{"x":"true"},"StringEquals":{"kms:ViaService":"s3"}}}]}',
    ],
    [POLICY, '.Statement += [{"Sid":"c"}] | .Statement | length', '3'],
    ['[{"i":1,"e":1},{"i":2,"e":2}]', '(.[] | select(.i == 2)).e = 9', '[{"i":1,"e":1},{"i":2,"e":9}]'],
    [
      '[{"i":1,"e":1},{"i":2,"e":2}]',
      '(.[] | select(.i == 2) | .e) |= . + 5',
      '[{"i":1,"e":1},{"i":2,"e":7}]',
    ],
    [
      '[{"i":1,"e":1},{"i":2,"e":2}]',
      '(.[] | select(.i == 1)) |= . + {x: 1}',
      '[{"i":1,"e":1,"x":1},{"i":2,"e":2}]',
    ],
    [
      '[{"i":1,"e":1},{"i":2,"e":2}]',
      '(.[] | select(.i > 0) | .a.b) += 1',
      '[{"i":1,"e":1,"a":{"b":1}},{"i":2,"e":2,"a":{"b":1}}]',
    ],
    ['[{"i":1,"e":1},{"i":2,"e":2}]', 'del(.[] | select(.i == 1))', '[{"i":2,"e":2}]'],
    ['[{"i":1,"e":1},{"i":2,"e":2}]', 'del(.[].e)', '[{"i":1},{"i":2}]'],
    ['[{"i":1,"e":1},{"i":2,"e":2}]', 'del(.[] | select(.i == 1) | .e) | del(.[1].i)', '[{"i":1},{"e":2}]'],
    ['[{"i":1,"e":1},{"i":2,"e":2}]', 'del(.[0], .[1].e)', '[{"i":2}]'],
    ['{"a":{"x":1},"b":{"x":2}}', 'del(.[] | select(.x == 1))', '{"b":{"x":2}}'],
    ['{"a":1,"b":2}', 'del(.a)', '{"b":2}'],
    ['{"a":{},"b":{}}', '(.a, .b).n = 1', '{"a":{"n":1},"b":{"n":1}}'],
    ['{"n":5}', '.m = .n | .n -= 1', '{"n":4,"m":5}'],
    ['{"c":[]}', '.c[.c | length] = 1', '{"c":[1]}'],
  ])('of %s | %s', async (input, program, output) => {
    const said = await new Console().say(`jq -c '${program}' <<'EOF'\n${input}\nEOF`);
    expect(said).toBe(`${output}\n`);
  });

  it('is found behind the options of the command', async () => {
    const source = 'jq -n -c --arg who "a b" --argjson n 5 \'.x.who = $who | .x.n = $n\'';
    expect(await new Console().say(source)).toBe('{"x":{"who":"a b","n":5}}\n');
  });

  it('alone is changed', () => {
    for (const program of [
      '.',
      '.a.b',
      '.a == .b',
      '"\\(.a.b) = 1"',
      '[.[] | {a: .b.c}]',
      '.a | .b',
      '$x.a.b == 1',
    ]) {
      expect(mendedProgram(program)).toBe(program);
    }
  });
});
