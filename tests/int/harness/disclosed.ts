import type { Payload } from 'payload';
import type {
  Agency,
  AnnualReport,
  Column,
  Document,
  Interpretation,
  Topic,
} from '../../../payload-types';
import { paragraph, signers } from './people';
import { OUTSIDE_WEB } from './portal';

/** How many documents a county has published in {@link disclose}. */
export const NOTICES = 23;

/**
 * A small county that has published something of everything, and holds a draft and a withdrawn
 * document, whose words 机密草稿 and 已撤下 nobody outside may ever see.
 */
export async function disclose(payload: Payload) {
  const context = await signers(payload);
  const agency = await payload.create({
    collection: 'agencies',
    data: {
      name: '县城市管理局',
      slug: 'urban',
      kind: 'department',
      code: '000099001',
      phone: '0795-1',
    },
    context: OUTSIDE_WEB,
  });
  const other = await payload.create({
    collection: 'agencies',
    data: { name: '县卫生健康局', slug: 'health', kind: 'department' },
    context: OUTSIDE_WEB,
  });
  const [parent, child] = await columnsOf(payload);
  const documents: Document[] = [];
  for (let i = 1; i <= NOTICES; i += 1) {
    documents.push(
      await publish(payload, context, {
        title: i === 1 ? '=共享单车停放办法' : `第${i}号通知`,
        kind: i % 2 ? 'normative' : 'notice',
        number: `宜府发〔2024〕${i}号`,
        agency: i % 3 ? agency.id : other.id,
        themes: i % 2 ? ['urban-environment', 'finance'] : ['health-sport'],
        category: i % 5 ? undefined : 'budgets',
        columns: i % 4 ? [child.id] : [parent.id, child.id],
        publishedOn: `20${20 + (i % 4)}-03-${String((i % 9) + 1).padStart(2, '0')}T12:00:00.000Z`,
      }),
    );
  }
  const [first] = documents;
  if (!first) throw new Error('no document was published');
  const draft = await payload.create({
    collection: 'documents',
    data: {
      title: '机密草稿',
      kind: 'notice',
      agency: agency.id,
      body: paragraph('机密草稿的正文'),
      _status: 'draft',
    },
    context: OUTSIDE_WEB,
    draft: true,
  });
  const withdrawn = await publish(payload, context, { title: '已撤下的通知', agency: agency.id });
  await payload.update({
    collection: 'documents',
    id: withdrawn.id,
    data: { _status: 'draft', review: { opinion: '内容有误' } },
    user: context.signOff.leader,
    context: OUTSIDE_WEB,
  });
  const interpretation = await explain(payload, context, first);
  const topic = await payload.create({
    collection: 'topics',
    data: {
      title: '城市治理',
      slug: 'city',
      summary: '道路和停车',
      english: { title: 'The city' },
      sections: [
        {
          title: '文件',
          items: [
            { relationTo: 'documents', value: first.id },
            { relationTo: 'documents', value: draft.id },
            { relationTo: 'interpretations', value: interpretation.id },
          ],
        },
      ],
      publishedOn: '2024-05-01T12:00:00.000Z',
      _status: 'published',
    } as Topic,
    context,
  });
  await payload.create({
    collection: 'annual-reports',
    data: {
      agency: agency.id,
      year: 2023,
      parts: { overview: paragraph('一年来的情况。') },
      reasons: [
        'disclosure+applications+litigation.-.-.blank-table:-:-',
        'problems+other.-.-.blank-part:-:-',
      ].map((finding) => ({ finding, reason: '测试用的报告。' })),
      _status: 'published',
    } as unknown as AnnualReport,
    context,
  });
  return { context, agency, other, parent, child, documents, first, draft, withdrawn, topic };
}

async function columnsOf(payload: Payload): Promise<[Column, Column]> {
  const parent = await payload.create({
    collection: 'columns',
    data: { name: '规范性文件', slug: 'normative' },
    context: OUTSIDE_WEB,
  });
  const child = await payload.create({
    collection: 'columns',
    data: { name: '县级文件', slug: 'county', parent: parent.id },
    context: OUTSIDE_WEB,
  });
  return [parent, child];
}

type Signed = Awaited<ReturnType<typeof signers>>;

export const publish = (
  payload: Payload,
  context: Signed,
  data: Partial<Document> & { agency?: Agency['id'] },
): Promise<Document> =>
  payload.create({
    collection: 'documents',
    data: {
      kind: 'notice',
      body: paragraph('正文一段。'),
      _status: 'published',
      ...data,
    } as Document,
    context,
  });

const explain = (payload: Payload, context: Signed, document: Document): Promise<Interpretation> =>
  payload.create({
    collection: 'interpretations',
    data: {
      title: '一图读懂停放办法',
      form: 'qa',
      documents: [document.id],
      body: paragraph('问与答。'),
      questions: [{ question: '停在哪里？', answer: '白线以内。' }],
      publishedOn: '2024-04-01T12:00:00.000Z',
      _status: 'published',
    } as unknown as Interpretation,
    context,
  });
