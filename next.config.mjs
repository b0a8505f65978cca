/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  // GALLERY=1 next dev: /gallery shows every component in every state. Without it the page does not exist.
  pageExtensions: process.env.GALLERY ? ['gallery.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  // `npm run check` checks types; the build does not do it twice. Next rewrites the file it is shown: not ours.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  turbopack: { root: import.meta.dirname },
};

export default config;
