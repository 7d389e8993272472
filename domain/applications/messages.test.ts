import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicantKinds, deliveryWays, idTypes, informationForms } from './applicants';
import { channels } from './clock';
import { replyKindCodes } from './reply-kinds';
import { statuses } from './statuses';

type Words = { [key: string]: string | Words };

const words = (locale: string): Words => {
  const file = new URL(`../../messages/${locale}/applications.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
};
const source = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const at = (all: Words, path: string) =>
  path.split('.').reduce<string | Words | undefined>((found, key) => {
    return typeof found === 'object' ? found[key] : undefined;
  }, all);

const codes: Record<string, readonly string[]> = {
  'applicants.kinds': applicantKinds,
  'applicants.idTypes': idTypes,
  forms: informationForms,
  delivery: deliveryWays,
  channels,
  statuses,
  'replies.kinds': replyKindCodes,
};

describe.each(['zh-CN', 'en'])('the words of applications in %s', (locale) => {
  const all = words(locale);

  it.each(Object.entries(codes))('name every code of %s and no other', (path, list) => {
    expect(Object.keys(at(all, path) as Words).sort()).toEqual([...list].sort());
  });

  it('say something for every error that the rules give, and for no other', () => {
    const given = new Set(
      [
        ...['parse', 'delivery', 'form-texts', 'identity']
          .map((name) => source(`${name}.ts`))
          .join('\n')
          .matchAll(/'([a-z]+[A-Z]\w+|unreadable)'/g),
      ]
        .map((match) => match[1]!)
        .filter((key) =>
          /Required$|Format$|Delivery$|^idCard|^creditCode.|Letters$|^tooLong$|Characters$|^unreadable$/.test(
            key,
          ),
        ),
    );
    expect(Object.keys(all.errors as Words).sort()).toEqual([...given].sort());
  });

  it('never shout', () => {
    expect(JSON.stringify(all)).not.toMatch(/[!！]/);
  });
});
