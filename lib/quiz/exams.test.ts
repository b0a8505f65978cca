import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingLine } from '../scenario';
import { type Exam, examLaw, readExam } from './exams';
import { quizItem } from './quiz-items.testkit';

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

  it('may be named by an item in any spelling, and beside exams that are not in the lab', () => {
    const item = quizItem({
      exam: [
        { code: 'SCS-C03', domain: 'Data protection' },
        { code: 'SOA-C03', domain: 'Anything' },
      ],
    });
    expect(examLaw(item, exams)).toEqual([]);
  });

  it('is not said to have a domain that it has not', () => {
    const item = quizItem({ exam: [{ code: 'SAP-C02', domain: 'Detection' }] });
    expect(examLaw(item, exams).map(findingLine)).toEqual([
      'error: quiz, which-key: expected a domain of SAP-C02 (Design Solutions for Organizational Complexity, Design for New Solutions, Continuous Improvement for Existing Solutions, Accelerate Workload Migration and Modernization), found Detection',
    ]);
  });
});
