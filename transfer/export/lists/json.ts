import { firstRows, MOST_ROWS, valueIn, type List, type ListColumn } from './list';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** A list as one JSON object, written row by row; `schema` is the address of {@link schemaOf}. */
export async function* jsonOf<Row>(list: List<Row>, schema: string): AsyncGenerator<string> {
  const head = {
    $schema: schema,
    title: list.title,
    address: list.address,
    total: list.total,
    isCut: list.total > MOST_ROWS,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [`;
  let isFirst = true;
  for await (const row of firstRows(list)) {
    const entry = Object.fromEntries(
      list.columns.map((column) => [column.key, valueIn(column, row)]),
    );
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(entry)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}]\n}\n`;
}

/** The JSON Schema of a list in JSON. */
export const schemaOf = <Row>(list: Pick<List<Row>, 'title' | 'columns'>, address: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: address,
  title: list.title,
  type: 'object',
  required: ['$schema', 'title', 'address', 'total', 'isCut', 'rows'],
  properties: {
    $schema: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    address: {
      type: 'string',
      format: 'uri',
      description: 'The page whose list this is. 列表所在网页',
    },
    total: { type: 'integer', description: 'Rows that the page counts. 网页上的总数' },
    isCut: {
      type: 'boolean',
      description: `Whether there are more than ${MOST_ROWS} rows, of which the first are given. 是否只含前面的部分`,
    },
    rows: {
      type: 'array',
      maxItems: MOST_ROWS,
      items: {
        type: 'object',
        required: list.columns.map(({ key }) => key),
        properties: Object.fromEntries(list.columns.map((column) => [column.key, typeOf(column)])),
        additionalProperties: false,
      },
    },
  },
});

function typeOf<Row>({ kind, label }: ListColumn<Row>): object {
  const description = label;
  switch (kind) {
    case 'number':
      return { type: ['number', 'null'], description };
    case 'words':
      return { type: ['array', 'null'], items: { type: 'string' }, description };
    case 'day':
      return { type: ['string', 'null'], format: 'date', description };
    case 'link':
      return { type: ['string', 'null'], format: 'uri', description };
    case 'text':
      return { type: ['string', 'null'], description };
  }
}
