import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examLaw, findingLine } from '../scenario';
import { type Exam, readExam } from './exams';

const exams = readdirSync('content/exams').map((name): Exam => {
  const read = readExam(readFileSync(`content/exams/${name}`, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
});
const security = exams.find(({ code }) => code === 'SCS-C03') as Exam;

describe('an exam', () => {
  it('is told by its code, questions and domains', () => {
    expect(exams.map(({ code, questions, domains }) => [code, questions, domains.length])).toEqual([
      ['SAA-C03', 65, 4],
      ['SAP-C02', 75, 4],
      ['SCS-C03', 65, 6],
    ]);
  });

  it('has weights of a hundred together', () => {
    const { domains, ...rest } = security;
    const read = readExam(JSON.stringify({ ...rest, domains: domains.slice(1) }));
    expect(read).toMatchObject({
      ok: false,
      problem: { part: 'exam, domains', expected: 'domains whose weights are 100 together' },
    });
  });

  it.each([
    [{ code: 'SCS-C03', domain: 'Data Protection' }, []],
    [
      { code: 'SAA-C03', domain: 'Design secure architectures' },
      [
        'error: an-item: expected a domain of SAA-C03 (Design Secure Architectures, Design Resilient Architectures, Design High-Performing Architectures, Design Cost-Optimized Architectures), found Design secure architectures',
      ],
    ],
    [
      { code: 'SOA-C03', domain: 'Detection' },
      ['error: an-item: expected an exam of the lab (SAA-C03, SAP-C02, SCS-C03), found SOA-C03'],
    ],
  ])('is named by its code, and its domain in its own spelling: %j', (named, findings) => {
    expect(examLaw(['an-item'], [named], exams).map(findingLine)).toEqual(findings);
  });
});
