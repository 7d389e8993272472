export type JsonLdProps = {
  /** Of schema.org, without `@context`. */
  data: Record<string, unknown>;
};

/** What the page is about, for search engines. What stands in it can't end the element that holds it. */
export function JsonLd({ data }: JsonLdProps) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data });
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: text.replaceAll('<', '\\u003c') }}
    />
  );
}
