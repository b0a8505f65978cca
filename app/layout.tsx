import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PaletteHost } from './_site/palette-host';
import { plexMono, plexSans } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'KMS Lab', template: '%s · KMS Lab' },
  description: 'Learn AWS KMS by using it: a complete KMS engine that runs in this page.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#14171b' },
  ],
};

// Runs before the first paint, so a learner who chose a theme never sees the other one flash.
// A missing attribute means "as the device asks", which globals.css answers.
// The offer of a tour likewise: who has answered it does not see it flash.
// And zod is told that it may not compile code here, before it tries and breaks the page's policy.
const beforeAll = `globalThis.__zod_globalConfig={jitless:true};try{var t=localStorage.getItem('kms-lab.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(localStorage.getItem('kms-lab.tour'))document.documentElement.dataset.tour='answered'}catch{}`;

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${plexSans.variable} ${plexMono.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, hashed into the CSP after the build */}
        <script dangerouslySetInnerHTML={{ __html: beforeAll }} />
      </head>
      <body>
        <PaletteHost>{children}</PaletteHost>
      </body>
    </html>
  );
}
