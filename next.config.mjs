/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` checks types; the build does not do it twice. Next rewrites the file it is shown: not ours.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  turbopack: { root: import.meta.dirname },
};

export default config;
