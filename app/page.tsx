export default function Home() {
  return (
    <main className="mx-auto max-w-[1180px] px-6 py-10">
      <h1 className="max-w-[20ch] text-2xl tracking-tight text-balance">
        Break KMS here, so that production does not
      </h1>
      <p className="mt-3 max-w-[56ch] text-md text-ink-2">
        A complete AWS KMS runs in this page: keys, policies, Regions, quotas and the aws command. Nothing is
        sent anywhere and nothing costs money.
      </p>
    </main>
  );
}
