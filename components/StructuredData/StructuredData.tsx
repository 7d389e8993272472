/** What a page is, for programs (JSON-LD in the words of schema.org). Addresses in it are whole ones. */
export function StructuredData({ data }: { data: { '@type': string } & Record<string, unknown> }) {
  return (
    <script
      type="application/ld+json"
      // A title may hold anything: no "<" of it may end the script.
      dangerouslySetInnerHTML={{
        __html: JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
          /</g,
          '\\u003c',
        ),
      }}
    />
  );
}
