import type { MermaidConfig } from 'mermaid';

/** Reads a colour token of the page, so that a picture is drawn in the theme of the moment. */
export type ReadToken = (name: string) => string;

/** Paper, ink and rules only: colour is for verdicts, and those are lit afterwards by class. */
export function mermaidConfig(token: ReadToken, dark: boolean, fontFamily: string): MermaidConfig {
  const ink = token('--ink');
  const line = token('--ink-3');
  const sheet = token('--sheet');
  const paper = token('--paper');
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    theme: 'base',
    fontFamily,
    flowchart: { htmlLabels: false, curve: 'basis', padding: 14, nodeSpacing: 36, rankSpacing: 44 },
    sequence: { mirrorActors: false, showSequenceNumbers: false, messageAlign: 'left', wrap: true },
    themeVariables: {
      darkMode: dark,
      fontFamily,
      fontSize: '13px',
      background: paper,
      primaryColor: sheet,
      primaryTextColor: ink,
      primaryBorderColor: token('--rule-strong'),
      secondaryColor: paper,
      tertiaryColor: paper,
      lineColor: line,
      textColor: ink,
      clusterBkg: paper,
      clusterBorder: token('--rule-strong'),
      edgeLabelBackground: paper,
      actorBkg: sheet,
      actorBorder: token('--rule-strong'),
      actorTextColor: ink,
      actorLineColor: token('--rule-strong'),
      signalColor: line,
      signalTextColor: ink,
      noteBkgColor: paper,
      noteBorderColor: token('--rule-strong'),
      noteTextColor: ink,
    },
  };
}
