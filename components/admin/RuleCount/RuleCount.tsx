import type { UIFieldServerProps } from 'payload';
import { isRule, type TopicRule } from '@/domain/topics/rule';
import { messages } from '@/messages';
import { countByRule } from '@/queries/topic-rules';

/** Under a section's rule, how many public texts it takes in as it was last saved. */
export async function RuleCount({ payload, siblingData, i18n }: UIFieldServerProps) {
  const words = messages[i18n.language === 'en' ? 'en' : 'zh-CN'].topics.rule;
  const rule = siblingData as TopicRule | undefined;
  const text = isRule(rule)
    ? words.count.replace('{count}', String(await countByRule(payload, rule)))
    : words.none;
  return <p>{text}</p>;
}
