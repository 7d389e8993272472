type Context = { params: Promise<{ locale: string; slug: string }> };

/**
 * Where the form of two versions leads: to the page of the pair, the older first, which has an
 * address of its own and is made once for all. What is no pair leads back to the list.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const asked = new URL(request.url).searchParams;
  const [from, to] = [numberIn(asked.get('from')), numberIn(asked.get('to'))].sort((a, b) => a - b);
  const list = `${locale === 'en' ? '/en' : ''}/documents/${encodeURIComponent(slug)}/versions`;
  const place = from && to && from !== to ? `${list}/${from}/${to}` : list;
  return new Response(null, { status: 303, headers: { Location: place } });
}

/** A version's number, or 0. */
const numberIn = (text: string | null): number =>
  /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 0;
